import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { BrandColor } from '../../shared/brand.ts'
import { toJson } from '../../shared/json.ts'
import type {
  BrandCheck as Look,
  BrandFixed,
  IgnoredColor,
  KitRef,
  ListProgress,
  Progress,
  UpdateScope,
} from '../../shared/protocol.ts'
import { isCancelled, troubleOf, type Trouble } from '../../shared/trouble.ts'
import { countOf } from '../kit/count-of.ts'
import type { Plugin } from '../plugin.ts'
import type { Announce } from '../status.ts'
import { findingsOf, KINDS, type Finding } from './findings.ts'

export type CheckState =
  | { readonly at: 'start' }
  | { readonly at: 'looking'; readonly progress: ListProgress }
  | { readonly at: 'failed'; readonly trouble: Trouble }
  | {
      readonly at: 'found'
      readonly look: Look
      readonly colors: readonly BrandColor[]
      readonly findings: readonly Finding[]
      /** Null while nothing is being fixed. */
      readonly fixing: Progress | null
    }

/** One kit's check of the file; it outlives the tab it is shown in. */
export interface BrandCheck {
  readonly state: ReadonlySignal<CheckState>
  /** The findings that are to be fixed, and the places of the colors that they are put on. */
  readonly chosen: ReadonlySignal<ReadonlyMap<Finding, number>>
  /** Null looks at the selection, or on the page where nothing is selected. */
  readonly look: (scope: UpdateScope | null) => Promise<void>
  /** Chooses the color that a finding is put on; null leaves it. */
  readonly choose: (finding: Finding, place: number | null) => void
  /** Selects a layer of the finding on the canvas. */
  readonly show: (finding: Finding, index: number) => Promise<void>
  /** A null reason takes it back. */
  readonly ignore: (hex: string, reason: string | null) => Promise<void>
  readonly fix: () => Promise<void>
  /** Makes a frame of what was found on the page. */
  readonly report: () => Promise<void>
  /** Stops what is under way; what was fixed stays so. */
  readonly cancel: () => void
}

export interface BrandCheckOptions {
  readonly plugin: Plugin
  readonly kit: KitRef
  /** Those of the kit as they are known now. */
  readonly colors: () => readonly BrandColor[]
  readonly announce: Announce
}

