import type { Job } from '../../shared/channel.ts'
import type { KitRef } from '../../shared/brand.ts'
import type { Progress } from '../../shared/progress.ts'
import type { SyncedColor, SyncOptions } from '../../shared/sync.ts'
import { ifAble } from '../if-able.ts'
import { loadAllPages } from '../layer.ts'
import { copiesIn, keyOfCopy, originalsOf, removeCopy, type Copy } from './copies.ts'
import { moveStyle, moveVariables, type MoveHost, type Moves } from './move-uses.ts'
import { nameNow } from './name-now.ts'
import { linkedVariables } from './read-file.ts'
import { linkedStyles } from './styles.ts'

/** Puts what uses copied styles and variables on the originals, then deletes the copies. */
export async function mergeCopies(
  figma: MoveHost,
  kit: KitRef,
  options: SyncOptions,
  keys: readonly string[],
  job: Job<Progress>,
): Promise<{ readonly rows: readonly SyncedColor[]; readonly cancelled: boolean }> {
  const chosen = new Set(keys)
  const wanted = ({ copy }: Copy<PaintStyle | Variable>): boolean => chosen.has(keyOfCopy(copy))
  const styles = copiesIn(await linkedStyles(figma, kit)).filter(wanted)
  const variables = copiesIn(await linkedVariables(figma, kit, options)).filter(wanted)
  const total = styles.length + variables.length
  const rows: SyncedColor[] = []
  const cancelled = (): boolean => job.cancelled
  const tell = (): void => job.progress({ done: rows.length, total })

  const layers = new Map<string, number>()
  const moves: Moves = {
    writes: true,
    leaves: () => false,
    moved: (id) => layers.set(id, (layers.get(id) ?? 0) + 1),
    cancelled: () => false,
  }
  // Layers on pages that were never opened use the copies as well.
  await loadAllPages(figma)
  for (const { copy, original } of styles) {
    if (cancelled()) break
    tell()
    const isFree = await moveStyle(figma, copy, original, moves).catch(() => false)
    rows.push(removeCopy(copy, layers.get(copy.id) ?? 0, !isFree))
  }
  if (variables.length > 0 && !cancelled()) {
    tell()
    const merging = mergeVariables(figma, variables, { ...moves, cancelled }, layers)
    rows.push(
      ...(await merging.catch(() => variables.map(({ copy }) => removeCopy(copy, 0, true)))),
    )
  }
  return { rows, cancelled: rows.length < total }
}

/** A copy is deleted only where nothing was found that still needs it. Empty where it was cancelled. */
async function mergeVariables(
  figma: MoveHost,
  copies: readonly Copy<Variable>[],
  moves: Moves,
  layers: ReadonlyMap<string, number>,
): Promise<readonly SyncedColor[]> {
  const byId = originalsOf(copies)
  const homes = copies.map(({ copy }) => copy.variableCollectionId)
  const needed = await moveVariables(figma, { byId }, new Set([...byId.keys(), ...homes]), moves)
  if (!needed) return []
  const emptied = new Set(
    copies.flatMap(({ copy }) => (nameNow(copy) === null ? [] : copy.variableCollectionId)),
  )
  const rows = copies.map(({ copy }) =>
    removeCopy(copy, layers.get(copy.id) ?? 0, needed.has(copy.id)),
  )
  for (const id of emptied) {
    // Collections that held nothing but copies.
    const collection = needed.has(id)
      ? null
      : await figma.variables.getVariableCollectionByIdAsync(id)
    if (collection?.variableIds.length === 0) ifAble(() => collection.remove())
  }
  return rows
}
