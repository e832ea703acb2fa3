import { signal, type ReadonlySignal } from '@preact/signals'
import type { BrandColor, BrandKit, Decoded, KitRef } from '../../shared/brand.ts'
import type { RequestOptions } from '../../shared/channel.ts'
import { fromJson, toJson } from '../../shared/json.ts'
import type { LibraryMove, MoveReport } from '../../shared/library.ts'
import type { Progress } from '../../shared/progress.ts'
import type {
  SyncRequest,
  Decisions,
  SyncOptions,
  SyncPlan,
  SyncReport,
} from '../../shared/sync.ts'
import { isCancelled, Trouble, troubleOf } from '../../shared/trouble.ts'
import type { Client } from '../cliquify/client.ts'
import { deleted } from '../../shared/cliquify/errors.ts'
import { sleep } from '../../shared/cliquify/timing.ts'
import type { Plugin } from '../plugin.ts'
import type { Announce } from '../status.ts'
import { countOf } from '../kit/count-of.ts'
import { NOTHING_DECIDED, withKeys } from './decisions.ts'
import { summaryOf } from './left-alone.ts'
import { createOutlook, type Outlook } from './outlook.ts'
import { reasonText } from './reason-texts.ts'
import { hasNews } from './review-groups.ts'
import { createSyncSettings, type SyncSettings } from './sync-settings.ts'
import type { SyncState } from './sync-state.ts'
import { moveText, reportText, upToDateText } from './sync-texts.ts'

/** One kit's way from "Sync colors" to the report; it outlives the tab it is shown in. */
export interface ColorSync extends Outlook {
  readonly state: ReadonlySignal<SyncState>
  /** Of what is being applied; apart, so that the screen is not drawn anew ten times a second. */
  readonly progress: ReadonlySignal<Progress>
  readonly kit: () => KitRef
  readonly settings: Omit<SyncSettings, 'choose' | 'planned'>
  /** Looks at what would be moved to the library's colors; `plain`: also what is equal, but not linked. */
  readonly useLibrary: (plain: boolean) => Promise<void>
  /** Selects a layer on the canvas. */
  readonly showLayer: (id: string) => Promise<void>
  /** Moves what was looked at. */
  readonly move: () => Promise<void>
  /** A review that is open is made anew. */
  readonly setOptions: (options: SyncOptions) => void
  /** Reads the colors anew and compares them with the file; null where that came to nothing. */
  readonly plan: () => Promise<SyncPlan | null>
  /** Decides about the rows with these keys, or takes that back; see `Decisions`. */
  readonly decide: (what: keyof Decisions, keys: readonly string[], wanted: boolean) => void
  /** Null where it failed as a whole. */
  readonly apply: () => Promise<SyncReport | null>
  /** Makes what the file lacks of one color, and nothing else; false where it could not. */
  readonly syncOne: (color: BrandColor, colors: readonly BrandColor[]) => Promise<boolean>
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
  /** The kit as it is known now. */
  readonly kit: () => BrandKit
  /** Its colors as they are on screen. */
  readonly colors: () => readonly BrandColor[]
  /** Ids of all the others that Cliquify lists; null where they are not known in full. */
  readonly otherKits: () => readonly string[] | null
  readonly announce: Announce
  /** Learns of the team's libraries, and tells of this device's; never rejects. */
  readonly exchangeStyles: () => Promise<void>
  /** Called with the colors as they were read anew. */
  readonly onColors: (colors: Decoded<BrandColor>) => void
}

/** So that a text that is being typed is not compared letter by letter. */
const COMPARE_AFTER_MS = 250

