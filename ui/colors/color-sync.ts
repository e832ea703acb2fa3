import { signal, type ReadonlySignal } from '@preact/signals'
import type { BrandColor, BrandKit, Decoded } from '../../shared/brand.ts'
import type { Decisions, Progress, SyncPlan, SyncReport } from '../../shared/protocol.ts'
import type { Client } from '../cliquify/client.ts'
import { isCancelled, troubleOf, type Trouble } from '../kit/trouble.ts'
import type { Plugin } from '../plugin.ts'
import { hasNews } from './review-groups.ts'
import { reportText, upToDateText } from './sync-texts.ts'
import { undoKeys } from './undo-keys.ts'

export type SyncState =
  | { readonly at: 'idle' }
  | { readonly at: 'planning' }
  | {
      readonly at: 'review'
      readonly colors: readonly BrandColor[]
      readonly plan: SyncPlan
      readonly decisions: Decisions
    }
  | {
      readonly at: 'applying'
      readonly progress: Progress
      readonly cancelling: boolean
    }
  | { readonly at: 'done'; readonly report: SyncReport }
  | { readonly at: 'failed'; readonly trouble: Trouble }

/** One kit's way from "Sync colors" to the report; it outlives the tab it is shown in. */
export interface ColorSync {
  readonly state: ReadonlySignal<SyncState>
  /** Reads the colors anew and compares them with the file. */
  readonly plan: () => Promise<void>
  /** Takes Cliquify's side of an edited or conflicting row, or keeps the file's. */
  readonly take: (key: string, taken: boolean) => void
  /** Marks the style of a removed row for deletion, or keeps it. */
  readonly remove: (key: string, removed: boolean) => void
  readonly apply: () => Promise<void>
  /** Leaves the review, or stops what is under way. */
  readonly cancel: () => void
  /** Puts a review, a report or a failure away. */
  readonly dismiss: () => void
  /** Stops a comparison under way; what is being applied goes on, and is told in the end. */
  readonly close: () => void
}

export interface ColorSyncOptions {
  readonly client: Client
  readonly plugin: Plugin
  readonly kit: BrandKit
  readonly announce: (message: string) => void
  /** Called with the colors as they were read anew. */
  readonly onColors: (colors: Decoded<BrandColor>) => void
}

const NOTHING_DECIDED: Decisions = { take: [], remove: [] }

export function createColorSync(options: ColorSyncOptions): ColorSync {
  const { client, plugin, announce, onColors } = options
  const kit = { id: options.kit.id, name: options.kit.name }
  const state = signal<SyncState>({ at: 'idle' })
  let running = new AbortController()

  function fail(thrown: unknown): void {
    if (isCancelled(thrown)) {
      state.value = { at: 'idle' }
      return
    }
    announce('')
    state.value = { at: 'failed', trouble: troubleOf(thrown) }
  }

  function decide(change: (decisions: Decisions) => Decisions): void {
    const now = state.value
    if (now.at === 'review') state.value = { ...now, decisions: change(now.decisions) }
  }

  return {
    state,

    async plan() {
      if (state.value.at === 'planning' || state.value.at === 'applying') return
      running = new AbortController()
      const { signal: stop } = running
      const stopped = (): boolean => stop.aborted
      state.value = { at: 'planning' }
      announce('Comparing the brand kit with this file…')
      try {
        const colors = await freshColors(client, options.kit, stop)
        if (stopped()) return
        onColors(colors)
        const plan = await plugin.request(
          'colors:plan',
          { kit, colors: colors.items },
          { signal: stop },
        )
        if (stopped()) return
        announce(
          hasNews(plan.rows)
            ? 'Look at the changes, then apply them.'
            : upToDateText(plan, Date.now()),
        )
        state.value = plan.rows.some(({ outcome }) => outcome !== 'unchanged')
          ? { at: 'review', colors: colors.items, plan, decisions: NOTHING_DECIDED }
          : { at: 'idle' }
      } catch (thrown) {
        if (!stopped()) fail(thrown)
      }
    },

    take(key, taken) {
      decide((now) => ({ ...now, take: withKey(now.take, key, taken) }))
    },

    remove(key, removed) {
      decide((now) => ({ ...now, remove: withKey(now.remove, key, removed) }))
    },

    async apply() {
      const review = state.value
      if (review.at !== 'review') return
      running = new AbortController()
      const { signal: stop } = running
      const total = review.plan.rows.length
      const show = (progress: Progress): void => {
        state.value = { at: 'applying', progress, cancelling: stop.aborted }
      }
      show({ done: 0, total })
      announce('Applying changes…')
      try {
        const report = await plugin.request(
          'colors:apply',
          { kit, colors: review.colors, decisions: review.decisions },
          {
            signal: stop,
            onProgress(progress) {
              show(progress)
              announce(`Applying changes: ${progress.done} of ${progress.total}.`)
            },
          },
        )
        state.value = { at: 'done', report }
        announce(reportText(report, undoKeys()))
      } catch (thrown) {
        fail(thrown)
      }
    },

    cancel() {
      running.abort()
      const now = state.value
      if (now.at === 'applying') {
        // What is being written is told by the report, which still comes.
        state.value = { ...now, cancelling: true }
      } else {
        state.value = { at: 'idle' }
        announce('Cancelled. Nothing was changed.')
      }
    },

    dismiss() {
      const { at } = state.value
      if (at === 'review' || at === 'done' || at === 'failed') state.value = { at: 'idle' }
    },

    close() {
      if (state.value.at === 'planning') running.abort()
    },
  }
}

/** The kit's colors as they are now: those that came inside the kit are as old as the list of kits. */
async function freshColors(
  client: Client,
  kit: BrandKit,
  signal: AbortSignal,
): Promise<Decoded<BrandColor>> {
  if (kit.colors === null) return client.colors(kit, signal)
  const kits = await client.brandKits(signal)
  return client.colors(kits.items.find(({ id }) => id === kit.id) ?? kit, signal)
}

function withKey(keys: readonly string[], key: string, wanted: boolean): readonly string[] {
  const others = keys.filter((other) => other !== key)
  return wanted ? [...others, key] : others
}
