import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import type { Outcome } from '../../../shared/sync.ts'
import { sameAppearance, stateOf } from '../../../plugin/colors/appearance.ts'
import type { FileItem } from '../../../plugin/colors/file-item.ts'
import type { PlanRow } from '../../../plugin/colors/plan.ts'
import type { PlannedItem } from '../../../plugin/colors/plan-items.ts'
import { times } from '../../deep.ts'
import { applied, ASKED, partsOf, planRows, type ModelFile } from './model.ts'
import { brandColor, KIT, syncOf } from './samples.ts'

// Few names, ids and values, so that they meet often.
const name = fc.constantFrom('Red', 'Red 2', 'Blue', ' ', 'a/b', 'Red ')
const value = fc.constantFrom(
  { r: 1, g: 0, b: 0, a: 1 },
  { r: 0, g: 0.5, b: 1, a: 1 },
  { r: 0, g: 0.5, b: 1, a: 0.25 },
)
const gradient = fc.constant({
  type: 'linear' as const,
  angle: 90,
  stops: [
    { position: 0, color: { r: 1, g: 0, b: 0, a: 1 } },
    { position: 1, color: { r: 0, g: 0.5, b: 1, a: 1 } },
  ],
})
const color: fc.Arbitrary<BrandColor> = fc
  .record(
    {
      id: fc.option(fc.constantFrom('1', '2', '3', '10')),
      name,
      palette: fc.option(fc.constantFrom('Warm', '', 'Red')),
      value,
      gradient,
    },
    { requiredKeys: ['id', 'name', 'palette', 'value'] },
  )
  .map(brandColor)
const colors = fc.array(color, { maxLength: 8 })

const itemName = fc.constantFrom('Acme/Red', 'Acme/Red 2', 'Acme/Warm/Red', 'Acme/Blue', 'Mine')
const identity = ['id:1', 'id:2', 'id:3', 'id:99', 'name:Red', 'name:Warm/Red', 'name:Blue']

function item(kitId: fc.Arbitrary<string>) {
  return fc.record({
    name: itemName,
    value: fc.option(value),
    link: fc.option(
      fc.record({
        kitId,
        color: fc.constantFrom(...identity),
        name: itemName,
        wanted: itemName,
        value,
      }),
    ),
  })
}

const variables = fc
  .uniqueArray(item(fc.constant(KIT.id)), { maxLength: 5, selector: (each) => each.name })
  .map((list) => list.map((each, i): FileItem => ({ id: `V:${String(i)}`, ...each })))
const styles = fc
  .array(fc.tuple(item(fc.constantFrom(KIT.id, KIT.id, KIT.id, 'kit-2')), fc.nat(12)), {
    maxLength: 8,
  })
  .map((list) => list.map(([each, boundTo], i) => ({ id: `S:${String(i)}`, ...each, boundTo })))
/** Some of the styles show one of the variables. */
const file: fc.Arbitrary<ModelFile> = fc.tuple(styles, variables).map(([some, known]) => ({
  styles: some.map(({ boundTo, ...style }): FileItem => {
    const variable = known[boundTo]
    if (variable?.value == null) return style
    return { ...style, value: variable.value, boundTo: variable.id }
  }),
  variables: known,
}))

const QUIET: ReadonlySet<Outcome> = new Set(['unchanged', 'skipped', 'removed'])
const UNDECIDED: ReadonlySet<Outcome> = new Set([...QUIET, ...ASKED])

function byKey(rows: readonly PlanRow[]): readonly PlanRow[] {
  return rows
    .filter(({ key }) => !key.startsWith('repeated:'))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
}

function partsOfKind(rows: readonly PlanRow[], kind: 'style' | 'variable') {
  return rows.flatMap(partsOf).filter((part) => part.kind === kind)
}

function partKey({ kind, key }: PlannedItem): string {
  return `${kind} ${key}`
}

/**
 * Whether a style that is kept shows a variable that is written for another color: it changes with
 * that, and may then look as it was last synced, as if nobody had edited it.
 */
function keepsWhatFollows(rows: readonly PlanRow[], of: ModelFile): boolean {
  const ids = (undecided: boolean, kind: PlannedItem['kind']) =>
    partsOfKind(
      rows.filter(({ outcome }) => UNDECIDED.has(outcome) === undecided),
      kind,
    ).map(({ before }) => before?.id)
  const [kept, written] = [ids(true, 'style'), ids(false, 'variable')]
  return of.styles.some(
    ({ id, boundTo }) => boundTo !== undefined && kept.includes(id) && written.includes(boundTo),
  )
}

function namesOf(list: readonly FileItem[]): readonly string[] {
  return list.map((each) => each.name)
}

