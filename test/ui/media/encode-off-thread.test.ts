import { afterEach, expect, it, vi } from 'vitest'
import { encodeOffThread } from '../../../ui/media/encode-off-thread.ts'
import type { EncodedPicture, EncodeJob } from '../../../ui/media/encode-picture.ts'

const SIZE = { width: 8, height: 8 }
const PICTURE: EncodedPicture = { bytes: null, size: SIZE, full: SIZE }

/** As a browser's, with a decoder that ends with small files only. */
class SlowWorker {
  onmessage: ((event: { data: { picture: EncodedPicture } }) => void) | null = null

  postMessage({ bytes }: EncodeJob): void {
    if (bytes.length < 1_000) queueMicrotask(() => this.onmessage?.({ data: { picture: PICTURE } }))
  }

  terminate(): void {
    this.onmessage = null
  }
}

afterEach(() => vi.unstubAllGlobals())

const job = (length: number): EncodeJob => ({
  bytes: new Uint8Array(length),
  type: 'image/png',
  maxSide: 4096,
  keepAt: null,
  loss: 'none',
})

it('encodes a thumbnail while large files take their time', async () => {
  vi.stubGlobal('Worker', SlowWorker)
  for (let file = 0; file < 5; file++) void encodeOffThread(job(2_000_000))
  expect(await encodeOffThread(job(500))).toEqual(PICTURE)
})
