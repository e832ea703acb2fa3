import type { Content, Provenance } from '../../shared/placement.ts'
import { ifAble } from '../if-able.ts'
import { noteText, writeNoteText } from '../notes.ts'
import { writeIfOther } from '../write-if-other.ts'
import { decodeContent, makeVector, type ContentHost, type Decoded } from './content.ts'
import { holdsVectors } from './edited.ts'
import { changeFills, fillsOf, isPicture, paintInPlaceOf, paintOf, type Painted } from './paints.ts'
import { giveButtons, PROVENANCE_KEY, readProvenance, writeProvenance } from './provenance.ts'
import type { Rollback } from './rollback.ts'
import { fitInto } from './size-node.ts'
import { isPlainPicture, pictureOnly, swapNode } from './swap-node.ts'
import { templatePicture, type VectorHolder } from './template.ts'

/** Content that this layer can take. Rejects as `decodeContent` does, or with kind `picture-only`. */
export async function decodeFor(
  figma: ContentHost,
  node: SceneNode,
  content: Content,
): Promise<Decoded> {
  if (content.type === 'vector' && !holdsVectors(node) && !isPlainPicture(node)) {
    throw pictureOnly(node)
  }
  return decodeContent(figma, content)
}

/** What of the content a layer shows. Throws `Trouble` kind `svg-refused`. */
export function shownOf(
  figma: ContentHost,
  rollback: Rollback,
  decoded: Decoded,
): FrameNode | Painted {
  return decoded.type === 'vector' ? makeVector(figma, rollback, decoded.svg) : decoded
}

/**
 * Shows vectors, or a picture, in a layer instead of what it shows. Gives that layer, which is another
 * one where vectors take the place of a picture. A name that someone gave by hand is theirs to keep.
 */
export async function putContent<Layer extends SceneNode>(
  figma: Pick<PluginAPI, 'createFrame'>,
  rollback: Rollback,
  node: Layer,
  content: FrameNode | Painted,
  provenance: Provenance,
): Promise<Layer | FrameNode> {
  const { name } = node
  if (provenance.name !== '' && name === readProvenance(node)?.name) {
    rollback.add(() => writeIfOther(node, 'name', name))
    writeIfOther(node, 'name', provenance.name)
  }
  const holder: SceneNode = node
  if ('hash' in content) {
    let aside: FrameNode | null = null
    if (holdsVectors(holder) && holder.children.length > 0) {
      aside = rollback.made(figma.createFrame())
      moveAside(rollback, holder, holder.children, aside)
    }
    await showPicture(rollback, templatePicture(node) ?? node, content)
    changeProvenance(rollback, node, provenance)
    aside?.remove()
  } else if (holdsVectors(holder)) await refill(rollback, holder, content, provenance)
  else {
    if (!isPlainPicture(node)) throw pictureOnly(node)
    return swapNode(node, content, provenance)
  }
  return node
}

export function changeProvenance(
  rollback: Rollback,
  node: SceneNode,
  provenance: Provenance,
): void {
  const data = noteText(node, PROVENANCE_KEY)
  const relaunch = ifAble(() => node.getRelaunchData())
  rollback.add(() => {
    writeNoteText(node, PROVENANCE_KEY, data)
    giveButtons(node, relaunch ?? {})
  })
  writeProvenance(node, provenance)
}

/** Shows the picture or video where the old one was, with its crop; on top where there is none. */
function showPicture(rollback: Rollback, node: SceneNode, content: Painted): Promise<void> {
  if (!('fills' in node) || typeof node.fills === 'symbol') {
    throw new Error(`a ${node.type} cannot show a picture`)
  }
  const { fills } = node
  const shown = fills.find(isPicture)
  const next = shown
    ? fills.map((paint) => (paint === shown ? paintInPlaceOf(shown, content) : paint))
    : [...fills, paintOf(content, content.type === 'image' ? 'FIT' : 'FILL')]
  return changeFills(rollback, node, next)
}

/**
 * Puts the new vectors into the layer instead of the old ones; it keeps all that people gave it. The
 * old ones go all at once, with the last write.
 */
async function refill(
  rollback: Rollback,
  holder: VectorHolder,
  source: FrameNode,
  provenance: Provenance,
): Promise<void> {
  fitInto(source, holder)
  const old = [...holder.children]
  for (const child of [...source.children]) {
    rollback.add(() => source.appendChild(child))
    holder.appendChild(child)
  }
  moveAside(rollback, holder, old, source)
  // A picture that stood in for the vectors would show behind them.
  const fills = fillsOf(holder)
  if (fills.some(isPicture)) {
    await changeFills(
      rollback,
      holder,
      fills.filter((paint) => !isPicture(paint)),
    )
  }
  changeProvenance(rollback, holder, provenance)
  source.remove()
}

/** Moves the first children of a layer where they can be removed together, or come back from. */
function moveAside(
  rollback: Rollback,
  holder: VectorHolder,
  children: readonly SceneNode[],
  aside: FrameNode,
): void {
  const places = children.map((child) => ({ child, x: child.x, y: child.y }))
  rollback.add(() => {
    for (const [index, { child, x, y }] of places.entries()) {
      if (child.parent?.id !== aside.id) continue
      holder.insertChild(index, child)
      writeIfOther(child, 'x', x)
      writeIfOther(child, 'y', y)
    }
  })
  for (const child of children) aside.appendChild(child)
}
