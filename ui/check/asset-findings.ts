import type { BrandAsset } from '../../shared/brand.ts'
import { grouped } from '../../shared/grouped.ts'
import type { AssetProblem, FoundAsset } from '../../shared/check.ts'
import type { Provenance } from '../../shared/placement.ts'
import type { PlacedAsset } from '../../shared/update.ts'
import { logoFamily } from '../logos/variants.ts'
import { whyNotPlaceable } from '../placement/placeable.ts'
import type { Comparison, Outdated } from '../update/outdated.ts'

/** `gone`: no longer in Cliquify. */
export type AssetKind = AssetProblem | 'outdated' | 'gone'

/** Layers that show one asset, all with the same trouble. */
export interface AssetFinding {
  /** What people read, and what tells findings apart. */
  readonly key: string
  readonly kind: AssetKind
  readonly layers: readonly string[]
  /** What is mended as it stands. */
  readonly mend: readonly FoundAsset[]
  /** What is placed anew, in the same box. */
  readonly next: readonly Outdated[]
}

/** What people read of each, and of what is done about it; worst first. */
export const ASSET_KINDS: Readonly<Record<AssetKind, readonly [label: string, fix: string]>> = {
  gone: ['No longer in Cliquify', ''],
  outdated: ['Outdated', 'Update'],
  faint: ['Hard to see', 'Swap variant'],
  stretched: ['Stretched', 'Fix'],
  recolored: ['Recolored in an instance', ''],
  edited: ['Edited by hand', 'Restore'],
  crowded: ['Too little clear space', ''],
  small: ['Too small', ''],
  copy: ['Unlinked copy', 'Adopt'],
}

/** `logos`: the kit's, for variants. */
export function assetFindingsOf(
  found: readonly FoundAsset[],
  placed: Pick<Comparison, 'current' | 'outdated' | 'gone'>,
  logos: readonly BrandAsset[],
): readonly AssetFinding[] {
  const now = new Map(
    [...placed.current, ...placed.outdated].map(({ layer, asset }) => [layer.nodeId, asset]),
  )
  const items: readonly Item[] = [
    ...placed.gone.map((layer) => ({ kind: 'gone', layer }) as const),
    ...placed.outdated.map(({ layer, asset }) => ({ kind: 'outdated', layer, asset }) as const),
    ...found.flatMap((each): readonly Item[] => {
      const { problem: kind, layer } = each
      if (kind === 'copy' || kind === 'stretched') return [{ kind, layer, mend: each }]
      if (ASSET_KINDS[kind][1] === '') return [{ kind, layer }]
      const same = now.get(layer.nodeId)
      const asset = kind === 'faint' ? variantOf(layer.provenance, logos) : same
      return asset === undefined ? [] : [{ kind, layer, asset }]
    }),
  ]
  const kinds = Object.keys(ASSET_KINDS)
  return [
    ...grouped(items, ({ kind, layer }) => `${ASSET_KINDS[kind][0]}: ${layer.provenance.name}`),
  ]
    .map(([key, group]) => ({
      key,
      kind: group[0]?.kind ?? 'gone',
      layers: group.map(({ layer }) => layer.nodeId),
      mend: group.flatMap(({ mend }) => mend ?? []),
      next: group.flatMap(({ layer, asset }) => (asset === undefined ? [] : { layer, asset })),
    }))
    .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))
}

interface Item {
  readonly kind: AssetKind
  readonly layer: PlacedAsset
  readonly asset?: BrandAsset
  readonly mend?: FoundAsset
}

/** Of logos that are drawn light, for dark grounds. */
const LIGHT = /\b(?:light|white|inv(?:erse|erted)?|rev(?:ersed?)?|neg(?:ative)?|knockout|ko)\b/i

/** The logo for the other kind of ground; in the same format, where there is one. */
function variantOf(
  { name, assetId }: Provenance,
  logos: readonly BrandAsset[],
): BrandAsset | undefined {
  const others = logos.filter(
    (logo) =>
      logo.id !== assetId &&
      logoFamily(logo.name) === logoFamily(name) &&
      LIGHT.test(logo.name) !== LIGHT.test(name) &&
      whyNotPlaceable(logo) === null,
  )
  const format = logos.find(({ id }) => id === assetId)?.format
  return others.find((logo) => logo.format === format) ?? others[0]
}
