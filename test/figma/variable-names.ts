import type { VariableRecord } from './records.ts'

/** Which names are taken in which collection; asked for each variable that is made or renamed. */
export class VariableNames {
  private readonly byCollection = new Map<string, Map<string, string>>()

  constructor(variables: ReadonlyMap<string, VariableRecord>) {
    for (const variable of variables.values()) this.add(variable)
  }

  /** Ids by name. */
  of(collectionId: string): ReadonlyMap<string, string> {
    return this.byCollection.get(collectionId) ?? new Map<string, string>()
  }

  add({ collectionId, name, id }: VariableRecord): void {
    const names = this.byCollection.get(collectionId) ?? new Map<string, string>()
    this.byCollection.set(collectionId, names.set(name, id))
  }

  drop({ collectionId, name }: VariableRecord): void {
    this.byCollection.get(collectionId)?.delete(name)
  }
}
