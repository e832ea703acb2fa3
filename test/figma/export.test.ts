import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encodePng } from './export/png.ts'
import { openFile } from './file.ts'

interface Picture {
  readonly width: number
  readonly height: number
  /** RGBA 0–255. */
  readonly at: (x: number, y: number) => readonly number[]
}

/** Reads what the emulation writes: 8 bits RGBA, no filters. */
function decode(png: Uint8Array): Picture {
  const bytes = Buffer.from(png)
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const data = bytes.subarray(41, 41 + bytes.readUInt32BE(33))
  const rows = inflateSync(data)
  const at = (x: number, y: number): readonly number[] => {
    const start = y * (width * 4 + 1) + 1 + x * 4
    return [...rows.subarray(start, start + 4)]
  }
  return { width, height, at }
}

async function drawn(node: SceneNode, settings?: ExportSettingsImage): Promise<Picture> {
  return decode(await node.exportAsync(settings))
}

const PIXEL = encodePng(1, 1, Uint8Array.of(255, 0, 0, 255))
const LARGER = { format: 'PNG', constraint: { type: 'WIDTH', value: 40 } } as const

describe('a layer that is exported', () => {
  it('is a picture of its size, or of the size that is asked for', async () => {
    const { figma } = openFile()
    const rectangle = figma.createRectangle()
    rectangle.resize(20, 10)
    const sizes = [await drawn(rectangle), await drawn(rectangle, LARGER)]
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [20, 10],
      [40, 20],
    ])
  })

  it('shows the shapes of an SVG where they are, in their colors', async () => {
    const { figma } = openFile()
    const frame = figma.createNodeFromSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">
        <path d="M0 0H10V10H0Z M2 2H8V8H2Z" fill="#ff0000" fill-rule="evenodd"/>
        <circle cx="5" cy="5" r="1" fill="#0000ff" fill-opacity=".5"/>
        <path d="M0 9H10" stroke="#00ff00" stroke-width="2" fill="none"/>
      </svg>`,
    )
    frame.x = 300
    const { at } = await drawn(frame, LARGER)
    expect(at(4, 4)).toEqual([255, 0, 0, 255])
    expect(at(12, 12)).toEqual([0, 0, 0, 0])
    expect(at(20, 20)).toEqual([0, 0, 255, 128])
    expect(at(20, 36)).toEqual([0, 255, 0, 255])
  })

  it('leaves out what is hidden, and is refused where it is hidden itself', async () => {
    const { figma } = openFile()
    const frame = figma.createFrame()
    frame.fills = []
    const child = figma.createRectangle()
    frame.appendChild(child)
    child.visible = false
    expect((await drawn(frame)).at(50, 50)).toEqual([0, 0, 0, 0])
    await expect(child.exportAsync()).rejects.toThrow('no visible layers')
  })

  it('shows a text as a bar and an image as a box where they lie in it', async () => {
    const { figma } = openFile()
    const frame = figma.createFrame()
    frame.fills = [figma.util.solidPaint('#ffffff')]
    const text = figma.createText()
    text.fills = [figma.util.solidPaint('#000000')]
    text.resize(50, 10)
    const picture = figma.createRectangle()
    const { hash } = figma.createImage(PIXEL)
    picture.fills = [{ type: 'IMAGE', imageHash: hash, scaleMode: 'FILL' }]
    picture.resize(50, 50)
    for (const part of [text, picture]) frame.appendChild(part)
    picture.y = 50
    const { at } = await drawn(frame)
    expect([at(20, 5), at(20, 70), at(80, 70)]).toEqual([
      [128, 128, 128, 255],
      [128, 128, 128, 255],
      [255, 255, 255, 255],
    ])
  })

  it('is not emulated where it shows text or an image, nor in other formats', async () => {
    const told: string[] = []
    const { figma } = openFile({ onMissing: ({ message }) => told.push(message) })
    const picture = figma.createRectangle()
    const { hash } = figma.createImage(PIXEL)
    picture.fills = [{ type: 'IMAGE', imageHash: hash, scaleMode: 'FILL' }]
    await expect(picture.exportAsync()).rejects.toThrow('not emulated')
    await expect(figma.createText().exportAsync()).rejects.toThrow('not emulated')
    await expect(figma.createRectangle().exportAsync({ format: 'SVG' })).rejects.toThrow(
      'not emulated',
    )
    expect(told).toEqual(['not emulated: exportAsync but as PNG'])
  })
})
