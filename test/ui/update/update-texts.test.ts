import { describe, expect, it } from 'vitest'
import { checkSummary, updateSummary, versionChange } from '../../../ui/update/update-texts.ts'
import { assetKey } from '../../../ui/placement/asset-key.ts'
import type { Outdated } from '../../../ui/update/outdated.ts'
import { brandAsset, placedFrom } from '../placement/brand-asset.ts'

function outdated(now: string | null, ...before: (string | null)[]): Outdated {
  const asset = brandAsset({ updatedAt: now })
  const layers = before.map((updatedAt) => placedFrom(brandAsset({ updatedAt })))
  return { key: assetKey(asset), asset, layers }
}

describe('versionChange', () => {
  it('goes from the oldest placed version to the newest', () => {
    expect(
      versionChange(
        outdated('2026-03-03T12:00:00Z', '2026-02-12T12:00:00Z', '2026-01-12T12:00:00Z'),
      ),
    ).toBe('12 Jan 2026 → 3 Mar 2026')
  })

  it('tells the time where the day is the same', () => {
    expect(versionChange(outdated('2026-03-03T12:30:00Z', '2026-03-03T12:00:00Z'))).toMatch(
      /^3 Mar 2026, \d\d:00 → 3 Mar 2026, \d\d:30$/,
    )
  })

  it('does without dates where Cliquify gives none', () => {
    expect(versionChange(outdated(null, null))).toBe('The file was replaced')
  })
})

describe('checkSummary', () => {
  const layer = placedFrom(brandAsset())
  const none = { outdated: [], current: [], gone: [], unknown: [] }

  it('counts assets, not layers, that are outdated', () => {
    const one = outdated('2026-03-03T12:00:00Z', '2026-02-12T12:00:00Z', '2026-01-12T12:00:00Z')
    expect(checkSummary({ ...none, outdated: [one] })).toBe(
      '1 asset has a newer version in Cliquify.',
    )
  })

  it('says that all is well only of layers that were checked', () => {
    expect(checkSummary({ ...none, current: [layer] })).toContain('up to date')
    expect(checkSummary({ ...none, gone: [layer] })).toBe('Nothing to update.')
  })
})

describe('updateSummary', () => {
  const trouble = { message: 'It is locked.', action: 'retry', details: null } as const

  it('counts what was updated over all assets', () => {
    const done = (updated: number) =>
      ({ status: 'done', result: { updated, failed: [], note: null } }) as const
    expect(updateSummary([done(2), done(1)])).toBe('3 layers updated.')
  })

  it('counts layers that failed one by one and those whose asset could not be fetched', () => {
    const failed = [{ layer: placedFrom(brandAsset()), trouble }]
    expect(
      updateSummary([
        { status: 'done', result: { updated: 1, failed, note: null } },
        { status: 'failed', trouble, layers: 4 },
      ]),
    ).toBe('1 layer updated. 5 layers could not be updated.')
  })
})
