import type { BrandColor } from '../../shared/brand.ts'
import { grouped } from '../../shared/grouped.ts'
import type { BrandLook, CheckReport } from '../../shared/check.ts'
import { nameAt } from '../colors/color-texts.ts'
import { countOf } from '../kit/count-of.ts'
import { ASSET_KINDS, type AssetFinding } from './asset-findings.ts'
import { KINDS, type Finding } from './findings.ts'

/** What a look has found and nobody ignores. */
export interface Findings {
  readonly look: Pick<BrandLook, 'linked' | 'layers'>
  readonly colors: readonly BrandColor[]
  readonly findings: readonly Finding[]
  readonly assets: readonly AssetFinding[]
}

/** How much of what was looked at is linked, where there was anything that could be. */
export function scoreText({ look, colors, findings }: Omit<Findings, 'assets'>): string {
  if (colors.length === 0) return 'This brand kit has no colors to hold the file against.'
  const { linked, layers } = look
  const off = countLayers(findings.filter(({ kind }) => kind !== 'contrast'))
  if (linked + off === 0)
    return `${countOf(layers, 'layer')} checked, no colors that are off-brand or linked.`
  const share = Math.floor((100 * linked) / (linked + off))
  return `${share} % on brand: ${linked} linked, ${off} not.`
}

export function countLayers(findings: readonly Pick<Finding, 'layers'>[]): number {
  return findings.reduce((sum, { layers }) => sum + layers.length, 0)
}

/** What a meeting is shown of it. */
export function reportOf(kitName: string, now: Findings): CheckReport {
  const labels = new Map(KINDS)
  const lines = [
    ...now.assets.map(({ key, kind, layers }) => ({
      ...{ kind: ASSET_KINDS[kind][0], key, layers },
      values: [],
    })),
    ...now.findings.map(({ key, kind, layers, found, nearest: [place = -1] }) => {
      const brand = now.colors[place]
      return {
        kind: labels.get(kind) ?? kind,
        // A name that is written from the right turns nothing beside it around.
        key: brand === undefined ? key : `${key} → \u2068${nameAt(now.colors, place)}\u2069`,
        layers,
        values: [found.value, ...(brand === undefined ? [] : [brand.value])],
      }
    }),
  ]
  return {
    title: `${kitName}: ${scoreText(now)}`,
    groups: [...grouped(lines, ({ kind }) => kind)].map(([title, group]) => ({
      title: `${title}: ${group.length}`,
      lines: group.map(({ key, layers, values }) => ({
        text: `${key}, ${countOf(layers.length, 'layer')}`,
        values,
        nodeId: layers[0] ?? '',
      })),
    })),
  }
}

export function markdownOf({ title, groups }: CheckReport): string {
  return [
    `# ${title}`,
    ...groups.map((group) =>
      [`## ${group.title}`, '', ...group.lines.map(({ text }) => `- ${text}`)].join('\n'),
    ),
  ].join('\n\n')
}
