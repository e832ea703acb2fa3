import type { Page } from 'playwright-core'
import type { MediaRooms } from './media-page.ts'

declare const media: MediaRooms

/** What becomes of a file, told in a line: what it is placed as, or why it is refused. */
export function prepareBytes(page: Page, bytes: Uint8Array): Promise<string> {
  return page.evaluate(async (base64) => {
    const given = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    try {
      const { content, note } = await media.prepare(given, 'Hero')
      if (content.type === 'vector') return `vectors: ${content.svg} ${note ?? ''}`
      const kept = content.bytes === given ? ' as it is' : ''
      const noted = note === null ? '' : ` (${note})`
      return `${content.type} ${content.width} × ${content.height}${kept}${noted}`
    } catch (error) {
      return String(error)
    }
  }, Buffer.from(bytes).toString('base64'))
}