describe.each(['styles', 'variables', 'both'] as const)('a plan for %s', (target) => {
  const plan = (list: readonly BrandColor[], of: ModelFile) => planRows(syncOf(...list), target, of)

  it('is the same when made twice', async () => {
    await fc.assert(
      fc.asyncProperty(colors, file, async (list, of) => {
        expect(await plan(list, of)).toEqual(await plan(list, of))
      }),
    )
  })

  it('leaves nothing to write once it was applied with Cliquify’s side taken', async () => {
    await fc.assert(
      fc.asyncProperty(colors, file, async (list, of) => {
        const after = applied(await plan(list, of), of, 'theirs')
        const again = await plan(list, after)
        expect(again.filter(({ outcome }) => !QUIET.has(outcome))).toEqual([])
      }),
      { numRuns: times(100, 2_000) },
    )
  })

  it('leaves only what people kept once it was applied by default', async () => {
    await fc.assert(
      fc.asyncProperty(colors, file, async (list, of) => {
        const rows = await plan(list, of)
        fc.pre(!keepsWhatFollows(rows, of))
        const again = await plan(list, applied(rows, of, 'kept'))
        expect(again.filter(({ outcome }) => !UNDECIDED.has(outcome))).toEqual([])
        const kept = (some: readonly PlanRow[]) =>
          some.filter(({ outcome }) => ASKED.has(outcome)).length
        expect(kept(again)).toBe(kept(rows))
      }),
      { numRuns: times(200, 4_000) },
    )
  })

  it('does not depend on the order of the colors', async () => {
    const shuffled = colors.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    )
    await fc.assert(
      fc.asyncProperty(shuffled, file, async ([list, other], of) => {
        expect(byKey(await plan(other, of))).toEqual(byKey(await plan(list, of)))
      }),
      { numRuns: times(200, 4_000) },
    )
  })

  it('never writes two colors to one item, nor one color twice', async () => {
    await fc.assert(
      fc.asyncProperty(colors, file, async (list, of) => {
        const rows = await plan(list, of)
        const targets = rows.flatMap(partsOf).flatMap(({ before }) => before?.id ?? [])
        expect(new Set(targets).size).toBe(targets.length)
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
      }),
      { numRuns: times(200, 4_000) },
    )
  })

  it('deletes nothing without consent, and takes no consent but for what Cliquify lost', async () => {
    await fc.assert(
      fc.asyncProperty(colors, file, async (list, of) => {
        const rows = await plan(list, of)
        const after = applied(rows, of, 'theirs')
        const ids = (some: ModelFile) => [...some.styles, ...some.variables].map(({ id }) => id)
        expect(ids(after)).toEqual(expect.arrayContaining(ids(of)))
        for (const row of rows) {
          const { outcome, after: next } = row
          const removed = partsOf(row).some((part) => part.outcome === 'removed')
          expect(removed).toBe(outcome === 'removed')
          if (removed) expect(next).toBeNull()
        }
      }),
    )
  })

  it('writes unasked only over what has the color’s name or value, whatever its link says', async () => {
    await fc.assert(
      fc.asyncProperty(colors, file, async (list, of) => {
        for (const row of await plan(list, of)) {
          if (UNDECIDED.has(row.outcome)) continue
          for (const { outcome, before, link } of partsOf(row)) {
            if (before === null || link === null || QUIET.has(outcome)) continue
            const named = before.name.replace(/ \d+$/, '') === link.wanted.replace(/ \d+$/, '')
            expect(named || sameAppearance(before, stateOf(link)), JSON.stringify(row)).toBe(true)
          }
        }
      }),
      { numRuns: times(200, 4_000) },
    )
  })

  it('keeps the item of a linked color, whatever it is called now', async () => {
    await fc.assert(
      fc.asyncProperty(colors, name, file, async (list, renamed, of) => {
        const synced = applied(await plan(list, of), of, 'theirs')
        // Without an id, the name is the identity.
        const next = list.map((each) => (each.id === null ? each : { ...each, name: renamed }))
        const idsOf = (rows: readonly PlanRow[]) =>
          new Map(rows.flatMap(partsOf).map((part) => [partKey(part), part.before?.id]))
        const ids = idsOf(await plan(next, synced))
        for (const part of (await plan(list, synced)).flatMap(partsOf)) {
          if (part.outcome !== 'unchanged' || !part.identity.startsWith('id:')) continue
          // Of two colors with one id, another one may count under other names.
          if (list.filter(({ id }) => `id:${String(id)}` === part.identity).length > 1) continue
          expect(ids.get(partKey(part))).toBe(part.before?.id)
        }
      }),
      { numRuns: times(200, 4_000) },
    )
  })

  it('gives every color a name of its own', async () => {
    await fc.assert(
      fc.asyncProperty(colors, file, async (list, of) => {
        const rows = await plan(list, of)
        for (const kind of ['style', 'variable'] as const) {
          const names = partsOfKind(rows, kind).flatMap(({ link }) => link?.name ?? [])
          expect(new Set(names).size).toBe(names.length)
        }
        for (const side of ['theirs', 'kept'] as const) {
          const names = namesOf(applied(rows, of, side).variables)
          expect(new Set(names).size).toBe(names.length)
        }
      }),
      { numRuns: times(200, 4_000) },
    )
  })

  it('accounts for every color and for every item of the kit', async () => {
    await fc.assert(
      fc.asyncProperty(colors, file, async (list, of) => {
        const rows = await plan(list, of)
        expect(rows.filter(({ after }) => after !== null)).toHaveLength(list.length)
        const touched = new Set(rows.flatMap(partsOf).map(({ before }) => before?.id))
        const concerned = [
          ...(target === 'variables' ? [] : of.styles),
          ...(target === 'styles' ? [] : of.variables),
        ]
        for (const { id, link } of concerned) {
          if (link?.kitId === KIT.id) expect(touched).toContain(id)
          else if (link !== null) expect(touched).not.toContain(id)
        }
      }),
    )
  })
})
