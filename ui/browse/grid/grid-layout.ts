/** Where the tiles of a grid lie: rows of one height, so that every place is known unmeasured. */
export interface GridLayout {
  readonly columns: number
  /** CSS pixels, like all here. */
  readonly tileWidth: number
  readonly tileHeight: number
  /** Between two tiles, across and down. */
  readonly gap: number
}

export type GridView = 'grid' | 'list'

const TILE_GAP = 4
/** What a tile has around its picture, and its name below: two lines and a gap. */
const TILE_PADDING = 4
const TILE_NAME = 36
/** The height of a picture for its width: most are wider than they are high. */
const PICTURE_ASPECT = 0.75
const ROW_HEIGHT = 40
const ROW_NAME_END = 80

/** As many tiles of at least `tileSize` as fit into `width`, or one a row as a list. */
export function gridLayout(view: GridView, width: number, tileSize: number): GridLayout {
  if (view === 'list') return { columns: 1, tileWidth: width, tileHeight: ROW_HEIGHT, gap: 0 }
  const columns = Math.max(1, Math.floor((width + TILE_GAP) / (tileSize + TILE_GAP)))
  const tileWidth = (width - TILE_GAP * (columns - 1)) / columns
  const picture = Math.round((tileWidth - 2 * TILE_PADDING) * PICTURE_ASPECT)
  return {
    columns,
    tileWidth,
    tileHeight: Math.max(0, picture) + 2 * TILE_PADDING + TILE_NAME,
    gap: TILE_GAP,
  }
}

/** The room for the end of a name, which is not cut: in a tile the second line. */
export function nameEndRoom(view: GridView, { tileWidth }: GridLayout): number {
  return view === 'list' ? ROW_NAME_END : tileWidth - 2 * TILE_PADDING
}

/** How high all tiles together are. */
export function heightOf(layout: GridLayout, count: number): number {
  return count === 0 ? 0 : topOf(layout, count - 1) + layout.tileHeight
}

/** From the top of one row to that of the next. */
export function pitchOf({ tileHeight, gap }: GridLayout): number {
  return tileHeight + gap
}

export function topOf(layout: GridLayout, index: number): number {
  return Math.floor(index / layout.columns) * pitchOf(layout)
}

/** From the side where the text begins. */
export function startOf({ columns, tileWidth, gap }: GridLayout, index: number): number {
  return (index % columns) * (tileWidth + gap)
}

/** Where a tile lies, in CSS. */
export function boxOf(layout: GridLayout, index: number): Readonly<Record<string, string>> {
  return {
    top: `${topOf(layout, index)}px`,
    insetInlineStart: `${startOf(layout, index)}px`,
    width: `${layout.tileWidth}px`,
    height: `${layout.tileHeight}px`,
  }
}

/** Indexes from the first to before the last. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The tiles of all rows that a strip touches; `top` and `bottom` count from the first row. */
export function tilesBetween(
  layout: GridLayout,
  count: number,
  top: number,
  bottom: number,
): Range {
  const pitch = pitchOf(layout)
  const firstRow = Math.max(0, Math.floor((top + layout.gap) / pitch))
  const endRow = Math.max(firstRow, Math.ceil(bottom / pitch))
  return {
    from: Math.min(count, firstRow * layout.columns),
    to: Math.min(count, endRow * layout.columns),
  }
}

/** The least by which the strip from `top` to `bottom` must move to hold the tile's row. */
export function moveToShow(layout: GridLayout, index: number, top: number, bottom: number): number {
  const above = topOf(layout, index)
  const below = above + layout.tileHeight
  if (above < top) return above - top
  return below > bottom ? Math.min(below - bottom, above - top) : 0
}
