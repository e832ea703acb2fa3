import { Trouble } from '../../../shared/trouble.ts'
import { fileAt, gate, type Media } from './canvas.ts'

/** What a download fails with where there is no network. */
export const offline = (): Trouble => new Trouble({ kind: 'offline', message: 'You are offline.' })

export const isThumb = (url: string): boolean => url.includes('/thumbs/')

/** Thumbnails at once, files only once the gate is open. */
export function slowFiles(): { readonly media: Media; readonly files: ReturnType<typeof gate> } {
  const files = gate()
  const media: Media = (url) =>
    isThumb(url) ? Promise.resolve(fileAt(url)) : files.hold(() => fileAt(url))
  return { media, files }
}
