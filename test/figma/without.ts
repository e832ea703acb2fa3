import { Refusal } from './refusal.ts'

/** The record's other entries. */
export function without<V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}

/** What another editor that runs plugins has otherwise. */
export interface Lacking {
  /** Members that nodes and styles do not have. */
  readonly lacking: readonly string[]
  /** Whether they are there all the same, and throw when they are read. */
  readonly refusing: boolean
  /** Whether types and children are as in OpenPencil 0.11: a CANVAS for a page, the document a FRAME, children in all. */
  readonly openPencil: boolean
}

/** A table of members without those that are lacking. */
export function withoutLacking(table: object, { lacking, refusing }: Lacking): object {
  const members = Object.entries(table) as readonly (readonly [string, unknown])[]
  return Object.fromEntries(
    members.flatMap(([name, member]) => {
      if (!lacking.includes(name)) return [[name, member]]
      return refusing ? [[name, { get: () => refuse(name) }]] : []
    }),
  )
}

function refuse(name: string): never {
  throw new Refusal(`"${name}" is not available in this editor`)
}
