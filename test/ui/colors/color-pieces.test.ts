import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import { before, inPieces, placeIn } from '../../../ui/colors/color-pieces.ts'

function color(id: number, palette: string | null): BrandColor {
  return {
    id: String(id),
    name: `Color ${id}`,
    palette,
    notation: '#000',
    value: { r: 0, g: 0, b: 0, a: 1 },
  }
}

/** Kits of up to hundreds of colors in a few palettes, in any order. */
const kits = fc
  .array(fc.constantFrom('Primary', 'Support', null), { maxLength: 400, size: 'max' })
  .map((palettes) => palettes.map((palette, id) => color(id, palette)))

describe('a kit in pieces', () => {
  it('has each color once, palette by palette, at the place where its piece says', () => {
    fc.assert(
      fc.property(kits, (colors) => {
        const { palettes, order } = inPieces(colors)
        const placed = palettes.flatMap(({ name, pieces }) =>
          pieces.flatMap((piece) =>
            piece.colors.map((each, index) => {
              expect(each.palette).toBe(name)
              expect(order[piece.first + index]).toBe(each)
              return each
            }),
          ),
        )
        expect(placed).toEqual(order)
        expect(new Set(placed)).toEqual(new Set(colors))
      }),
    )
  })

  it('finds a place in one piece only', () => {
    fc.assert(
      fc.property(kits, (colors) => {
        const { palettes, order } = inPieces(colors)
        const pieces = palettes.flatMap((palette) => palette.pieces)
        for (const [place, each] of order.entries()) {
          const found = pieces.flatMap((piece) => {
            const index = placeIn(piece, place)
            return index === null ? [] : [piece.colors[index]]
          })
          expect(found).toEqual([each])
        }
      }),
      { numRuns: 20 },
    )
  })

  it('shows no palette before its first piece is drawn', () => {
    const colors = Array.from({ length: 120 }, (_, id) => color(id, id < 100 ? 'Many' : 'Few'))
    const { palettes } = inPieces(colors)
    expect(before(palettes, 1)).toMatchObject([{ name: 'Many', pieces: [{ first: 0 }] }])
    expect(before(palettes, 100).map(({ name }) => name)).toEqual(['Many'])
    expect(before(palettes, 120)).toEqual(palettes)
  })
})
