/** What is held of a picture. */
export type Picture = Pick<HTMLImageElement, 'complete' | 'naturalWidth' | 'naturalHeight'>

/**
 * Pictures that were on screen lately. As long as one is held, the browser shows it again without
 * asking for it anew, and one that scrolled away half loaded is not broken off
 * (html.spec.whatwg.org, "list of available images").
 */
export interface ThumbnailMemory {
  /** Whether a picture of this address is loaded. */
  has(source: string): boolean
  /** Holds a picture, loaded or loading. */
  keep(source: string, image: Picture): void
}

/** What is let go may be fetched anew: downloads were seen to repeat in a window without an origin. */
const MOST_PICTURES = 2000
/** A file that stands in for its own thumbnail may be a photo of many megapixels. */
const MOST_PIXELS = 200_000_000

export function createThumbnailMemory(
  mostPictures = MOST_PICTURES,
  mostPixels = MOST_PIXELS,
): ThumbnailMemory {
  /** The one that was used last stands last. */
  const images = new Map<string, Picture>()
  /** Of those that have arrived: before, nobody knows how large one is. */
  const pixels = new Map<string, number>()
  const arriving = new Set<string>()
  let sum = 0

  function weigh(): void {
    for (const source of arriving) {
      const image = images.get(source)
      if (image?.complete !== true) continue
      const weight = image.naturalWidth * image.naturalHeight
      arriving.delete(source)
      pixels.set(source, weight)
      sum += weight
    }
  }

  function letGo(source: string): void {
    sum -= pixels.get(source) ?? 0
    pixels.delete(source)
    arriving.delete(source)
    images.delete(source)
  }

  return {
    has(source) {
      const image = images.get(source)
      return image !== undefined && image.complete && image.naturalWidth > 0
    },
    keep(source, image) {
      letGo(source)
      images.set(source, image)
      arriving.add(source)
      weigh()
      for (const oldest of images.keys()) {
        if (images.size <= 1 || (images.size <= mostPictures && sum <= mostPixels)) return
        letGo(oldest)
      }
    },
  }
}

/** The one of this window. */
export const thumbnailMemory = createThumbnailMemory()
