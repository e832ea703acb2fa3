/**
 * Pictures that were on screen lately. As long as one is held, the browser shows it again without
 * asking for it anew, and one that scrolled away half loaded is not broken off
 * (html.spec.whatwg.org, "list of available images").
 */
export interface ThumbnailMemory {
  /** Whether a picture of this address is loaded. */
  has(source: string): boolean
  /** Holds a picture, loaded or loading. */
  keep(source: string, image: LoadingPicture): void
}

/** An image element, of which only this is asked. */
export type LoadingPicture = Pick<HTMLImageElement, 'complete' | 'naturalWidth' | 'naturalHeight'>

/** What is let go may be fetched anew: downloads were seen to repeat in a window without an origin. */
const MOST_PICTURES = 2000
/** A file that stands in for its own thumbnail may be a photo of many megapixels. */
const MOST_PIXELS = 200_000_000

export function createThumbnailMemory(
  mostPictures = MOST_PICTURES,
  mostPixels = MOST_PIXELS,
): ThumbnailMemory {
  /** The one that was used last stands last. */
  const images = new Map<string, LoadingPicture>()

  function trim(): void {
    let pixels = 0
    for (const image of images.values()) pixels += pixelsOf(image)
    for (const [source, image] of images) {
      if (images.size <= 1 || (images.size <= mostPictures && pixels <= mostPixels)) return
      images.delete(source)
      pixels -= pixelsOf(image)
    }
  }

  return {
    has(source) {
      const image = images.get(source)
      return image !== undefined && image.complete && image.naturalWidth > 0
    },
    keep(source, image) {
      images.delete(source)
      images.set(source, image)
      trim()
    },
  }
}

function pixelsOf({ naturalWidth, naturalHeight }: LoadingPicture): number {
  return naturalWidth * naturalHeight
}

/** The one of this window. */
export const thumbnailMemory = createThumbnailMemory()
