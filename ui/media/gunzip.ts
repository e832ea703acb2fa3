import { readBytes } from '../cliquify/read-bytes.ts'
import { recognise } from './recognise.ts'
import { brokenFile, tooLong } from './refusal.ts'

/** More than any drawing needs; a few kilobytes can unpack to gigabytes. */
const MOST_BYTES = 32_000_000

/** The bytes of an SVG, which may come packed; null for anything else. Throws `Trouble`. */
export async function svgIn(bytes: Uint8Array, name: string): Promise<Uint8Array | null> {
  const isPacked = recognise(bytes) === 'gzip'
  const unpacked = isPacked ? await gunzip(bytes, name) : bytes
  return recognise(unpacked) === 'svg' ? unpacked : null
}

/** Unpacks gzip, as far as a drawing may be large. Throws `Trouble`. */
async function gunzip(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
  const unpacked = await readBytes(new Response(stream), MOST_BYTES, () => undefined).catch(() => {
    throw brokenFile(name)
  })
  if (unpacked === 'too-large') throw tooLong(name)
  return unpacked
}
