import { ApiError } from '../../../ui/cliquify/errors.ts'
import { fileAt, gate, type Media } from './canvas.ts'

/** What a download fails with where there is no network. */
export const offline = (): ApiError => new ApiError('offline', 'You are offline.', 'retry', null)

export const isThumb = (url: string): boolean => url.includes('/thumbs/')

/** Thumbnails at once, files only once the gate is open. */
export function slowFiles(): { readonly media: Media; readonly files: ReturnType<typeof gate> } {
  const files = gate()
  const media: Media = (url) =>
    isThumb(url) ? Promise.resolve(fileAt(url)) : files.hold(() => fileAt(url))
  return { media, files }
}
