import { describe, expect, it } from 'vitest'
import { openFile } from './file.ts'

/** The header of a PNG is all that tells its size. */
function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

const GIF = new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x2c, 0x01, 0xc8, 0x00, 0, 0])
const JPEG = new Uint8Array([
  ...[0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x4a, 0x46],
  ...[0xff, 0xc2, 0x00, 0x0b, 0x08, 0x00, 0x64, 0x01, 0x2c, 0x01, 0x00, 0x00],
])
const WEBP = new Uint8Array([0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50])

describe('images', () => {
  it.each([
    ['PNG', png(640, 480), { width: 640, height: 480 }],
    ['GIF', GIF, { width: 300, height: 200 }],
    ['JPEG', JPEG, { width: 300, height: 100 }],
  ])('have the size that a %s tells', async (_, bytes, size) => {
    const { figma } = openFile()
    expect(await figma.createImage(bytes).getSizeAsync()).toEqual(size)
  })

  it('are refused in the words of Figma', () => {
    const { figma } = openFile()
    expect(() => figma.createImage(WEBP)).toThrow('in createImage: Image type is unsupported')
    expect(() => figma.createImage(png(0, 10))).toThrow('in createImage: Image is too small')
    expect(() => figma.createImage(png(4097, 10))).toThrow('in createImage: Image is too large')
    figma.createImage(png(4096, 4096))
  })

  it('have one hash for the same bytes, and give back a copy of them', async () => {
    const file = openFile()
    const { figma } = file
    const image = figma.createImage(png(10, 10))
    expect(figma.createImage(png(10, 10)).hash).toBe(image.hash)
    expect(figma.createImage(png(10, 11)).hash).not.toBe(image.hash)
    const bytes = await image.getBytesAsync()
    bytes[0] = 0
    expect(file.imageBytes(image.hash)).toEqual(png(10, 10))
    expect(figma.getImageByHash('none')).toBeNull()
  })

  it('are logged by their length only', () => {
    const file = openFile()
    file.figma.createImage(png(10, 10))
    expect(file.writes()).toMatchObject([{ op: 'createImage', value: { bytes: 33 } }])
  })
})

describe('videos', () => {
  const MP4 = new Uint8Array([0, 0, 0, 16, ...new TextEncoder().encode('ftypisom'), 0, 0, 2, 0])
  const WEBM = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0x9f])

  it.each([
    ['MP4', MP4],
    ['WebM', WEBM],
  ])(
    'in %s can be the fill of a layer, and give back their bytes to the driver',
    async (_, bytes) => {
      const file = openFile()
      const { hash } = await file.figma.createVideoAsync(bytes)
      const layer = file.figma.createRectangle()
      layer.fills = [{ type: 'VIDEO', scaleMode: 'FILL', videoHash: hash }]
      expect(layer.fills).toMatchObject([{ type: 'VIDEO', videoHash: hash, visible: true }])
      const [page] = file.snapshot().pages
      expect(page?.children[0]?.fills).toMatchObject([
        { type: 'VIDEO', videoHash: hash, imageHash: null, scaleMode: 'FILL' },
      ])
      expect(file.imageBytes(hash)).toEqual(bytes)
    },
  )

  it('are refused where they are none, and where the plan has none', async () => {
    const { figma } = openFile()
    await expect(figma.createVideoAsync(png(10, 10))).rejects.toThrow('in createVideoAsync: ')
    const starter = openFile({ plan: 'starter' })
    await expect(starter.figma.createVideoAsync(MP4)).rejects.toThrow('in createVideoAsync: ')
    starter.setPlan('paid')
    await starter.figma.createVideoAsync(MP4)
  })

  it('are no images, nor images videos', async () => {
    const { figma } = openFile()
    const { hash } = await figma.createVideoAsync(MP4)
    const layer = figma.createRectangle()
    expect(() => {
      layer.fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: hash }]
    }).toThrow('in set_fills')
    const image = figma.createImage(png(10, 10))
    expect(() => {
      layer.fills = [{ type: 'VIDEO', scaleMode: 'FILL', videoHash: image.hash }]
    }).toThrow('in set_fills')
  })
})
