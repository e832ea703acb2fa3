/** The largest file that is downloaded: what Figma takes at most of a video. */
const MOST_BYTES = 100 * 1024 * 1024

/**
 * The body of a reply; `too-large` as soon as that is clear, without loading the rest. `alive` is
 * told of each part that arrives.
 */
export async function readBytes(
  response: Response,
  alive: () => void,
): Promise<Uint8Array | 'too-large'> {
  if (Number(response.headers.get('content-length')) > MOST_BYTES) {
    await response.body?.cancel()
    return 'too-large'
  }
  const reader = response.body?.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  while (reader !== undefined) {
    const { done, value } = await reader.read()
    if (done) break
    alive()
    length += value.byteLength
    if (length > MOST_BYTES) {
      await reader.cancel()
      return 'too-large'
    }
    parts.push(value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}
