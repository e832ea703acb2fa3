/**
 * The multipart form of a request; `too-large` where it has more than `most` bytes, `none` where it is
 * no form. It is read to its end all the same, as `readBody` does.
 */
export async function readForm(
  { headers, body }: Pick<Request, 'headers' | 'body'>,
  most: number,
): Promise<FormData | 'too-large' | 'none'> {
  if (body === null) return 'none'
  let length = 0
  // What is too much is not kept, and leaves a form that breaks off.
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.byteLength
      if (length <= most) controller.enqueue(chunk)
      else if (length > READ_ON * most) controller.error(new Error('The form is too large.'))
    },
  })
  const type = headers.get('content-type') ?? ''
  try {
    const form = await new Response(body.pipeThrough(bounded), {
      headers: { 'Content-Type': type },
    }).formData()
    return length > most ? 'too-large' : form
  } catch {
    return length > most ? 'too-large' : 'none'
  }
}

/** Beyond so many times what is allowed nobody is still to be answered. */
const READ_ON = 3
