import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { BrandColor, BrandKit, KitRef } from '../../shared/brand.ts'
import { fromJson, toJson } from '../../shared/json.ts'
import type {
  BrandLook,
  BrandFixed,
  FoundAsset,
  Ignored,
  LogoRules,
  LookProgress,
} from '../../shared/check.ts'
import type { Progress } from '../../shared/progress.ts'
import type { UpdateScope } from '../../shared/update.ts'
import { isCancelled, troubleOf, type Trouble } from '../../shared/trouble.ts'
import type { Brand, Files } from '../brand/brand.ts'
import { copyText } from '../kit/copy-text.ts'
import { countOf } from '../kit/count-of.ts'
import { sentences } from '../kit/sentences.ts'
import type { Plugin } from '../plugin.ts'
import type { Announce } from '../status.ts'
import { checkPlaced } from '../update/check-placed.ts'
import { createUpdates } from '../update/updates.ts'
import { assetFindingsOf, type AssetFinding } from './asset-findings.ts'
import { findingsOf, isSure, type Finding } from './findings.ts'
import { countLayers, markdownOf, reportOf } from './report.ts'
import { withoutIgnored } from './without-ignored.ts'

export type CheckState =
  | { readonly at: 'start' }
  | { readonly at: 'looking'; readonly progress: LookProgress }
  | { readonly at: 'failed'; readonly trouble: Trouble }
  | {
      readonly at: 'found'
      readonly look: BrandLook
      readonly colors: readonly BrandColor[]
      readonly findings: readonly Finding[]
      readonly assets: readonly AssetFinding[]
      /** Of the placed assets with Cliquify's; what went wrong where it could not be asked. */
      readonly comparison: 'running' | 'over' | Trouble
      /** Null while nothing is being fixed. */
      readonly fixing: Progress | null
    }

const NOTHING_PLACED = { current: [], outdated: [], gone: [] }

export type Found = Extract<CheckState, { readonly at: 'found' }>

/** One kit's check of the file; it outlives the tab it is shown in. */
export interface BrandCheck {
  readonly state: ReadonlySignal<CheckState>
  /** The findings that are to be fixed, and the places of the colors that they are put on. */
  readonly chosen: ReadonlySignal<ReadonlyMap<Finding, number>>
  /** Whether a page was looked at as a whole, so that what has changed since can be. */
  readonly canFollow: ReadonlySignal<boolean>
  /** Where a person wants it to look, whatever it has looked at. */
  readonly scope: Signal<UpdateScope | null>
  /** Null looks at the selection, or on the page where nothing is selected. */
  readonly look: (scope: UpdateScope | null) => Promise<void>
  /** Chooses the color that a finding is put on; null leaves it. */
  readonly choose: (finding: Finding, place: number | null) => void
  /** Selects one of the layers on the canvas. */
  readonly show: (layers: readonly string[], index: number) => Promise<void>
  /** Ignores something in this file, or no longer. */
  readonly ignore: (ignored: Ignored, undo?: boolean) => Promise<void>
  /** Asks this of logos in this file, from the next look on. */
  readonly setRules: (rules: LogoRules) => Promise<void>
  /** Puts what is chosen on its colors. */
  readonly fix: () => Promise<void>
  /** Does what is to be done about an asset. */
  readonly mend: (finding: AssetFinding) => Promise<void>
  /** Makes a frame of what was found on the page. */
  readonly report: () => Promise<void>
  /** Puts the same on the clipboard, as Markdown; call it within a click. */
  readonly copy: () => void
  /** Stops what is under way; what was fixed stays so. */
  readonly cancel: () => void
  /** Ends what nobody waits for once another kit is chosen; a fix goes on. */
  readonly close: () => void
}

export interface BrandCheckOptions {
  readonly plugin: Plugin
  readonly brand: Files & Pick<Brand, 'client'>
  /** The kit as it is known now. */
  readonly kit: () => BrandKit
  /** Those of the kit as they are known now, or once they are; rejects with `Trouble`. */
  readonly colors: (signal: AbortSignal) => Promise<readonly BrandColor[]>
  readonly announce: Announce
}

