import { bytesOf } from '../media/bytes.ts'

/**
 * The body of a reply; `too-large` as soon as it is clear that it has more than `most` bytes, without
 * loading the rest. `alive` is told of each part that arrives.
 */
export async function readBytes(
  response: Response,
  most: number,
  alive: () => void,
): Promise<Uint8Array | 'too-large'> {
  if (Number(response.headers.get('content-length')) > most) {
    await response.body?.cancel()
    return 'too-large'
  }
  const reader = response.body?.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  while (reader !== undefined) {
    const { done, value } = await reader.read()
    if (done) break
    alive()
    length += value.byteLength
    if (length > most) {
      await reader.cancel()
      return 'too-large'
    }
    parts.push(value)
  }
  return bytesOf(new Blob(parts))
}
