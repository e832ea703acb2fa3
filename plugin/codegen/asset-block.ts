import type { Provenance } from '../../shared/placement.ts'
import { KIND_NAMES } from '../../shared/kind-names.ts'
import { readProvenance } from '../placement/provenance.ts'
import { editPageOf } from '../placement/template.ts'

/** What of Cliquify a layer shows, as lines for people; null where it shows nothing of it. */
export async function readAssetLines(node: SceneNode): Promise<readonly string[] | null> {
  const provenance = await placedAt(node)
  if (provenance === null) return null
  const { kind, name, version, url, incomplete, fill } = provenance
  const page = editPageOf(provenance)
  return [
    `${KIND_NAMES[kind]}: ${name}`,
    ...(version === null ? [] : [`Version: ${version}`]),
    ...(page === null ? [] : [`Link: ${page}`]),
    ...(url.startsWith('https://') ? [`File: ${url}`] : []),
    ...(fill === true ? ['Only the fill of this layer is from Cliquify.'] : []),
    ...(incomplete === true ? ['The layer still shows the thumbnail.'] : []),
  ]
}

/** The mark on the layer, on what holds it, or on the component that it is an instance of. */
async function placedAt(node: SceneNode): Promise<Provenance | null> {
  for (let step: BaseNode | null = node; step !== null; step = step.parent) {
    if (step.type === 'PAGE' || step.type === 'DOCUMENT') return null
    const own = readProvenance(step)
    // What holds a layer, and is only filled from Cliquify, says nothing of the layer.
    if (own !== null && (step === node || own.fill !== true)) return own
    const main = step.type === 'INSTANCE' ? await step.getMainComponentAsync() : null
    const ofMain = main === null ? null : readProvenance(main)
    if (ofMain !== null) return ofMain
  }
  return null
}
