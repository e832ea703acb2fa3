import type { ColorUse, UsedColor } from '../../shared/protocol.ts'
import { isLocked } from '../locked.ts'
import { refused } from '../refused.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { identifyColors, syncedBefore } from './identity.ts'
import { readLastSync } from './last-sync.ts'
import type { Link } from './link.ts'
import { shownIn } from './paints.ts'
import { kitVariables, type ColorReader } from './read-file.ts'
import { linkedStyles, toPaints } from './styles.ts'
import { takingOf, type Taking, type Target } from './targets.ts'

/**
 * Applies the color to the layers, by its style or variable where there is one. `selectedText`: what
 * is selected of a text among them that is being edited.
 */
export async function applyToLayers(
  figma: ColorReader,
  selected: readonly SceneNode[],
  use: ColorUse,
  selectedText: PageNode['selectedTextRange'] = null,
): Promise<UsedColor> {
  // What was selected may have been deleted before it was its turn.
  const selection = selected.filter(({ removed }) => !removed)
  const open = selection.filter((node) => !isLocked(node))
  const locked = selection.length - open.length
  const takings = open.map((node) => takingOf(node, use, selectedText))
  const able = takings.flatMap((taking) => (taking.type === 'takes' ? [taking.targets] : []))
  const count = (wanted: Taking['type']): number =>
    takings.filter(({ type }) => type === wanted).length
  const left = { locked, manyColored: count('many-colored'), pictures: count('picture') }
  const unable = count('unable')
  if (able.length === 0) return { layers: 0, unable, ...left, linked: null }

  const linked = await linkedTo(figma, use)
  const variable = linked?.kind === 'variable' ? linked.variable : null
  const styleId = linked?.kind === 'style' ? linked.id : null
  const profile = figma.root.documentColorProfile
  const paints = toPaints(figma, shownIn(use.color, profile), profile, variable)
  let layers = 0
  let refusal: unknown = null
  for (const targets of able) {
    try {
      for (const target of targets) {
        await put(target, styleId, paints)
        await yieldIfDue()
      }
      layers++
    } catch (error) {
      // Another person may have removed it since.
      refusal = error
    }
  }
  if (layers === 0) {
    const message = `Figma could not apply “${use.color.name}” to the selection. Select the layers again, then try once more.`
    throw refused('use-failed', message, refusal)
  }
  return {
    ...{ layers, unable: unable + able.length - layers, ...left },
    linked: linked && { kind: linked.kind, name: linked.name },
  }
}

async function put(
  target: Target,
  styleId: string | null,
  paints: readonly Paint[],
): Promise<void> {
  if (target.type === 'text') {
    const { node, start, end } = target
    if (styleId === null) node.setRangeFills(start, end, [...paints])
    else await node.setRangeFillStyleIdAsync(start, end, styleId)
    return
  }
  const { node, as } = target
  if (as === 'fill' && 'fills' in node) {
    if (styleId === null) node.fills = paints
    else if (node.fillStyleId !== styleId) await node.setFillStyleIdAsync(styleId)
  } else if (as === 'stroke' && 'strokes' in node) {
    if (styleId === null) node.strokes = paints
    else if (node.strokeStyleId !== styleId) await node.setStrokeStyleIdAsync(styleId)
  }
}

/** What a sync made of the color in this file. */
type Linked =
  | { readonly kind: 'style'; readonly name: string; readonly id: string }
  | { readonly kind: 'variable'; readonly name: string; readonly variable: Variable }

/** Null where it was not synced, or where there are neither styles nor variables. */
async function linkedTo(figma: ColorReader, use: ColorUse): Promise<Linked | null> {
  if (figma.editorType !== 'figma') return null
  const { kit, color } = use
  const profile = figma.root.documentColorProfile
  const styles: { readonly id: string; readonly name: string; readonly link: Link }[] = []
  for await (const { style, link } of linkedStyles(figma, kit)) {
    styles.push({ id: style.id, name: style.name, link })
  }
  // A variable cannot hold a gradient.
  const { options } = readLastSync(figma.root, kit.id)
  const variables =
    color.gradient === undefined ? await kitVariables(figma, kit, options, profile) : null
  const [shown, ...namesakes] = [color, ...use.namesakes].map((each) => shownIn(each, profile))
  if (shown === undefined) return null
  const before = syncedBefore(kit.id, [...styles, ...(variables?.items ?? [])])
  const identity = identifyColors([shown, ...namesakes], before).identities.get(shown)
  const style = styles.find(({ link }) => link.color === identity)
  if (style !== undefined) return { kind: 'style', name: style.name, id: style.id }
  const item = variables?.items.find(({ link }) => link?.color === identity)
  const variable = variables?.variables.get(item?.id ?? '')
  if (item === undefined || variable === undefined) return null
  return { kind: 'variable', name: item.name, variable }
}
