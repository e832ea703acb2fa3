import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import { markdownOf, reportOf, scoreText, type Findings } from '../../../ui/check/report.ts'
import type { Finding } from '../../../ui/check/findings.ts'

const RED = { r: 1, g: 0, b: 0, a: 1 }
const CORAL: BrandColor = {
  ...{ id: '1', name: 'Coral', palette: null, notation: '#F08060' },
  value: { ...RED, r: 0.94 },
}

function finding(kind: Finding['kind'], key: string, layers: number, nearest: readonly number[]) {
  const ids = Array.from({ length: layers }, (_, index) => String(index))
  return { key, kind, nearest, layers: ids, found: { value: RED, exact: null, layers: ids } }
}

const NOW: Findings = {
  look: { linked: 6, layers: 9 },
  colors: [CORAL],
  findings: [
    finding('off-brand', '#00FF00', 1, []),
    finding('almost', '#FF0000', 1, [0]),
    finding('contrast', '#888888 on #FFFFFF, 3.54:1 of 4.5:1', 2, [0]),
  ],
  assets: [{ key: 'Stretched: Mark', kind: 'stretched', layers: ['9'], mend: [], next: [] }],
}

describe('the report of a check', () => {
  it('counts as on brand what is linked, of all colors that could be', () => {
    expect(scoreText(NOW)).toBe('75 % on brand: 6 linked, 2 not.')
  })

  it('calls nothing on brand where no color was judged', () => {
    const nothing = { ...NOW, look: { linked: 0, layers: 1 }, findings: [] }
    expect(scoreText(nothing)).toBe('1 layer checked, no colors that are off-brand or linked.')
    expect(scoreText({ ...nothing, colors: [] })).toBe(
      'This brand kit has no colors to hold the file against.',
    )
  })

  it('groups what was found, with the brand’s nearest color', () => {
    const { title, groups } = reportOf('Acme', NOW)
    expect(title).toBe('Acme: 75 % on brand: 6 linked, 2 not.')
    expect(groups.map((group) => group.title)).toEqual([
      'Stretched: 1',
      'Off-brand: 1',
      'Almost: 1',
      'Low contrast: 1',
    ])
    expect(groups[2]?.lines).toEqual([
      { text: '#FF0000 → \u2068Coral\u2069, 1 layer', values: [RED, CORAL.value], nodeId: '0' },
    ])
  })

  it('is read as Markdown, too', () => {
    expect(markdownOf(reportOf('Acme', { ...NOW, assets: [], findings: NOW.findings.slice(0, 1) })))
      .toBe(`# Acme: 85 % on brand: 6 linked, 1 not.

## Off-brand: 1

- #00FF00, 1 layer`)
  })
})
