import { describe, expect, it } from 'vitest'
import type { Reason } from '../../../shared/sync.ts'
import { reasonText } from '../../../ui/colors/reason-texts.ts'

/** One of each kind: a kind that is added has to be added here. */
const REASONS: { readonly [Kind in Reason['kind']]: Reason & { readonly kind: Kind } } = {
  'link-renewed': { kind: 'link-renewed' },
  repeated: { kind: 'repeated' },
  'seen-by-others': { kind: 'seen-by-others' },
  unbinds: { kind: 'unbinds' },
  binds: { kind: 'binds' },
  'no-gradient': { kind: 'no-gradient' },
  gone: { kind: 'gone' },
  changed: { kind: 'changed' },
  full: { kind: 'full' },
  'in-use': { kind: 'in-use' },
  refused: { kind: 'refused' },
  'not-merged': { kind: 'not-merged' },
  copy: { kind: 'copy', item: 'style' },
  'in-doubt': { kind: 'in-doubt', item: 'variable' },
  'not-solid': { kind: 'not-solid', item: 'variable' },
  deleted: { kind: 'deleted', item: 'style' },
  'left-out': { kind: 'left-out', item: 'style' },
  'keeps-place': { kind: 'keeps-place', name: 'Acme/Red' },
  numbered: { kind: 'numbered', name: 'Acme/Red' },
  'name-taken': { kind: 'name-taken', name: 'Acme/Red' },
  'name-refused': { kind: 'name-refused', name: 'Acme/Red' },
}
const ALL: readonly Reason[] = Object.values(REASONS)

describe('what people read of a reason', () => {
  it.each(ALL)('is whole sentences of its own: $kind', (reason) => {
    const text = reasonText(reason)
    expect(text).toMatch(/^[A-Z].*[^.]\.$/)
    expect(ALL.filter((other) => reasonText(other) === text)).toEqual([reason])
  })

  it.each(ALL.filter((reason) => 'name' in reason))('says the name: $kind', (reason) => {
    expect(reasonText(reason)).toContain('“Acme/Red”')
  })

  it.each(ALL.filter((reason) => 'item' in reason))('says what it is: $kind', ({ kind }) => {
    for (const item of ['style', 'variable'] as const) {
      expect(reasonText({ kind, item })).toMatch(new RegExp(item, 'i'))
    }
  })

  it.each([
    ['changed', 'Sync again to decide.'],
    ['full', '5,000 variables'],
    ['in-use', 'so it was kept'],
    ['not-merged', 'then merge again'],
    ['no-gradient', 'Sync as styles'],
    ['unbinds', 'unbinds it'],
    ['seen-by-others', 'their modes show it too'],
  ] as const)('says what there is to know or to do: %s', (kind, what) => {
    expect(reasonText(REASONS[kind])).toContain(what)
  })
})
