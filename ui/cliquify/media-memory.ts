import { troubleOf } from '../../shared/trouble.ts'
import { createByteCache } from '../media/byte-cache.ts'

/** Files that were downloaded before, for when they cannot be downloaded again. */
export interface MediaMemory {
  /** The downloaded bytes; those of before where there is no network. */
  fetch(address: string, download: () => Promise<Uint8Array>): Promise<Uint8Array>
}

const MOST_BYTES = 32_000_000

export function openMediaMemory(mostBytes = MOST_BYTES): MediaMemory {
  const files = createByteCache<Uint8Array>(mostBytes)
  return {
    async fetch(address, download) {
      try {
        const file = await download()
        files.set(address, file, file.byteLength)
        return file
      } catch (error) {
        const known = isNetworkGone(error) ? files.get(address) : null
        if (known === null) throw error
        return known
      }
    },
  }
}

function isNetworkGone(error: unknown): boolean {
  const { kind } = troubleOf(error)
  return kind === 'offline' || kind === 'unreachable' || kind === 'timeout'
}
