import type { CollectionRecord, StyleRecord, VariableRecord } from './records.ts'

/** What a file published last. Plain data, for other files to use. */
export interface Publication {
  /** Of the file. */
  readonly name: string
  readonly styles: readonly StyleRecord[]
  readonly collections: readonly CollectionRecord[]
  /** With those that only others' aliases reach: what is hidden, and what is from a library itself. */
  readonly variables: readonly VariableRecord[]
}

/** A publication as one file sees it: whether people have enabled it there. */
export interface Library {
  readonly publication: Publication
  readonly enabled: boolean
}