export function createBrandCheck({
  plugin,
  brand,
  announce,
  ...given
}: BrandCheckOptions): BrandCheck {
  const state = signal<CheckState>({ at: 'start' })
  const canFollow = signal(false)
  const scope = signal<UpdateScope | null>(null)
  const choices = signal<ReadonlyMap<string, number | null>>(new Map())
  let running = new AbortController()
  const updates = createUpdates(brand, plugin, announce)

  const shown = computed((): CheckState => {
    const now = state.value
    if (now.at !== 'found') return now
    const { ignored } = now.look
    return {
      ...now,
      findings: withoutIgnored(now.findings, ignored),
      assets: withoutIgnored(now.assets, ignored),
    }
  })
  const chosen = computed(() => {
    const map = new Map<Finding, number>()
    if (shown.value.at !== 'found') return map
    for (const finding of shown.value.findings) {
      const place = choiceOf(finding)
      if (place !== null) map.set(finding, place)
    }
    return map
  })

  /** What a person has chosen, or else what is sure. */
  function choiceOf({ key, kind, nearest }: Finding): number | null {
    const choice = choices.value.get(key)
    if (choice !== undefined) return choice
    return isSure(kind) ? (nearest[0] ?? null) : null
  }

  function kit(): KitRef {
    const { id, name } = given.kit()
    return { id, name }
  }

  function begin(): AbortSignal {
    running.abort()
    running = new AbortController()
    return running.signal
  }

  /** Whether nothing has been begun since. */
  function isLatest(signal: AbortSignal): boolean {
    return running.signal === signal
  }

  function tell(error: unknown): void {
    announce(troubleOf(error).message)
  }

  function fail(error: unknown): void {
    state.value = isCancelled(error) ? { at: 'start' } : { at: 'failed', trouble: troubleOf(error) }
  }

  async function look(wanted: UpdateScope | null): Promise<void> {
    const signal = begin()
    state.value = {
      at: 'looking',
      progress: { pages: { done: 0, total: 1 }, layers: 0, found: [] },
    }
    try {
      const colors = await given.colors(signal)
      const reply = await plugin.request(
        'check:look',
        { sync: toJson({ kit: kit(), colors }), scope: wanted },
        {
          signal,
          onProgress(progress) {
            if (!signal.aborted) state.value = { at: 'looking', progress }
          },
        },
      )
      if (signal.aborted) return
      const seen = fromJson(reply)
      canFollow.value ||= seen.scope === 'page' || seen.scope === 'document'
      state.value = {
        ...{ at: 'found', look: seen, colors, fixing: null, comparison: 'running' },
        findings: findingsOf(seen.found, colors),
        assets: assetFindingsOf(seen.assets, NOTHING_PLACED, []),
      }
      void compare(seen, signal)
    } catch (error) {
      if (!signal.aborted) fail(error)
    }
  }

  /**
   * What Cliquify has of the placed assets counts as well; a library may take minutes, after which no
   * status must take the place of another one.
   */
  async function compare({ assets, scope }: BrandLook, signal: AbortSignal): Promise<void> {
    const { client } = brand
    const put = (changes: Partial<Found>): void => {
      if (!signal.aborted && state.value.at === 'found')
        state.value = { ...state.value, ...changes }
    }
    try {
      const options = { client, plugin, kit: given.kit(), scope, signal, onProgress: () => null }
      const placed = await checkPlaced(options)
      const isFaint = assets.some(({ problem }) => problem === 'faint')
      const logos = isFaint ? (await client.logos(given.kit(), signal)).items : []
      put({ assets: assetFindingsOf(assets, placed, logos), comparison: 'over' })
    } catch (error) {
      put({ comparison: troubleOf(error) })
    }
  }

  /** Once a step was undone; the choices stay. */
  function lookAgain(): void {
    const now = state.value
    if (now.at === 'found') void look(now.look.scope)
  }

  return {
    state: shown,
    chosen,
    canFollow,
    scope,
    async look(wanted) {
      scope.value = wanted
      choices.value = new Map()
      await look(wanted)
      const now = shown.value
      if (now.at === 'found') {
        const count = now.findings.length + now.assets.length
        announce(`${countOf(count, 'finding')} in ${countOf(now.look.layers, 'layer')}.`)
      }
    },
    choose({ key }, place) {
      choices.value = new Map(choices.value).set(key, place)
    },
    async show(layers, index) {
      const at = (index + layers.length) % layers.length
      await plugin
        .request('placement:show', layers[at] ?? '')
        .then(() => announce(`Layer ${at + 1} of ${layers.length}.`), tell)
    },
    async ignore(ignored, undo = false) {
      await plugin.request('check:ignore', { kitId: kit().id, ignored, undo }).then((all) => {
        const now = state.value
        if (now.at !== 'found') return
        state.value = { ...now, look: { ...now.look, ignored: all } }
        announce(`${ignored.name} is ${undo ? 'checked again' : 'ignored'}.`, null, lookAgain)
      }, tell)
    },
    async setRules(rules) {
      const now = state.value
      // Another one may be changed before this one is written.
      if (now.at === 'found') state.value = { ...now, look: { ...now.look, rules } }
      await plugin
        .request('check:rules', { kitId: kit().id, rules })
        .then(() => announce('Kept in this file for everyone. Check again.', null, lookAgain), tell)
    },
    async mend({ kind, layers, mend, next }) {
      const now = state.value
      if (now.at !== 'found' || now.fixing !== null) return
      const signal = begin()
      state.value = { ...now, fixing: { done: 0, total: layers.length } }
      const isMeant = ({ layer }: Pick<FoundAsset, 'layer'>): boolean =>
        layers.includes(layer.nodeId)
      const edited = kind === 'edited' ? layers : []
      if (next.length > 0) await updates.run(next.filter(isMeant), new Set(edited))
      else {
        await plugin.request('check:mend', mend.filter(isMeant)).then((count) => {
          announce(`${countOf(count, 'layer')} fixed.`, null, count > 0 && lookAgain)
        }, tell)
      }
      if (isLatest(signal)) await look(now.look.scope)
    },
    async fix() {
      const now = state.value
      if (now.at !== 'found' || now.fixing !== null) return
      const { colors } = now
      const fixes = [...chosen.value].map(([{ found, layers }, color]) => ({
        found: { ...found, layers },
        color,
      }))
      const total = countLayers([...chosen.value.keys()])
      const signal = begin()
      state.value = { ...now, fixing: { done: 0, total } }
      try {
        const fixed = await plugin.request('check:fix', toJson({ kit: kit(), colors, fixes }), {
          signal,
          onProgress(fixing) {
            // Once it is stopped, another look may be under way.
            if (!signal.aborted) state.value = { ...now, fixing }
          },
        })
        if (isLatest(signal)) await look(now.look.scope)
        announce(fixedText(fixed), null, fixed.fixed + fixed.plain > 0 && lookAgain)
      } catch (error) {
        if (isLatest(signal)) fail(error)
        else tell(error)
      }
    },
    async report() {
      const now = shown.value
      if (now.at !== 'found') return
      await plugin
        .request('check:report', reportOf(kit().name, now))
        .then(() => announce('Report made.', null, true), tell)
    },
    copy() {
      const now = shown.value
      if (now.at !== 'found') return
      const isCopied = copyText(markdownOf(reportOf(kit().name, now)))
      announce(isCopied ? 'Report copied, as Markdown.' : 'This browser did not copy. Use Report.')
    },
    cancel() {
      running.abort()
      updates.cancel()
      if (state.value.at === 'looking') state.value = { at: 'start' }
    },
    close() {
      const now = state.value
      if (now.at !== 'found' || now.fixing === null) running.abort()
    },
  }
}

function fixedText({ fixed, plain, left, cancelled }: BrandFixed): string {
  return sentences(
    cancelled && 'Cancelled.',
    `${countOf(fixed + plain, 'layer')} fixed.`,
    plain > 0 && `${plain} without a link.`,
    left > 0 && `${left} left unchanged.`,
  )
}
