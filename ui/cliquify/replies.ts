/** A page of a list as Cliquify sent it, without its wrapping; it is decoded again when it is used. */
export interface KeptPage {
  readonly content: unknown
  /** Whether the address named the kit, so that all of it belongs to that kit. */
  readonly isOfKit: boolean
}

export interface KeptReply {
  readonly pages: readonly KeptPage[]
  /** When it came, in milliseconds since the epoch. */
  readonly asOf: number
}

/** A list of the company, or of one of its kits. */
export interface ListId {
  readonly resource: string
  readonly kitId: string | null
}

/** The last reply to each list. Long lists are kept by their first page. */
export interface Replies {
  recall(list: ListId): KeptReply | null
  keep(list: ListId, pages: readonly KeptPage[]): void
}

/** What a list is kept under. */
function listKey({ resource, kitId }: ListId): string {
  return kitId === null ? resource : `${resource}:${kitId}`
}

/** With those that are `kept` from before; `onKept` is called after each change. */
export function openReplies(kept: Map<string, KeptReply>, onKept: () => void): Replies {
  return {
    recall: (list) => kept.get(listKey(list)) ?? null,
    keep(list, pages) {
      kept.set(listKey(list), {
        pages: pages.map(({ content, isOfKit }) => ({ content, isOfKit })),
        asOf: Date.now(),
      })
      onKept()
    },
  }
}
