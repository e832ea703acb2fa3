import { openPool } from '../cliquify/pool.ts'
import { within } from './within.ts'
import { encodePicture, type EncodedPicture, type EncodeJob } from './encode-picture.ts'

/** Decoded pictures are large: two at a time are plenty. */
const largePool = openPool(2)
/** Thumbnails are what a person waits for first: none waits behind large files. */
const smallPool = openPool(2)
/** Bytes. */
const LARGEST_SMALL = 256 * 1024

/** Longer than the largest picture takes on a slow machine; a decoder that hangs is let go then. */
const LONGEST_MS = 60_000

const SOURCE = `const encode = ${encodePicture.toString()}
onmessage = ({ data }) => encode(data).then(
  (picture) => postMessage({ picture }, picture.bytes === null ? [] : [picture.bytes.buffer]),
  (error) => postMessage({ error: String(error) }),
)`

/**
 * Checks and encodes in a Worker, so that the window stays responsive; here where no Worker is
 * allowed. Rejects where the picture cannot be decoded.
 */
export function encodeOffThread(job: EncodeJob): Promise<EncodedPicture> {
  const pool = job.bytes.length > LARGEST_SMALL ? largePool : smallPool
  return pool(new AbortController().signal, async () => {
    const result = await encodeInWorker(job)
    if (result === 'no worker') return encodeHere(job)
    if ('error' in result) throw new Error(result.error)
    return result.picture
  })
}

function encodeHere(job: EncodeJob): Promise<EncodedPicture> {
  if (typeof createImageBitmap !== 'undefined' || job.keepAt === null) return encodePicture(job)
  // Where nothing can be decoded, a picture whose structure is whole has to do.
  return Promise.resolve({ bytes: null, size: job.keepAt, full: job.keepAt })
}

type Result = { readonly picture: EncodedPicture } | { readonly error: string }

async function encodeInWorker(job: EncodeJob): Promise<Result | 'no worker'> {
  const url = URL.createObjectURL(new Blob([SOURCE], { type: 'text/javascript' }))
  let worker: Worker | null = null
  try {
    const started = new Worker(url)
    worker = started
    const done = new Promise<Result | 'no worker'>((resolve) => {
      started.onmessage = ({ data }: MessageEvent<Result>) => resolve(data)
      // A content security policy that forbids Workers tells so only here.
      started.onerror = () => resolve('no worker')
      started.postMessage(job)
    })
    return await within(LONGEST_MS, done).catch((error: unknown) => ({ error: String(error) }))
  } catch {
    return 'no worker'
  } finally {
    worker?.terminate()
    URL.revokeObjectURL(url)
  }
}
