import { describe, expect, it } from 'vitest'
import { emptyMp4, uint32 } from './files.ts'
import type { MediaRooms } from './media-page.ts'
import { prepareBytes } from './prepare-bytes.ts'
import { useMediaPage } from './use-media-page.ts'

declare const media: MediaRooms

const page = useMediaPage()

/** Films a red canvas in the page, and prepares that; `isShown`: the browser gets to show its frames. */
function prepareFilm(type: string, isShown: boolean): Promise<unknown> {
  return page().evaluate(
    async (options) => {
      const canvas = document.createElement('canvas')
      canvas.width = 160
      canvas.height = 90
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas to film')
      context.fillStyle = 'red'
      // Else a busy machine films the canvas before anything is on it.
      context.fillRect(0, 0, 160, 90)
      const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: options.type })
      const parts: Blob[] = []
      recorder.ondataavailable = ({ data }) => parts.push(data)
      const stopped = new Promise((resolve) => (recorder.onstop = resolve))
      recorder.start()
      for (let at = 0; at < 8; at++) {
        context.fillRect(0, 0, 160, 90)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      recorder.stop()
      await stopped
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
      if (!options.isShown) HTMLVideoElement.prototype.requestVideoFrameCallback = () => 0
      const { content } = await media.prepare(bytes, 'Film')
      if (content.type !== 'video') throw new Error('no video')
      const size = [content.width, content.height]
      if (content.poster === null) return { size, poster: null }
      const poster = await createImageBitmap(new Blob([new Uint8Array(content.poster.bytes)]))
      const reader = new OffscreenCanvas(1, 1).getContext('2d')
      reader?.drawImage(poster, 0, 0)
      const [red = 0, green = 0] = reader?.getImageData(0, 0, 1, 1).data ?? []
      return {
        size,
        poster: [poster.width, poster.height],
        isSame: content.bytes === bytes,
        isRed: red > 200 && green < 60,
      }
    },
    { type, isShown },
  )
}

it.each(['video/webm', 'video/mp4'])(
  'a %s has its own size and its first picture',
  async (type) => {
    expect(await prepareFilm(type, true)).toEqual({
      size: [160, 90],
      poster: [160, 90],
      isSame: true,
      isRed: true,
    })
  },
)

it('a video of which no frame is ever shown has its size, and no black picture', async () => {
  expect(await prepareFilm('video/webm', false)).toEqual({ size: [160, 90], poster: null })
})

describe('a video', () => {
  it('that no browser plays has the size that its tables tell', async () => {
    expect(await prepareBytes(page(), emptyMp4(640, 360, 'turned'))).toBe(
      'video 360 × 640 as it is',
    )
  })

  it('that is none, or whose end is missing, is refused with a sentence', async () => {
    const lie = Uint8Array.from([...uint32(16), ...Buffer.from('ftypisom....')])
    expect(await prepareBytes(page(), lie)).toContain('“Hero” is a video that cannot be read')
    expect(await prepareBytes(page(), emptyMp4(640, 360, 'upright').subarray(0, 60))).toContain(
      '“Hero” is incomplete',
    )
  })
})
