import type { Job } from '../../shared/channel.ts'
import type { KitRef, MergedCopy, MergeReport, Progress } from '../../shared/protocol.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { copiedStyles, copiedVariables, removeCopy, type Copy } from './copies.ts'
import { readLastSync } from './last-sync.ts'
import { mergeVariables, type CopyHost } from './merge-variables.ts'

/** Puts what uses copied styles and variables on the originals, then deletes the copies. */
export async function mergeCopies(
  figma: CopyHost,
  kit: KitRef,
  keys: readonly string[],
  job: Job<Progress>,
): Promise<MergeReport> {
  const { options } = readLastSync(figma.root, kit.id)
  const wanted = new Set(keys)
  const styles = (await copiedStyles(figma, kit)).filter(({ copy }) =>
    wanted.has(`style:${copy.id}`),
  )
  const variables = (await copiedVariables(figma, kit, options)).filter(({ copy }) =>
    wanted.has(`variable:${copy.id}`),
  )
  const total = styles.length + variables.length
  const rows: MergedCopy[] = []
  const cancelled = (): boolean => job.cancelled
  if (total === 0 || cancelled()) return { rows, cancelled: cancelled() }

  // Layers on pages that were never opened use the copies as well.
  await figma.loadAllPagesAsync()
  for (const style of styles) {
    if (cancelled()) break
    job.progress({ done: rows.length, total })
    rows.push(await mergeStyle(style))
  }
  if (variables.length > 0 && !cancelled()) {
    job.progress({ done: rows.length, total })
    rows.push(...(await mergeVariables(figma, variables, cancelled)))
  }
  return { rows, cancelled: rows.length < total }
}

/** The copy is deleted only once none of its layers needs it. */
async function mergeStyle({ copy, original }: Copy<PaintStyle>): Promise<MergedCopy> {
  let layers = 0
  let isNeeded = true
  try {
    for (const { node, fields } of await copy.getStyleConsumersAsync()) {
      await yieldIfDue()
      let changed = false
      for (const field of fields) changed = (await putOn(original, copy, node, field)) || changed
      if (changed) layers++
    }
    isNeeded = (await copy.getStyleConsumersAsync()).length > 0
  } catch {
    // It stays where one of its layers could not be changed.
  }
  return removeCopy('style', copy, layers, isNeeded)
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
