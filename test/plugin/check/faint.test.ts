import { describe, expect, it } from 'vitest'
import { CONTRAST, faint, openBoard, WHITE } from './fixtures/contrast.ts'

describe('a look for contrast finds', () => {
  it.each(CONTRAST)('$title', async ({ draw, found }) => {
    const document = await openBoard()
    draw(document.board)
    expect(await faint(document)).toEqual(found)
  })
})

describe('a fix of faint text', () => {
  it('puts it on another color of the brand, linked, also where it was linked before', async () => {
    const document = await openBoard()
    const { board } = document
    const plain = board.text(board.frame(WHITE))
    const linked = board.text(board.frame(WHITE))
    await linked.setFillStyleIdAsync((await document.style('Coral')).id)
    const { found } = await document.look()
    const texts = found.filter((each) => each.faint !== undefined)
    expect(texts).toHaveLength(2)
    const navy = await document.style('Navy')
    expect(await document.fixTo(texts, 1)).toMatchObject({ fixed: 2, left: 0 })
    expect([plain.fillStyleId, linked.fillStyleId]).toEqual([navy.id, navy.id])
    expect(await faint(document)).toEqual([])
  })
})
