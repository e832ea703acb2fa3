import { describe, expect, it } from 'vitest'
import { fromJson, jsonPieces } from '../../shared/json.ts'
import { readPieces, toPieces } from '../../plugin/pieces.ts'

const LIST = Array.from({ length: 1001 }, (_, index) => ({ index }))

describe('a long list', () => {
  it('crosses in pieces of which none is long, and arrives whole and in order', async () => {
    for (const pieces of [await toPieces(LIST), [...jsonPieces(LIST)]]) {
      expect(pieces.map((piece) => fromJson(piece).length)).toEqual([250, 250, 250, 250, 1])
      expect(await readPieces(pieces)).toEqual(LIST)
    }
  })

  it('may be empty', async () => {
    expect(await toPieces([])).toEqual([])
    expect(await readPieces([])).toEqual([])
  })

  it('lets other work run between its pieces', async () => {
    const pieces = [...jsonPieces(LIST)]
    let turns = 0
    const turn = setInterval(() => turns++, 0)
    await readPieces(pieces)
    clearInterval(turn)
    expect(turns).toBeGreaterThan(0)
  })
})
