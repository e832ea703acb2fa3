import { ApiError } from './errors.ts'

/** Files that were downloaded before, for when they cannot be downloaded again. */
export interface MediaMemory {
  /** The downloaded bytes; those of before where there is no network. */
  fetch(address: string, download: () => Promise<Uint8Array>): Promise<Uint8Array>
}

const MOST_BYTES = 32_000_000

export function openMediaMemory(mostBytes = MOST_BYTES): MediaMemory {
  /** The one that was used last stands last. */
  const files = new Map<string, Uint8Array>()
  let bytes = 0

  function remove(address: string): void {
    bytes -= files.get(address)?.byteLength ?? 0
    files.delete(address)
  }

  function keep(address: string, file: Uint8Array): void {
    remove(address)
    files.set(address, file)
    bytes += file.byteLength
    for (const oldest of files.keys()) {
      if (bytes <= mostBytes) break
      remove(oldest)
    }
  }

  return {
    async fetch(address, download) {
      try {
        const file = await download()
        keep(address, file)
        return file
      } catch (error) {
        const known = files.get(address)
        if (known === undefined || !(error instanceof ApiError) || !isNetworkGone(error))
          throw error
        keep(address, known)
        return known
      }
    },
  }
}

function isNetworkGone({ kind }: ApiError): boolean {
  return kind === 'offline' || kind === 'unreachable' || kind === 'timeout'
}
