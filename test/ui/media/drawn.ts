import type { Page } from 'playwright-core'
import type { MediaRooms } from './media-page.ts'

declare const media: MediaRooms

/** What the window makes of a file, and how that looks. */
export interface Drawn {
  readonly type: string
  /** Of the layer, in pixels. */
  readonly width: number
  readonly height: number
  /** What a picture is encoded as: `PNG`, `JPEG`, or the first letters of another. */
  readonly start: string
  /** What Figma gets of vectors; empty for pictures. */
  readonly svg: string
  readonly note: string | null
  /** `#rrggbb` at the points that were asked for, or `none` where nothing is drawn. */
  readonly colors: readonly string[]
  /** Or the sentence with which it was refused. */
  readonly refused: string
}

/** Prepares a file, and looks at it at points, told in parts of its width and height. */
export function draw(
  page: Page,
  file: string | Uint8Array,
  points: readonly (readonly [x: number, y: number])[] = [],
): Promise<Drawn> {
  return page.evaluate(
    async ({ base64, points }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const nothing = { type: '', width: 0, height: 0, start: '', svg: '', note: null, colors: [] }
      try {
        const { content, note } = await media.prepare(bytes, 'Mark')
        if (content.type === 'video') throw new Error('a video')
        const shown = content.type === 'vector' ? await media.rasterise(content.svg) : content
        if (shown.type !== 'image') throw new Error('not a picture')
        const picture = await createImageBitmap(new Blob([new Uint8Array(shown.bytes)]), {
          imageOrientation: 'none',
        })
        const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
        if (context === null) throw new Error('no canvas')
        context.drawImage(picture, 0, 0)
        const colors = points.map(([x, y]) => {
          const at = [Math.floor(x * picture.width), Math.floor(y * picture.height)] as const
          const [red = 0, green = 0, blue = 0, alpha] = context.getImageData(...at, 1, 1).data
          const hex = [red, green, blue].map((tone) => tone.toString(16).padStart(2, '0')).join('')
          return alpha === 0 ? 'none' : `#${hex}`
        })
        const { width, height } = shown
        const letters = String.fromCharCode(...shown.bytes.subarray(0, 4))
        const start = letters.startsWith('\xff\xd8') ? 'JPEG' : letters.replace('\x89', '')
        const svg = content.type === 'vector' ? content.svg : ''
        return { type: content.type, width, height, start, svg, note, colors, refused: '' }
      } catch (error) {
        return { ...nothing, refused: String(error) }
      }
    },
    { base64: Buffer.from(file).toString('base64'), points },
  )
}
