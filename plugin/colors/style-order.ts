import { ifAble } from '../if-able.ts'
import { nameNow } from './name-now.ts'
import { folderOf } from './place.ts'
import type { PlanRow } from './plan.ts'

/** Puts new styles where Cliquify has their colors, among those of the same folder. */
export type PlaceStyle = (style: PaintStyle, identity: string) => void

/** `rows`: the whole plan, in Cliquify's order. What comes last stands last already. */
export function openStyleOrder(
  figma: Pick<PluginAPI, 'moveLocalPaintStyleAfter'>,
  rows: readonly PlanRow[],
  styles: ReadonlyMap<string, PaintStyle>,
): PlaceStyle {
  const places = new Map(rows.map(({ style }, place) => [style?.identity, place]))
  const known = rows.map(({ style }) => styles.get(style?.before?.id ?? ''))
  /** By folder, the place of the last color that had a style before this sync. */
  const lasts = new Map<string, number>()
  for (const [place, row] of rows.entries()) {
    const before = row.style?.before
    if (before) lasts.set(folderOf(before.name), place)
  }
  return (style, identity) => {
    const place = places.get(identity)
    if (place === undefined) return
    known[place] = style
    const folder = folderOf(style.name)
    if ((lasts.get(folder) ?? -1) < place) return
    const before = known
      .slice(0, place)
      .reverse()
      .find((each) => each && isIn(each, folder))
    // That it stands last is no reason to take it back.
    ifAble(() => figma.moveLocalPaintStyleAfter(style, before ?? null))
  }
}

/** False also where another person has deleted it. */
function isIn(style: PaintStyle, folder: string): boolean {
  const name = nameNow(style)
  return name !== null && folderOf(name) === folder
}
