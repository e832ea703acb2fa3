import { readBytes } from '../cliquify/read-bytes.ts'
import { MediaError } from './media-error.ts'

/** More than any drawing needs; a few kilobytes can unpack to gigabytes. */
const MOST_BYTES = 32_000_000

/** Unpacks gzip, as far as a drawing may be large. Throws `Trouble`. */
export async function gunzip(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
  const unpacked = await readBytes(new Response(stream), MOST_BYTES, () => undefined).catch(() => {
    throw new MediaError(`“${name}” is packed and broken. Replace it in Cliquify.`)
  })
  if (unpacked === 'too-large') {
    throw new MediaError(`“${name}” unpacks to more than 32 MB. Ask for it as a PNG in Cliquify.`)
  }
  return unpacked
}
