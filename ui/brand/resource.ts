import { signal, type ReadonlySignal } from '@preact/signals'
import type { Decoded, Skipped } from '../../shared/brand.ts'
import { isCancelled, troubleOf, type Trouble } from '../../shared/trouble.ts'
import { notRenewed } from '../../shared/cliquify/errors.ts'
import type { Known, Next, Page } from '../cliquify/client.ts'

/** A list of Cliquify's as far as it is known. */
export interface ListState<T> {
  readonly items: readonly T[]
  readonly skipped: readonly Skipped[]
  /** `waiting`: there is more, and nobody has asked for it yet. */
  readonly status: 'loading' | 'waiting' | 'failed' | 'complete'
  /** Whether the items are what Cliquify told, now or before. */
  readonly isKnown: boolean
  /** Since when they may have changed, in milliseconds since the epoch; null where they are new. */
  readonly asOf: number | null
  /** How many there are in all, as Cliquify says; null where it does not, and once all are there. */
  readonly total: number | null
  /** Why it is not complete, or not new. */
  readonly trouble: Trouble | null
}

/** The one loader of lists, with or without pages; it lives as long as the window. */
export interface Resource<T> {
  readonly state: ReadonlySignal<ListState<T>>
  /**
   * Told that the list is on screen, until the returned function is called: it is loaded where it is
   * not there yet, or is old; what is on its way when nobody looks any more is broken off.
   */
  use(): () => void
  /** Asks for the next page, or again for the one that failed; nothing while one is on its way. */
  readonly more: () => void
  /** Asks again for what failed; where nothing did, loads anew from the start. */
  readonly retry: () => void
}

export interface Source<T> {
  readonly recall: () => Known<Decoded<T>> | null
  /** Loads the page at `from`; null is the first. A list without pages is one page. */
  readonly load: (from: Next | null, signal: AbortSignal) => Promise<Page<T>>
}

/** A resource as the store holds it. */
export interface OpenResource<T> extends Resource<T> {
  /** Puts a newer list in place of what was loaded. */
  put(list: Decoded<T>): void
  /** Begins anew with what is recalled. */
  forget(): void
}

/** How long a relay that gave an old reply has to get a new one. */
const RENEWED_MS = 3_000

/** After that a list is loaded anew when somebody comes back to it. */
const FRESH_MS = 300_000

export function openResource<T>({ recall, load }: Source<T>): OpenResource<T> {
  /** As it was before what is on its way was asked for. */
  let settled = firstState(recall())
  const state = signal(settled)
  let next: Next | null = null
  let loadedAt: number | null = null
  /** Since when a relay has had what it told; null where it is new. `isLasting`: more than once. */
  let held: { readonly asOf: number; readonly isLasting: boolean } | null = null
  let renewing: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | null = null
  let users = 0

  function settle(changed: ListState<T>): void {
    settled = changed
    state.value = changed
    running = null
  }

  /** Without pages, and with none on its way; `at`: when it was loaded. */
  function beginAnew(at: number | null): void {
    running?.abort()
    next = null
    loadedAt = at
    held = null
  }

  /** A relay asks for what is old behind its reply: what it was told is shown by itself. */
  function renewSoon(): void {
    clearTimeout(renewing)
    renewing = setTimeout(() => {
      if (users === 0 || held === null) return
      if (running === null) void run(null)
      else renewSoon()
    }, RENEWED_MS)
  }

  /** As somebody wants it: what is old is given another chance before it is told. */
  function ask(from: Next | null): void {
    held = null
    void run(from)
  }

  async function run(from: Next | null): Promise<void> {
    running?.abort()
    const controller = new AbortController()
    running = controller
    const before = settled
    // What is there already is refreshed in silence.
    const isRefresh = from === null && loadedAt !== null && before.status !== 'failed'
    if (!isRefresh) state.value = { ...before, status: 'loading', trouble: null }
    try {
      const page = await load(from, controller.signal)
      if (controller.signal.aborted) return
      const isStart = from === null
      // The rest of a long list is as good as its beginning.
      const goesOn = isRefresh && startsWith(before.items, page.items) && page.next !== null
      if (!goesOn) next = page.next
      if (isStart) {
        loadedAt = Date.now()
        held = page.asOf === undefined ? null : { asOf: page.asOf, isLasting: held !== null }
      }
      const items = isStart ? page.items : [...before.items, ...page.items]
      // A page more tells nothing about those before it.
      const told = isStart
        ? { asOf: held?.asOf ?? null, trouble: held?.isLasting === true ? notRenewed() : null }
        : { asOf: before.asOf, trouble: before.status === 'failed' ? null : before.trouble }
      settle({
        items: goesOn || isSame(before.items, items) ? before.items : items,
        skipped: isStart ? page.skipped : [...before.skipped, ...page.skipped],
        status: goesOn ? before.status : page.next === null ? 'complete' : 'waiting',
        isKnown: true,
        total: next?.total ?? null,
        ...told,
      })
      if (held?.isLasting === false) renewSoon()
    } catch (error) {
      if (controller.signal.aborted) return
      const trouble = troubleOf(error)
      if (isCancelled(error)) settle(before)
      else if (isGone(error) || trouble.kind === 'deleted') {
        beginAnew(null)
        settle({ ...NOTHING, status: 'failed', trouble })
      } else if (isRefresh) settle({ ...before, asOf: before.asOf ?? loadedAt, trouble })
      else settle({ ...before, status: 'failed', trouble })
    }
  }

  function leave(): void {
    running?.abort()
    running = null
    state.value = settled
  }

  const more = (): void => {
    if (running === null && settled.status !== 'complete') void run(next)
  }

  return {
    state,
    use() {
      users += 1
      const isOld = loadedAt !== null && Date.now() - loadedAt > FRESH_MS
      if (running === null) {
        if (loadedAt === null || settled.status === 'failed') ask(next)
        else if (isOld || settled.trouble !== null) ask(null)
        else if (held?.isLasting === false) renewSoon()
      }
      return () => {
        users -= 1
        if (users === 0) leave()
      }
    },
    more,
    retry: () => ask(settled.status === 'failed' ? next : null),
    put({ items, skipped }) {
      beginAnew(Date.now())
      const kept = isSame(settled.items, items) ? settled.items : items
      settle({ ...NOTHING, items: kept, skipped, status: 'complete', isKnown: true })
    },
    forget() {
      beginAnew(null)
      settle(firstState(recall()))
    },
  }
}

/** Whether a list itself is no longer there, so that what was in it is of no use. */
export function isGone(thrown: unknown): boolean {
  return troubleOf(thrown).kind === 'not-offered'
}

const NOTHING = {
  items: [],
  skipped: [],
  status: 'loading',
  isKnown: false,
  asOf: null,
  total: null,
  trouble: null,
} as const

function firstState<T>(known: Known<Decoded<T>> | null): ListState<T> {
  if (known === null) return NOTHING
  const { value, asOf } = known
  return { ...NOTHING, ...value, isKnown: true, asOf }
}

function startsWith<T>(items: readonly T[], start: readonly T[]): boolean {
  return isSame(items.slice(0, start.length), start)
}

function isSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && JSON.stringify(one) === JSON.stringify(other)
}
