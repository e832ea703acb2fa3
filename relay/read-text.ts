/**
 * The body of a reply as text; null as soon as it has more than `most` bytes, and is read on up to
 * `atAll` then.
 */
export async function readText(
  { body }: Pick<Response, 'body'>,
  most: number,
  atAll = most,
): Promise<string | null> {
  const reader = body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return length > most ? null : text + decoder.decode()
    length += value.byteLength
    if (length > atAll) {
      await reader.cancel()
      return null
    }
    if (length <= most) text += decoder.decode(value, { stream: true })
  }
}

/** Beyond this nobody is still to be answered. */
const READ_ON = 10_000_000

/**
 * The body of a request as text; null where it has more than `most` bytes. It is read to its end all
 * the same: Workers reset the connection of a request whose body is left unread.
 */
export function readBody(request: Request, most: number): Promise<string | null> {
  return readText(request, most, READ_ON)
}
