import { nameNow } from './name-now.ts'

/** Which variable bears a name, without a look at all of them. */
export class NameHolders {
  private readonly byName = new Map<string, Variable[]>()

  constructor(variables: Iterable<Variable>) {
    for (const variable of variables) {
      const name = nameNow(variable)
      if (name !== null) this.add(name, variable)
    }
  }

  /** Null where none of the collection's has it now. */
  find(name: string, collectionId: string): Variable | null {
    const known = this.byName.get(name) ?? []
    const holder = known.find(
      (variable) => nameNow(variable) === name && variable.variableCollectionId === collectionId,
    )
    return holder ?? null
  }

  add(name: string, variable: Variable): void {
    const known = this.byName.get(name)
    if (known === undefined) this.byName.set(name, [variable])
    else known.push(variable)
  }
}
