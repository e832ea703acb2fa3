import { describe, expect, it } from 'vitest'
import { drawDesign } from '../../../plugin/review/picture.ts'
import { openFile } from '../../figma/file.ts'

const MOST = 10_000_000

/** Width and height of a PNG, in pixels. */
function sizeOf(png: Uint8Array): readonly number[] {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

describe('a picture of a design', () => {
  it.each([
    ['is as long as is asked for', [1440, 900], 2048, [2048, 1280]],
    ['is no more than four times as large as it is', [24, 24], 2048, [96, 96]],
    ['is as wide as it is where it is a long page', [1000, 9000], 2048, [1000, 9000]],
    ['is half as wide as is asked for where it is long and wide', [2000, 9000], 1024, [512, 2304]],
    ['is no longer than Figma draws', [400, 20_000], 4096, [328, 16_384]],
  ])('%s', async (_, [width = 0, height = 0], side, expected) => {
    const { figma } = openFile()
    const frame = figma.createFrame()
    frame.resize(width, height)
    expect(sizeOf(await drawDesign(figma, { nodeId: frame.id, side, most: MOST }))).toEqual(
      expected,
    )
  })

  it('gets smaller until it has no more bytes than it may have', async () => {
    const { figma } = openFile()
    const frame = figma.createNodeFromSvg(
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><circle cx="150" cy="150" r="150" fill="#f00"/></svg>',
    )
    const whole = await drawDesign(figma, { nodeId: frame.id, side: 900, most: MOST })
    const most = Math.floor(whole.byteLength / 3)
    const small = await drawDesign(figma, { nodeId: frame.id, side: 900, most })
    expect(small.byteLength).toBeLessThanOrEqual(most)
    expect(small.byteLength).toBeGreaterThan(most / 4)
  })

  it('fails where the layer is gone, and where Figma draws nothing of it', async () => {
    const { figma } = openFile()
    const frame = figma.createFrame()
    frame.name = 'Cover'
    frame.visible = false
    const wanted = { nodeId: frame.id, side: 100, most: MOST }
    await expect(drawDesign(figma, wanted)).rejects.toMatchObject({
      kind: 'draw-failed',
      message: 'Figma could not draw “Cover”. Leave it out, or show what is in it.',
    })
    await expect(drawDesign(figma, { ...wanted, nodeId: '9:9' })).rejects.toMatchObject({
      kind: 'gone',
    })
  })
})
