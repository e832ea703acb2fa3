/** The objects that the plugin holds: one for each record, carrying nothing but its id. */
export class Handles<T extends object> {
  private readonly byId = new Map<string, T>()
  private readonly prototypeOf: (id: string) => object

  constructor(prototypeOf: (id: string) => object) {
    this.prototypeOf = prototypeOf
  }

  of(id: string): T {
    const known = this.byId.get(id)
    if (known !== undefined) return known
    const handle = Object.freeze(
      Object.create(this.prototypeOf(id), { id: { value: id, enumerable: true } }),
    ) as T
    this.byId.set(id, handle)
    return handle
  }

  /** Undefined for what this run did not hand out. */
  idOf(object: unknown): string | undefined {
    // By the id that it bears itself: a table of all handles would slow QuickJS's collections down.
    if (typeof object !== 'object' || object === null || !Object.hasOwn(object, 'id')) {
      return undefined
    }
    const { id } = object as { readonly id: unknown }
    return typeof id === 'string' && this.byId.get(id) === object ? id : undefined
  }

  identify = (object: object): string => {
    const id = this.idOf(object)
    if (id === undefined) throw new TypeError('not an object of this API')
    return id
  }
}