export function createBrandCheck({
  plugin,
  kit,
  announce,
  ...given
}: BrandCheckOptions): BrandCheck {
  const state = signal<CheckState>({ at: 'start' })
  const choices = signal<ReadonlyMap<string, number | null>>(new Map())
  let running = new AbortController()
  const ref = { id: kit.id, name: kit.name }

  const chosen = computed(() => {
    const map = new Map<Finding, number>()
    if (state.value.at !== 'found') return map
    for (const finding of state.value.findings) {
      const place = choiceOf(finding)
      if (place !== null) map.set(finding, place)
    }
    return map
  })

  /** What a person has chosen, or else what is sure. */
  function choiceOf({ key, kind, nearest }: Finding): number | null {
    const choice = choices.value.get(key)
    if (choice !== undefined) return choice
    return kind === 'unlinked' || kind === 'almost' ? (nearest[0] ?? null) : null
  }

  function begin(): AbortSignal {
    running.abort()
    running = new AbortController()
    return running.signal
  }

  function tell(error: unknown): void {
    announce(troubleOf(error).message)
  }

  function fail(error: unknown): void {
    state.value = isCancelled(error) ? { at: 'start' } : { at: 'failed', trouble: troubleOf(error) }
  }

  async function look(scope: UpdateScope | null): Promise<void> {
    const signal = begin()
    const colors = given.colors()
    state.value = { at: 'looking', progress: { pages: { done: 0, total: 1 }, layers: 0 } }
    try {
      const seen = await plugin.request(
        'check:look',
        { sync: toJson({ kit: ref, colors }), scope },
        {
          signal,
          onProgress(progress) {
            if (!signal.aborted) state.value = { at: 'looking', progress }
          },
        },
      )
      if (signal.aborted) return
      const findings = withoutIgnored(findingsOf(seen.found, colors), seen.ignored)
      state.value = { at: 'found', look: seen, colors, findings, fixing: null }
    } catch (error) {
      if (!signal.aborted) fail(error)
    }
  }

  return {
    state,
    chosen,
    async look(scope) {
      choices.value = new Map()
      await look(scope)
      if (state.value.at === 'found')
        announce(`${countOf(state.value.findings.length, 'finding')}.`)
    },
    choose({ key }, place) {
      choices.value = new Map(choices.value).set(key, place)
    },
    async show({ found: { layers } }, index) {
      const at = (index + layers.length) % layers.length
      await plugin
        .request('placement:show', layers[at] ?? '')
        .then(() => announce(`Layer ${at + 1} of ${layers.length}.`), tell)
    },
    async ignore(hex, reason) {
      await plugin.request('check:ignore', { kitId: ref.id, hex, reason }).then((ignored) => {
        const now = state.value
        if (now.at !== 'found') return
        const findings = withoutIgnored(findingsOf(now.look.found, now.colors), ignored)
        state.value = { ...now, look: { ...now.look, ignored }, findings }
        announce(reason === null ? `${hex} is checked again.` : `${hex} is ignored.`, null, true)
      }, tell)
    },
    async fix() {
      const now = state.value
      if (now.at !== 'found' || now.fixing !== null) return
      const { colors } = now
      const fixes = [...chosen.value].map(([{ found }, color]) => ({ found, color }))
      const total = fixes.reduce((sum, { found }) => sum + found.layers.length, 0)
      const signal = begin()
      state.value = { ...now, fixing: { done: 0, total } }
      try {
        const fixed = await plugin.request('check:fix', toJson({ kit: ref, colors, fixes }), {
          signal,
          onProgress: (fixing) => (state.value = { ...now, fixing }),
        })
        await look(now.look.scope)
        announce(fixedText(fixed), null, fixed.fixed + fixed.plain > 0)
      } catch (error) {
        fail(error)
      }
    },
    async report() {
      const now = state.value
      if (now.at !== 'found') return
      const lines = now.findings.map(({ key, kind, found, nearest }) => {
        const brand = nearest.slice(0, 1).flatMap((place) => now.colors[place] ?? [])
        const label = new Map(KINDS).get(kind)
        const names = [key, ...brand.map(({ name }) => name)].join(' → ')
        return {
          values: [found.value, ...brand.map(({ value }) => value)],
          text: `${label}: ${names}, ${countOf(found.layers.length, 'layer')}`,
        }
      })
      await plugin
        .request('check:report', { title: `${ref.name}: ${scoreText(now)}`, lines })
        .then(() => announce('Report made.', null, true), tell)
    },
    cancel() {
      running.abort()
      if (state.value.at === 'looking') state.value = { at: 'start' }
    },
  }
}

/** How much of what was looked at is linked. */
export function scoreText({ look, findings }: Extract<CheckState, { at: 'found' }>): string {
  const off = findings.reduce((sum, { found }) => sum + found.layers.length, 0)
  const share = Math.floor(100 - (100 * off) / (look.linked + off || 1))
  return `${share} % on brand: ${look.linked} linked, ${off} not.`
}

function withoutIgnored(
  findings: readonly Finding[],
  ignored: readonly IgnoredColor[],
): readonly Finding[] {
  const hexes = new Set(ignored.map(({ hex }) => hex))
  return findings.filter(({ key }) => !hexes.has(key))
}

function fixedText({ fixed, plain, left, cancelled }: BrandFixed): string {
  const parts = [`${countOf(fixed + plain, 'layer')} fixed.`]
  if (plain > 0) parts.push(`${plain} without a link.`)
  if (left > 0) parts.push(`${left} left unchanged.`)
  if (cancelled) parts.unshift('Cancelled.')
  return parts.join(' ')
}
