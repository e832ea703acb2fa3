import { describe, expect, it } from 'vitest'
import { drop, find, frameAt, open } from './open-placement.ts'
import { png, svg } from './samples.ts'

describe('the other editors', () => {
  it('in Slides a click goes to the middle of the slide in focus, a drop into the one under it', async () => {
    const { file, figma, put } = open({ editor: 'slides' })
    const [first, second] = [figma.createSlide(), figma.createSlide()]
    second.x = 2000
    figma.currentPage.focusedSlide = second
    const clicked = await put(png(200, 100))
    expect(find(file, second.id).children).toMatchObject([
      { id: clicked.nodeId, x: 860, y: 490, width: 200, height: 100 },
    ])
    file.select([])
    const dropped = await put(png(200, 100), drop(first, 300, 300))
    expect(find(file, first.id).children).toMatchObject([{ id: dropped.nodeId, x: 200, y: 250 }])
  })

  it('in Buzz a click goes to the middle of the asset in the middle of the view', async () => {
    const { file, figma, put } = open({ editor: 'buzz' })
    frameAt(figma, 0, 0, 400, 400)
    const shown = frameAt(figma, 800, 300, 400, 400)
    const { nodeId } = await put(png(200, 100))
    expect(find(file, shown.id).children).toMatchObject([{ id: nodeId, x: 100, y: 150 }])
  })

  it.each(['figjam', 'slides', 'buzz'] as const)(
    'take pictures and vectors: %s',
    async (editor) => {
      const { file, put } = open({ editor })
      for (const content of [png(10, 10), svg(10, 10)]) {
        expect(find(file, (await put(content)).nodeId).name).toBe('Acme logo')
      }
    },
  )
})
