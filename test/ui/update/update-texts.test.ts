import { describe, expect, it } from 'vitest'
import type { Provenance } from '../../../shared/placement.ts'
import { Trouble } from '../../../shared/trouble.ts'
import type { Outdated } from '../../../ui/update/outdated.ts'
import {
  checkingText,
  checkSummary,
  placeText,
  updateSummary,
  versionChange,
} from '../../../ui/update/update-texts.ts'
import { brandAsset, placedFrom } from '../placement/brand-asset.ts'

function outdated(
  now: string | null,
  before: string | null,
  given: Partial<Provenance> = {},
): Outdated {
  const layer = placedFrom(brandAsset({ updatedAt: before }))
  return {
    asset: brandAsset({ updatedAt: now }),
    layer: { ...layer, provenance: { ...layer.provenance, ...given } },
  }
}

const trouble = new Trouble({ kind: 'locked', message: 'It is locked.' })

describe('versionChange', () => {
  it('goes from the placed version to the newest, by day', () => {
    expect(versionChange(outdated('2026-03-03T12:00:00Z', '2025-01-12T12:00:00Z'))).toBe(
      '12 Jan 2025 → 3 Mar 2026',
    )
  })

  it('tells the time where the day is the same', () => {
    expect(versionChange(outdated('2026-03-03T12:30:00Z', '2026-03-03T12:00:00Z'))).toMatch(
      /^3 Mar 2026, \d\d:00 → \d\d:30$/,
    )
  })

  it('does without dates where Cliquify gives none, or the file never arrived', () => {
    expect(versionChange(outdated(null, null))).toBe('The file was replaced')
    const noDate = outdated('2026-03-03T12:00:00Z', 'no date')
    expect(versionChange(noDate)).toBe('The file was replaced')
    expect(versionChange(outdated(null, null, { incomplete: true }))).toBe('Its file never arrived')
  })
})

describe('placeText', () => {
  it('names the page, and the layer where somebody named it', () => {
    const plain = outdated(null, null)
    expect(placeText(plain)).toBe('Page 1')
    const named = { ...plain, layer: { ...plain.layer, nodeName: 'Header mark' } }
    expect(placeText(named)).toBe('Header mark · Page 1')
  })
})

describe('checkingText', () => {
  it('tells the page, and what was found', () => {
    expect(checkingText({ step: 'looking', pages: { done: 2, total: 5 }, layers: 1 })).toBe(
      'Looking for placed assets on page 3 of 5: 1 layer so far…',
    )
    expect(checkingText({ step: 'comparing', layers: 2, listed: 300 })).toBe(
      'Comparing 2 layers with Cliquify, 300 read so far…',
    )
  })
})

describe('checkSummary', () => {
  const layer = placedFrom(brandAsset())
  const none = { outdated: [], current: [], locked: [], unplaceable: [], gone: [], unknown: [] }

  it('counts the layers that are outdated', () => {
    const one = outdated('2026-03-03T12:00:00Z', '2026-02-12T12:00:00Z')
    expect(checkSummary({ ...none, outdated: [one] })).toBe(
      '1 layer has a newer version in Cliquify.',
    )
  })

  it('says that all is well only of layers that were checked', () => {
    expect(checkSummary({ ...none, current: [{ layer, asset: brandAsset() }] })).toContain(
      'up to date',
    )
    expect(checkSummary({ ...none, gone: [layer] })).toBe('Nothing to update.')
  })
})

describe('updateSummary', () => {
  it('counts what was updated, left, and not come to', () => {
    const updated = { status: 'updated', note: null } as const
    expect(updateSummary([updated, updated], 2)).toBe('2 layers updated.')
    expect(updateSummary([updated, { status: 'edited' }, { status: 'failed', trouble }], 5)).toBe(
      '1 layer updated. 1 layer edited by hand and left. 1 layer could not be updated. Cancelled, 2 layers left.',
    )
  })
})
