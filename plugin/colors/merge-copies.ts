import type { Job } from '../../shared/channel.ts'
import type { KitRef, MergedCopy, MergeReport, Progress } from '../../shared/protocol.ts'
import { createPace, inSlices, type Pace, type Steps } from '../pace.ts'
import { readLastSync } from './last-sync.ts'
import { mergeVariables, type CopiedVariable, type CopyHost } from './merge-variables.ts'
import { nameNow } from './name-now.ts'
import { kitVariables } from './read-colors.ts'
import { readStyleLink } from './styles.ts'
import { NOT_MERGED } from './write-error.ts'

interface CopiedStyle {
  readonly copy: PaintStyle
  readonly original: PaintStyle
}

/** Puts what uses copied styles and variables on the originals, then deletes the copies. */
export async function mergeCopies(
  figma: CopyHost,
  kit: KitRef,
  keys: readonly string[],
  job: Job<Progress>,
): Promise<MergeReport> {
  const wanted = new Set(keys)
  const styles = await inSlices(
    copiedStyles(await figma.getLocalPaintStylesAsync(), kit.id, wanted),
  )
  const variables = await copiedVariables(figma, kit, wanted)
  const total = styles.length + variables.length
  const rows: MergedCopy[] = []
  const cancelled = (): boolean => job.cancelled
  if (total === 0 || cancelled()) return { rows, cancelled: cancelled() }

  // Layers on pages that were never opened use the copies as well.
  await figma.loadAllPagesAsync()
  const pace = createPace()
  for (const style of styles) {
    if (cancelled()) break
    job.progress({ done: rows.length, total })
    rows.push(await mergeStyle(style, pace))
  }
  if (variables.length > 0 && !cancelled()) {
    job.progress({ done: rows.length, total })
    rows.push(...(await mergeVariables(figma, variables, pace, cancelled)))
  }
  return { rows, cancelled: rows.length < total }
}

function* copiedStyles(
  styles: readonly PaintStyle[],
  kitId: string,
  wanted: ReadonlySet<string>,
): Steps<readonly CopiedStyle[]> {
  const originals = new Map<string, PaintStyle>()
  const copies: CopiedStyle[] = []
  for (const style of styles) {
    yield
    if (nameNow(style) === null || style.remote) continue
    const link = readStyleLink(style)
    if (link?.kitId !== kitId) continue
    const original = originals.get(link.color)
    if (original === undefined) originals.set(link.color, style)
    else if (wanted.has(`style:${style.id}`)) copies.push({ copy: style, original })
  }
  return copies
}

async function copiedVariables(
  figma: CopyHost,
  kit: KitRef,
  wanted: ReadonlySet<string>,
): Promise<readonly CopiedVariable[]> {
  if (![...wanted].some((key) => key.startsWith('variable:'))) return []
  const { options } = readLastSync(figma.root, kit.id)
  const { items, variables } = await kitVariables(figma, kit, options, 'SRGB')
  const originals = new Map<string, Variable>()
  const copies: CopiedVariable[] = []
  for (const { id, link } of items.items) {
    const variable = variables.get(id)
    if (link === null || variable === undefined) continue
    const original = originals.get(link.color)
    if (original === undefined) originals.set(link.color, variable)
    else if (wanted.has(`variable:${id}`)) copies.push({ copy: variable, original })
  }
  return copies
}

/** The copy is deleted only once none of its layers needs it. */
async function mergeStyle({ copy, original }: CopiedStyle, pace: Pace): Promise<MergedCopy> {
  const name = nameNow(copy) ?? ''
  const key = `style:${copy.id}`
  let layers = 0
  try {
    for (const { node, fields } of await copy.getStyleConsumersAsync()) {
      if (pace.step()) await pace.rest()
      let changed = false
      for (const field of fields) changed = (await putOn(original, copy, node, field)) || changed
      if (changed) layers++
    }
    if ((await copy.getStyleConsumersAsync()).length > 0) {
      return { key, name, layers, result: 'failed', reason: NOT_MERGED }
    }
    copy.remove()
    return { key, name, layers, result: 'merged', reason: null }
  } catch {
    return { key, name, layers, result: 'failed', reason: NOT_MERGED }
  }
}

/** False where there was nothing to do, or where only a part of the layer has the style. */
async function putOn(
  original: PaintStyle,
  copy: PaintStyle,
  node: BaseNode,
  field: InheritedStyleField,
): Promise<boolean> {
  // A layer in an instance may have followed its component by now.
  if (field === 'strokeStyleId' && 'strokeStyleId' in node && node.strokeStyleId === copy.id) {
    await node.setStrokeStyleIdAsync(original.id)
    return true
  }
  // A frame's background is its fill under an older name.
  const fills = field === 'fillStyleId' || field === 'backgroundStyleId'
  if (fills && 'fillStyleId' in node && node.fillStyleId === copy.id) {
    await node.setFillStyleIdAsync(original.id)
    return true
  }
  return false
}
