import type { Rgba } from '../../shared/brand.ts'
import { contrastRatio } from '../../shared/contrast.ts'
import type { AssetProblem, FoundAsset, LogoRules } from '../../shared/check.ts'
import type { Provenance } from '../../shared/placement.ts'
import { valueOf, type ColorProfile } from '../colors/paints.ts'
import { shownPaints } from '../colors/targets.ts'
import { memberOf } from '../member-of.ts'
import { holdsVectors, isEdited, isFromSvg } from '../placement/edited.ts'
import { aspectOf, fingerprintOf, isSameContent } from '../placement/fingerprint.ts'
import { findLayer } from '../layer.ts'
import { placedAsset, placedIn } from '../placement/list.ts'
import { fillsOf } from '../placement/paints.ts'
import { readAspect, readFingerprint, readProvenance } from '../placement/provenance.ts'
import { isVectorHolder, type VectorHolder } from '../placement/template.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { isCrowded } from './clear-space.ts'
import type { GroundOf } from './ground.ts'
import type { CheckedLayer } from './layers.ts'

/** How far an aspect may be off, as a share. */
const TOLERANCE = 0.01
/** WCAG 2.2, 1.4.11: of graphics. */
const ENOUGH = 3

export type AssetHost = Pick<PluginAPI, 'currentPage' | 'getImageByHash' | 'getNodeByIdAsync'>

/** Gathers what is wrong with logos and pictures. */
export interface AssetCheck {
  look(layer: CheckedLayer): Promise<void>
  /** What was found in all layers that were looked at. */
  found(): Promise<readonly FoundAsset[]>
  /** Ids of the layers of copies that were found: their colors are an asset's own. */
  readonly copied: ReadonlySet<string>
}

/** What was placed, by which another layer that shows the same is known. */
interface Known {
  /** Of vectors, their fingerprint; null of a picture, which its hash tells. */
  readonly content: string | null
  readonly aspect: number | null
  readonly provenance: Provenance
}

export function createAssetCheck(
  figma: AssetHost,
  groundOf: GroundOf,
  profile: ColorProfile,
  { leastWidth, clearSpace }: LogoRules,
): AssetCheck {
  const wrong: FoundAsset[] = []
  const copied = new Set<string>()
  const known = new Map<string | number, readonly Known[]>()
  const unmarked: { readonly nodeId: string; readonly keys: readonly (string | number)[] }[] = []

  const problemOf = async (
    node: SceneNode,
    provenance: Provenance,
  ): Promise<AssetProblem | null> => {
    if (provenance.incomplete) return null
    if (!holdsVectors(node)) return (await showsStretched(figma, node)) ? 'stretched' : null
    // The first version did not note what it placed.
    if (readFingerprint(node) === null) return null
    if (isEdited(node)) return 'edited'
    const aspect = readAspect(node)
    if (aspect !== null && isOff(aspectOf(node) / aspect)) return 'stretched'
    return provenance.kind === 'logo' && isFaint(node, groundOf(node), profile) ? 'faint' : null
  }

  /** What is marked is what copies are known by. */
  const learn = (node: SceneNode, provenance: Provenance): void => {
    for (const key of keysOf(node)) {
      const content = typeof key === 'number' ? readFingerprint(node) : null
      if (typeof key === 'number' && content === null) continue
      const others = known.get(key) ?? []
      const isNew = others.every((each) => each.content !== content)
      const aspect = readAspect(node)
      if (isNew) known.set(key, [...others, { content, aspect, provenance }])
    }
  }

  return {
    async look({ node, provenance, inherited, recolored }) {
      const tell = (problem: AssetProblem): void => {
        if (provenance) wrong.push({ problem, layer: placedAsset(node, provenance) })
      }
      if (recolored) tell('recolored')
      if (inherited) return
      if (!provenance) {
        const keys = keysOf(node)
        if (keys.length > 0) unmarked.push({ nodeId: node.id, keys })
        return
      }
      learn(node, provenance)
      const problem = await problemOf(node, provenance)
      if (problem) tell(problem)
      if (provenance.kind !== 'logo') return
      if (node.width < leastWidth) tell('small')
      if (clearSpace > 0 && (await isCrowded(node, clearSpace / 100))) tell('crowded')
    },
    async found() {
      // What is locked, hidden or not looked at is marked as well.
      for (const root of unmarked.length > 0 ? figma.currentPage.children : []) {
        for (const node of placedIn([root])) {
          const provenance = readProvenance(node)
          if (provenance) learn(node, provenance)
        }
        await yieldIfDue()
      }
      for (const { nodeId, keys } of unmarked) {
        const alike = keys.flatMap((key) => known.get(key) ?? [])
        if (alike.length === 0) continue
        await yieldIfDue()
        const node = await findLayer(figma, nodeId)
        if (!node) continue
        const now = 'children' in node ? fingerprintOf(node) : ''
        const same = alike.find(({ content }) => content === null || isSameContent(content, now))
        if (!same) continue
        const { aspect, provenance } = same
        wrong.push({ problem: 'copy', layer: placedAsset(node, provenance), aspect })
        if (same.content === null || !('children' in node)) continue
        for (const { id } of [node, ...node.findAll()]) copied.add(id)
      }
      return wrong
    },
    copied,
  }
}

/**
 * Hashes of the pictures that a layer shows, and how many layers its drawing has: to read the
 * fingerprint of every frame would take long.
 */
function keysOf(node: SceneNode): readonly (string | number)[] {
  const isDrawing =
    isVectorHolder(node) && node.children.length > 0 && node.children.every(isFromSvg)
  return isDrawing ? [...hashesOf(node), node.children.length] : hashesOf(node)
}

function hashesOf(node: SceneNode): readonly string[] {
  return fillsOf(node).flatMap(
    (paint) => memberOf(paint, 'imageHash') ?? memberOf(paint, 'videoHash') ?? [],
  )
}

function isOff(stretch: number): boolean {
  return Math.abs(stretch - 1) > TOLERANCE
}

/**
 * Whether a picture is cropped to other proportions than its own; its transform is from the layer's unit
 * square to the picture's.
 */
async function showsStretched(figma: AssetHost, node: SceneNode): Promise<boolean> {
  for (const paint of fillsOf(node)) {
    if (paint.type !== 'IMAGE' || paint.scaleMode !== 'CROP') continue
    const [[a, b], [c, d]] = paint.imageTransform ?? [
      [1, 0, 0],
      [0, 1, 0],
    ]
    const image = paint.imageHash === null ? null : figma.getImageByHash(paint.imageHash)
    if (!image) continue
    const { width, height } = await image.getSizeAsync()
    const across = node.width / Math.hypot(a * width, c * height)
    const down = node.height / Math.hypot(b * width, d * height)
    if (isOff(across / down)) return true
  }
  return false
}

/** Whether most of a logo is hard to see on what lies under it. */
function isFaint(logo: VectorHolder, ground: Rgba | null, profile: ColorProfile): boolean {
  if (!ground) return false
  let [seen, lost] = [0, 0]
  for (const node of logo.findAll(({ visible }) => visible)) {
    const paints = [...shownPaints(node, 'fill'), ...shownPaints(node, 'stroke')]
    const isLost = paints.every(
      (paint) => paint?.type === 'SOLID' && contrastRatio(valueOf(paint, profile), ground) < ENOUGH,
    )
    const area = paints.length * node.width * node.height
    if (isLost) lost += area
    else seen += area
  }
  return lost > seen
}
