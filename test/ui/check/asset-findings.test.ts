import { describe, expect, it } from 'vitest'
import type { BrandAsset } from '../../../shared/brand.ts'
import type { AssetProblem, FoundAsset } from '../../../shared/check.ts'
import type { PlacedAsset } from '../../../shared/update.ts'
import { assetFindingsOf } from '../../../ui/check/asset-findings.ts'
import { brandAsset, placedFrom } from '../placement/brand-asset.ts'

const NOTHING = { outdated: [], current: [], gone: [] }

const placed = (asset: BrandAsset, nodeId: string): PlacedAsset => ({
  ...placedFrom(asset),
  nodeId,
})
const found = (problem: AssetProblem, layer: PlacedAsset): FoundAsset => ({ problem, layer })

describe('findings of assets', () => {
  it('are one for each trouble of each asset, the worst first', () => {
    const logo = brandAsset({ name: 'Mark' })
    const other = brandAsset({ id: '2', name: 'Sign' })
    const findings = assetFindingsOf(
      [
        found('copy', placed(logo, 'a')),
        found('stretched', placed(logo, 'b')),
        found('stretched', placed(other, 'c')),
        found('stretched', placed(logo, 'd')),
      ],
      { ...NOTHING, gone: [placed(other, 'e')] },
      [],
    )
    expect(findings.map(({ key, layers }) => [key, layers])).toEqual([
      ['No longer in Cliquify: Sign', ['e']],
      ['Stretched: Mark', ['b', 'd']],
      ['Stretched: Sign', ['c']],
      ['Unlinked copy: Mark', ['a']],
    ])
  })

  it('tell what is against a rule, or of an instance, whatever Cliquify has of it', () => {
    const logo = brandAsset({ name: 'Mark' })
    const problems = ['small', 'crowded', 'recolored'] as const
    const findings = assetFindingsOf(
      problems.map((problem) => found(problem, placed(logo, problem))),
      NOTHING,
      [],
    )
    expect(findings.map(({ key, layers, next }) => [key, layers, next])).toEqual([
      ['Recolored in an instance: Mark', ['recolored'], []],
      ['Too little clear space: Mark', ['crowded'], []],
      ['Too small: Mark', ['small'], []],
    ])
  })

  it('bring back what was edited by hand, as Cliquify has it now', () => {
    const logo = brandAsset({ name: 'Mark' })
    const layer = placed(logo, 'a')
    const current = [{ layer, asset: logo }]
    const edited = [found('edited', layer)]
    const [finding] = assetFindingsOf(edited, { ...NOTHING, current }, [])
    expect(finding).toMatchObject({ kind: 'edited', next: [{ layer, asset: logo }], mend: [] })
    // What Cliquify has no more cannot be brought back.
    expect(assetFindingsOf(edited, NOTHING, [])).toEqual([])
  })

  it('swap a logo for the variant for the other ground, in the same format', () => {
    const dark = brandAsset({ id: '1', name: 'Acme mark, dark', format: 'svg' })
    const variants = [
      dark,
      brandAsset({ id: '2', name: 'Acme mark, light', format: 'png' }),
      brandAsset({ id: '3', name: 'Acme mark, light', format: 'svg' }),
      brandAsset({ id: '4', name: 'Acme mark, mono', format: 'svg' }),
      brandAsset({ id: '5', name: 'Other mark, light', format: 'svg' }),
    ]
    const layer = placed(dark, 'a')
    const [finding] = assetFindingsOf([found('faint', layer)], NOTHING, variants)
    expect(finding?.next.map(({ asset }) => asset.id)).toEqual(['3'])
  })

  it('takes no name that only begins like a tone for one', () => {
    const one = brandAsset({ id: '1', name: 'Revel mark, dark' })
    const other = brandAsset({ id: '2', name: 'Revel mark, reversed' })
    const [finding] = assetFindingsOf([found('faint', placed(one, 'a'))], NOTHING, [one, other])
    expect(finding?.next.map(({ asset }) => asset.id)).toEqual(['2'])
  })

  it('say nothing of a faint logo that has no other variant', () => {
    const dark = brandAsset({ id: '1', name: 'Acme mark, dark' })
    expect(assetFindingsOf([found('faint', placed(dark, 'a'))], NOTHING, [dark])).toEqual([])
  })
})
