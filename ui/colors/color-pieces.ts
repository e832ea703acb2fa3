import type { BrandColor } from '../../shared/brand.ts'
import { byPalette } from './color-texts.ts'

/** Few enough to be drawn without being noticed. */
const PIECE = 100

/** Some neighbours of a list, which are drawn together. */
export interface Piece {
  /** The place of its first color among all. */
  readonly first: number
  readonly colors: readonly BrandColor[]
}

export interface PaletteInPieces {
  /** Null for colors outside any palette. */
  readonly name: string | null
  readonly pieces: readonly [Piece, ...Piece[]]
}

export interface ColorsInPieces {
  readonly palettes: readonly PaletteInPieces[]
  /** All of them, palette by palette. */
  readonly order: readonly BrandColor[]
}

/** A list of thousands, cut so that a change in one place does not draw all of it anew. */
export function inPieces(colors: readonly BrandColor[]): ColorsInPieces {
  const palettes = byPalette(colors)
  let first = 0
  return {
    palettes: palettes.map(({ name, colors: members }) => {
      const pieceFrom = (from: number): Piece => ({
        first: first + from,
        colors: members.slice(from, from + PIECE),
      })
      const others: Piece[] = []
      for (let from = PIECE; from < members.length; from += PIECE) others.push(pieceFrom(from))
      const pieces = [pieceFrom(0), ...others] as const
      first += members.length
      return { name, pieces }
    }),
    order: palettes.flatMap((palette) => palette.colors),
  }
}

/** Which of a piece's colors is at a place among all; null where it is in another piece. */
export function placeIn({ first, colors }: Piece, place: number): number | null {
  return place >= first && place < first + colors.length ? place - first : null
}