export function createColorSync({
  client,
  plugin,
  announce,
  onColors,
  ...given
}: ColorSyncOptions): ColorSync {
  const state = signal<SyncState>({ at: 'idle' })
  const progress = signal<Progress>({ done: 0, total: 0 })
  const settings = createSyncSettings(plugin, kit, announce)
  const outlook = createOutlook({
    plugin,
    announce,
    exchangeStyles: given.exchangeStyles,
    request: (colors) => toJson(requestFor(colors, null)),
  })
  let running = new AbortController()

  function kit(): KitRef {
    const { id, name } = given.kit()
    return { id, name }
  }
  function requestFor(colors: readonly BrandColor[], options: SyncOptions | null): SyncRequest {
    const request = { kit: kit(), otherKits: given.otherKits(), colors }
    return options === null ? request : { ...request, options }
  }
  function begin(): AbortSignal {
    running.abort()
    running = new AbortController()
    return running.signal
  }

  function tell(thrown: unknown): void {
    announce(troubleOf(thrown).message)
  }

  function fail(thrown: unknown): void {
    if (isCancelled(thrown)) {
      state.value = { at: 'idle' }
      return
    }
    announce('')
    state.value = { at: 'failed', trouble: troubleOf(thrown) }
  }

  async function compare(colors: readonly BrandColor[], stop?: AbortSignal): Promise<SyncPlan> {
    const reply = await plugin.request(
      'colors:plan',
      toJson(requestFor(colors, settings.chosen())),
      { signal: stop },
    )
    const plan = fromJson(reply)
    if (stop === undefined || !isStopped(stop)) settings.planned(plan.options)
    return plan
  }

  function review(colors: readonly BrandColor[], plan: SyncPlan): void {
    const decisions = NOTHING_DECIDED
    state.value = { at: 'review', colors, plan, decisions, uses: {}, comparing: false }
    if (plan.rows.some(({ deletes }) => deletes !== undefined)) void countUses(colors, plan)
  }

  /** Tells how many layers use what could be deleted, once that is known. */
  async function countUses(colors: readonly BrandColor[], plan: SyncPlan): Promise<void> {
    const { signal: stop } = running
    const request = toJson(requestFor(colors, plan.options))
    const uses = await plugin.request('colors:uses', request, { signal: stop }).catch(() => ({}))
    const now = state.value
    if (now.at === 'review' && now.plan === plan) state.value = { ...now, uses }
  }

  /** Opens a review where there is something to look at, or to note. */
  function show(colors: readonly BrandColor[], plan: SyncPlan): void {
    if (plan.isMerged || plan.rows.some(({ outcome }) => outcome !== 'unchanged'))
      review(colors, plan)
    else state.value = { at: 'idle' }
  }

  async function compareAnew(): Promise<void> {
    const now = state.value
    if (now.at !== 'review') return
    const stop = begin()
    state.value = { ...now, comparing: true }
    try {
      await sleep(COMPARE_AFTER_MS, stop)
      const plan = await compare(now.colors, stop)
      if (!isStopped(stop)) review(now.colors, plan)
    } catch (thrown) {
      if (!isStopped(stop)) fail(thrown)
    }
  }

  /** Shows and tells how far a task, such as "Applying changes", is. */
  function follow(
    task: string,
    total: number,
    stop: AbortSignal,
  ): { signal: AbortSignal; onProgress: (progress: Progress) => void } {
    progress.value = { done: 0, total }
    state.value = { at: 'applying', task, cancelling: false }
    announce(`${task}…`)
    return {
      signal: stop,
      onProgress(now) {
        progress.value = now
        announce(`${task}: ${now.done} of ${now.total}.`)
      },
    }
  }

  function requestMove(
    colors: readonly BrandColor[],
    task: LibraryMove['task'],
    plain: boolean,
    options: RequestOptions<Progress>,
  ): Promise<MoveReport> {
    const request = { ...requestFor(colors, null), task, plain }
    return plugin.request('colors:move', toJson(request), options)
  }

  /** What is shown stays: a person may have begun something else meanwhile. */
  async function removeUnused(colors: readonly BrandColor[]): Promise<void> {
    await requestMove(colors, 'remove', false, {}).then(({ unused }) => {
      announce(`${countOf(unused, 'color')} deleted.`, null, true)
    }, tell)
  }

  return {
    state,
    progress,
    kit,
    settings,
    ...outlook,

    async useLibrary(plain) {
      const now = state.value
      const colors = now.at === 'review' || now.at === 'moving' ? now.colors : given.colors()
      const stop = begin()
      if (now.at !== 'moving') state.value = { at: 'planning' }
      try {
        const report = await requestMove(colors, 'count', plain, { signal: stop })
        if (!isStopped(stop)) state.value = { at: 'moving', colors, report, plain }
      } catch (thrown) {
        if (!isStopped(stop)) fail(thrown)
      }
    },

    showLayer: (id) => plugin.request('placement:show', id).catch(tell),

    async move() {
      const now = state.value
      if (now.at !== 'moving') return
      const { colors, report, plain } = now
      const total = report.moved.length
      try {
        const moved = await requestMove(
          colors,
          'move',
          plain,
          follow('Using library colors', total, begin()),
        )
        state.value = { at: 'idle' }
        const text = moveText(moved, outlook.library.value?.name ?? '')
        const { unused } = moved
        const removing = {
          label: `Delete ${countOf(unused, 'unused color')}`,
          run: () => void removeUnused(colors),
        }
        announce(text, unused === 0 ? null : removing, moved.moved.length > 0)
      } catch (thrown) {
        fail(thrown)
      }
    },

    setOptions(next) {
      settings.choose(next)
      void compareAnew()
    },

    async plan() {
      if (state.value.at === 'planning' || state.value.at === 'applying') return null
      const stop = begin()
      state.value = { at: 'planning' }
      announce('Comparing the brand kit with this file…')
      try {
        const colors = await freshColors(client, given.kit(), stop)
        if (isStopped(stop)) return null
        onColors(colors)
        const plan = await compare(colors.items, stop)
        if (isStopped(stop)) return null
        announce(hasNews(plan.rows) ? 'Nothing is written until you apply.' : upToDateText(plan))
        show(colors.items, plan)
        return plan
      } catch (thrown) {
        if (!isStopped(stop)) fail(thrown)
        return null
      }
    },

    decide(what, keys, wanted) {
      const now = state.value
      if (now.at !== 'review') return
      const decisions = { ...now.decisions, [what]: withKeys(now.decisions[what], keys, wanted) }
      state.value = { ...now, decisions }
    },

    async apply() {
      const now = state.value
      if (now.at !== 'review' || now.comparing) return null
      const { colors, plan, decisions } = now
      const stop = begin()
      try {
        const reply = await plugin.request(
          'colors:apply',
          toJson({
            ...requestFor(colors, plan.options),
            decisions,
            ...(settings.saveVersion.value ? { saveVersion: true } : {}),
          }),
          follow('Applying changes', plan.rows.length, stop),
        )
        const report = fromJson(reply)
        state.value = { at: 'done', summary: summaryOf(report, plan.rows, decisions) }
        const wrote = report.rows.some(({ result }) => result !== 'failed')
        announce(
          reportText(report, plan.options.target),
          null,
          wrote && (() => void settings.load()),
        )
        void settings.load()
        void given.exchangeStyles()
        return report
      } catch (thrown) {
        fail(thrown)
        return null
      }
    },

    async syncOne(color, colors) {
      try {
        const reply = await plugin.request(
          'colors:apply',
          toJson({
            ...requestFor(colors, settings.chosen()),
            decisions: NOTHING_DECIDED,
            only: colors.indexOf(color),
          }),
        )
        const { rows } = fromJson(reply)
        const failed = rows.find(({ result }) => result === 'failed')
        if (rows.length > 0 && failed === undefined) {
          void settings.load()
          return true
        }
        const reason = failed?.reason ?? null
        announce(
          reason === null
            ? `${color.name} needs a decision. Press Sync colors.`
            : reasonText(reason),
        )
      } catch (thrown) {
        if (isCancelled(thrown)) return false
        announce('')
        plugin.emit('notify', { message: troubleOf(thrown).message, error: true })
      }
      return false
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
      if (at !== 'review' && at !== 'done' && at !== 'failed') return
      if (at === 'review') running.abort()
      state.value = { at: 'idle' }
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
  if (kit.colors === null) return client.colors(kit, signal, 'anew')
  const kits = await client.brandKits(signal, 'anew')
  const now = kits.items.find(({ id }) => id === kit.id)
  if (now === undefined) throw new Trouble(deleted('brand kit'))
  return client.colors(now, signal, 'anew')
}

/** Asked anew each time: what was seen before an `await` tells nothing about what is after it. */
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted
}
