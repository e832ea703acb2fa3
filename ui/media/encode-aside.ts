import { openPool } from '../cliquify/pool.ts'
import { encodePicture, type EncodedPicture, type EncodeJob } from './encode-picture.ts'

/** Decoded pictures are large: two at a time are plenty. */
const pool = openPool(2)

const SOURCE = `const encode = ${encodePicture.toString()}
onmessage = ({ data }) => encode(data).then(
  (picture) => postMessage({ picture }, [picture.bytes.buffer]),
  (error) => postMessage({ error: String(error) }),
)`

/** Encodes in a Worker, so that the window stays responsive; here where no Worker is allowed. */
export function encodeAside(job: EncodeJob): Promise<EncodedPicture> {
  return pool(new AbortController().signal, async () => {
    const inWorker = await encodeInWorker(job).catch(() => null)
    return inWorker ?? encodePicture(job)
  })
}

function encodeInWorker(job: EncodeJob): Promise<EncodedPicture> {
  const url = URL.createObjectURL(new Blob([SOURCE], { type: 'text/javascript' }))
  return new Promise<EncodedPicture>((resolve, reject) => {
    const worker = new Worker(url)
    const end = (): void => worker.terminate()
    worker.onmessage = ({ data }: MessageEvent<{ picture?: EncodedPicture; error?: string }>) => {
      end()
      if (data.picture !== undefined) resolve(data.picture)
      else reject(new Error(data.error))
    }
    // A content security policy that forbids Workers tells so only here.
    worker.onerror = () => {
      end()
      reject(new Error('no worker'))
    }
    worker.postMessage(job)
  }).finally(() => URL.revokeObjectURL(url))
}
