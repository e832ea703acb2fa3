import { encodePng } from '../../cliquify/brand/png.ts'
import type { Post } from '../../zoho/world.ts'

export const LINK = 'https://www.figma.com/design/abc/Brand?node-id=1-2'

async function pngOf(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  return new Uint8Array(await encodePng({ width, height, data }))
}

export const TINY = await pngOf(1, 1)
export const PICTURES = [await pngOf(4, 3), await pngOf(2, 5)]

export interface Fields {
  readonly id: string
  readonly channel: string
  readonly note: string
  readonly link: string
  readonly pictures: readonly Uint8Array<ArrayBuffer>[]
}

/** A review as the plugin sends it: what is given, else two pictures for the channel Brand. */
export function formOf(fields: Partial<Fields> = {}): FormData {
  const form = new FormData()
  form.set('channel', fields.channel ?? 'brand')
  form.set('note', fields.note ?? 'Is this ours?')
  form.set('link', fields.link ?? LINK)
  for (const [at, bytes] of (fields.pictures ?? PICTURES).entries()) {
    form.append('pictures', new File([bytes], `Cover ${at + 1}.png`, { type: 'image/png' }))
  }
  return form
}

/** What the channel has of it, as `kinds` tells it. */
export const ALL_POSTED = ['message', 'Cover 1.png', 'Cover 2.png']

export function kinds(posts: readonly Post[]): readonly string[] {
  return posts.map((post) => (post.is === 'file' ? post.name : post.is))
}

let last = 0

/** An id as the plugin makes them. */
export function newId(): string {
  return `review-of-the-test-${++last}`
}
