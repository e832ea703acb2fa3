import type { Job } from '../../shared/channel.ts'
import type { KitRef, MergedCopy, MergeReport, Progress } from '../../shared/protocol.ts'
import { createPace } from '../pace.ts'
import { localStyles } from './read-colors.ts'
import { readStyleLink } from './styles.ts'

export type CopyHost = Pick<
  PluginAPI,
  'getLocalPaintStylesAsync' | 'loadAllPagesAsync' | 'commitUndo'
>

const FAILED =
  'Some of its layers could not be changed, so the copy was kept. Change them by hand, then merge again.'

/** Puts the layers of copied styles on the originals, then deletes the copies; one undo step. */
export async function mergeCopies(
  figma: CopyHost,
  kit: KitRef,
  keys: readonly string[],
  job: Job<Progress>,
): Promise<MergeReport> {
  const wanted = new Set(keys)
  const originals = new Map<string, PaintStyle>()
  const copies: { readonly copy: PaintStyle; readonly original: PaintStyle }[] = []
  for (const [id, style] of await localStyles(figma)) {
    const link = readStyleLink(style)
    if (link?.kitId !== kit.id) continue
    const original = originals.get(link.color)
    if (original === undefined) originals.set(link.color, style)
    else if (wanted.has(`style:${id}`)) copies.push({ copy: style, original })
  }
  const rows: MergedCopy[] = []
  const cancelled = (): boolean => job.cancelled
  if (copies.length === 0 || cancelled()) return { rows, cancelled: cancelled() }

  // Layers on pages that were never opened use the copies as well.
  await figma.loadAllPagesAsync()
  figma.commitUndo()
  const pace = createPace()
  for (const { copy, original } of copies) {
    if (cancelled()) break
    job.progress({ done: rows.length, total: copies.length })
    rows.push(await mergeOne(copy, original, pace))
  }
  figma.commitUndo()
  return { rows, cancelled: rows.length < copies.length }
}

/** The copy is deleted only once none of its layers needs it. */
async function mergeOne(
  copy: PaintStyle,
  original: PaintStyle,
  pace: ReturnType<typeof createPace>,
): Promise<MergedCopy> {
  const { name } = copy
  const key = `style:${copy.id}`
  let layers = 0
  try {
    let complete = true
    for (const { node, fields } of await copy.getStyleConsumersAsync()) {
      if (pace.step()) await pace.rest()
      for (const field of fields) {
        if (field === 'fillStyleId' && 'setFillStyleIdAsync' in node) {
          await node.setFillStyleIdAsync(original.id)
        } else if (field === 'strokeStyleId' && 'setStrokeStyleIdAsync' in node) {
          await node.setStrokeStyleIdAsync(original.id)
        } else complete = false
      }
      layers++
    }
    if (!complete || (await copy.getStyleConsumersAsync()).length > 0) {
      return { key, name, layers, result: 'failed', reason: FAILED }
    }
    copy.remove()
    return { key, name, layers, result: 'merged', reason: null }
  } catch {
    return { key, name, layers, result: 'failed', reason: FAILED }
  }
}
