import type { SyncedColor } from '../../shared/sync.ts'
import type { WithLink } from './link.ts'
import { nameNow } from './name-now.ts'

/** What is linked to a color that something earlier in the file is linked to. */
export interface Copy<T extends PaintStyle | Variable> {
  readonly copy: T
  readonly original: T
}

/** Both in the order of the file. */
export function copiesIn<T extends PaintStyle | Variable>(
  linked: readonly WithLink<T>[],
): readonly Copy<T>[] {
  const originals = new Map<string, T>()
  const copies: Copy<T>[] = []
  for (const { item: copy, link } of linked) {
    const original = originals.get(link.color)
    if (!original) originals.set(link.color, copy)
    else copies.push({ copy, original })
  }
  return copies
}

/** The originals by the ids of their copies. */
export function originalsOf<T extends PaintStyle | Variable>(
  copies: readonly Copy<T>[],
): ReadonlyMap<string, T> {
  return new Map(copies.map(({ copy, original }) => [copy.id, original]))
}

/** Of its row in a plan. */
export function keyOfCopy(copy: PaintStyle | Variable): string {
  return `${'type' in copy ? 'style' : 'variable'}:${copy.id}`
}

/** Deletes the copy, unless something still needs it. `layers`: how many were put on the original. */
export function removeCopy(
  copy: PaintStyle | Variable,
  layers: number,
  isNeeded: boolean,
): SyncedColor {
  const row = { key: keyOfCopy(copy), name: nameNow(copy) ?? '' }
  try {
    if (isNeeded) throw new Error('still in use')
    copy.remove()
    return { ...row, result: 'merged', layers, reason: null }
  } catch {
    return { ...row, result: 'failed', reason: { kind: 'not-merged' } }
  }
}
