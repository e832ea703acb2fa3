import type { Provenance } from '../../shared/placement.ts'
import { memberOf } from '../member-of.ts'
import { readNote, writeNote } from '../notes.ts'
import { finite, orNull, plain, readKind, recordOf, text } from '../read.ts'
import { aspectOf, fingerprintOf } from './fingerprint.ts'
import { editPageOf, isVectorHolder, templatePicture } from './template.ts'

/** The key of a placed layer's provenance; shared data outlives a re-published plugin. */
export const PROVENANCE_KEY = 'asset'

/** Where the layer came from, or null where it was not placed by this plugin. */
export function readProvenance(node: PluginDataMixin): Provenance | null {
  const data = readNote(node, PROVENANCE_KEY)
  const placed = readPlaced(data)
  if (!placed) return null
  const link = placed.kind === 'template' ? text(data?.['link']) : undefined
  return {
    ...placed,
    ...(link !== undefined && { link }),
    ...(data?.['incomplete'] === true && { incomplete: true }),
    ...(data?.['fill'] === true && { fill: true }),
  }
}

const readPlaced = recordOf<Omit<Provenance, 'link' | 'incomplete' | 'fill'>>({
  kind: readKind,
  assetId: text,
  kitId: orNull(text),
  version: orNull(plain),
  url: text,
  name: plain,
})

/** Whether the layer was placed of the asset that is meant. */
export function isOfAsset(node: PluginDataMixin, { kind, assetId }: Provenance): boolean {
  const last = readProvenance(node)
  return last?.kind === kind && last.assetId === assetId
}

/** What the vectors in the layer were when they were placed; null where that was not noted. */
export function readFingerprint(node: PluginDataMixin): string | null {
  const data = readNote(node, PROVENANCE_KEY)
  return text(data?.['content']) ?? null
}

/** Width to height of the vectors in the layer when they were placed; null where that was not noted. */
export function readAspect(node: PluginDataMixin): number | null {
  return finite(readNote(node, PROVENANCE_KEY)?.['aspect']) ?? null
}

/** Not every editor that runs plugins shows buttons of theirs. */
export function giveButtons(
  node: Pick<SceneNode, 'setRelaunchData'>,
  buttons: Readonly<Record<string, string>>,
): void {
  memberOf(node, 'setRelaunchData')?.(buttons)
}

/** Whether the whole layer came from Cliquify, not only its fill. */
export function isPlaced(node: PluginDataMixin): boolean {
  const provenance = readProvenance(node)
  return provenance !== null && !provenance.fill
}

/** Whether nothing else belongs into the layer; on a template people put what is theirs. */
export function isSealed(node: SceneNode): boolean {
  return isPlaced(node) && !templatePicture(node)
}

/**
 * Gives the layer the buttons of `manifest.json` and, as the last thing, its mark. `aspect`: that of the
 * vectors as Cliquify has them, where it is another than they have now.
 */
export function writeProvenance(
  node: SceneNode,
  provenance: Provenance,
  aspect: number | null = null,
): void {
  const data = isVectorHolder(node, provenance.fill)
    ? { ...provenance, content: fingerprintOf(node), aspect: aspect ?? aspectOf(node) }
    : provenance
  const edit = editPageOf(provenance) === null ? {} : { 'edit-template': '' }
  giveButtons(node, { ...edit, 'update-assets': '', open: '' })
  writeNote(node, PROVENANCE_KEY, data)
}
