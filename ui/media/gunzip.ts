import { MediaError } from './media-error.ts'

/** More than any drawing needs; a few kilobytes can unpack to gigabytes. */
const MOST_BYTES = 32_000_000

/** Unpacks gzip, as far as a drawing may be large. Throws `MediaError`. */
export async function gunzip(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(value)
      length += value.byteLength
      if (length > MOST_BYTES) {
        await reader.cancel()
        break
      }
    }
  } catch {
    throw new MediaError(`“${name}” is packed and broken. Upload it to Cliquify again.`)
  }
  if (length > MOST_BYTES) {
    throw new MediaError(
      `“${name}” unpacks to more than 32 MB, which is too much for a drawing. Ask for it as a PNG in Cliquify.`,
    )
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
