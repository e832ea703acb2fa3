import { createByteCache } from './byte-cache.ts'
import { bytesOf } from './bytes.ts'

/**
 * The files of pictures that were on screen lately, as they came, so that none is downloaded again
 * while it is held: in a window without an origin the browser's own cache was seen not to help.
 * What is decoded is the browser's, and only for what is in the document.
 */
export interface ThumbnailMemory {
  /** An address within this window at which a picture is shown at once; null for one not held. */
  at(source: string): string | null
  /** The bytes of a picture, or null for one that is not held. */
  bytes(source: string): Promise<Uint8Array> | null
  /**
   * Downloads a picture that is not held or on its way, and resolves to where it can be shown from:
   * the source itself where its host lets nobody read the file. Rejects where there is no picture.
   */
  load(source: string): Promise<string>
  /** Told where an image element has loaded from the source itself. */
  shownUnread(source: string): void
  /** Lets go of what turned out to be no picture. */
  forget(source: string): void
}

/** Ten thousand usual thumbnails. */
const MOST_BYTES = 64_000_000
/** As patient as with other media. */
const LONGEST_MS = 60_000

interface Held {
  readonly file: Blob
  readonly address: string
}

/** `download` rejects with a TypeError where nothing could be read. */
export function createThumbnailMemory(
  download: (source: string) => Promise<Blob>,
  mostBytes = MOST_BYTES,
): ThumbnailMemory {
  const held = createByteCache<Held>(mostBytes, ({ address }) => URL.revokeObjectURL(address))
  const arriving = new Map<string, Promise<string>>()
  /** Origins whose files show but cannot be read. */
  const unread = new Set<string>()

  function keep(source: string, file: Blob): string {
    const address = URL.createObjectURL(file)
    // The last one is about to be shown, however large it is.
    held.set(source, { file, address }, Math.min(file.size, mostBytes))
    return address
  }

  async function fetchNow(source: string): Promise<string> {
    try {
      return keep(source, await download(source))
    } catch (error) {
      if (error instanceof TypeError) return source
      throw error
    } finally {
      arriving.delete(source)
    }
  }

  return {
    at: (source) => held.get(source)?.address ?? null,
    bytes(source) {
      const file = held.get(source)?.file
      return file === undefined ? null : bytesOf(file)
    },
    load(source) {
      const address = held.get(source)?.address
      if (address !== undefined) return Promise.resolve(address)
      if (unread.has(new URL(source).origin)) return Promise.resolve(source)
      const running = arriving.get(source) ?? fetchNow(source)
      arriving.set(source, running)
      return running
    },
    shownUnread: (source) => unread.add(new URL(source).origin),
    forget: (source) => held.delete(source),
  }
}

/** The one of this window. */
export const thumbnailMemory = createThumbnailMemory(async (source) => {
  const response = await fetch(source, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    priority: 'low',
    signal: AbortSignal.timeout(LONGEST_MS),
  })
  if (!response.ok) throw new Error('The picture was refused.')
  return response.blob()
})
