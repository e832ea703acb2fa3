import type { BrandColor } from '../../shared/brand.ts'
import { byPalette } from './color-texts.ts'
import { cut } from './pieces.ts'

/** Some neighbours of a list, which are drawn together. */
export interface ColorPiece {
  /** The place of its first color among all. */
  readonly first: number
  readonly colors: readonly BrandColor[]
}

export interface PaletteInPieces {
  /** Null for colors outside any palette. */
  readonly name: string | null
  readonly pieces: readonly ColorPiece[]
}

export interface ColorsInPieces {
  readonly palettes: readonly PaletteInPieces[]
  /** All of them, palette by palette. */
  readonly order: readonly BrandColor[]
}

export function inPieces(items: readonly BrandColor[]): ColorsInPieces {
  const palettes = byPalette(items)
  let next = 0
  return {
    palettes: palettes.map((palette) => ({
      name: palette.name,
      pieces: cut(palette.colors).map((colors) => {
        const first = next
        next += colors.length
        return { first, colors }
      }),
    })),
    order: palettes.flatMap(({ colors }) => colors),
  }
}

/** The palettes without the pieces from a place on. */
export function before(
  palettes: readonly PaletteInPieces[],
  place: number,
): readonly PaletteInPieces[] {
  return palettes
    .map(({ name, pieces }) => ({ name, pieces: pieces.filter(({ first }) => first < place) }))
    .filter(({ pieces }) => pieces.length > 0)
}

/** Which of a piece's colors is at a place among all; null where it is in another piece. */
export function placeIn({ first, colors }: ColorPiece, place: number): number | null {
  return place >= first && place < first + colors.length ? place - first : null
}
