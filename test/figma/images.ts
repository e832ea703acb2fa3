import type { FigmaDocument } from './document.ts'
import { isVideo, readImageSize } from './image-size.ts'
import type { Members } from './members.ts'
import { makePrototype } from './members.ts'
import { expectType, NotEmulated, Refusal } from './refusal.ts'
import { Handles } from './handles.ts'
import type { Session } from './session.ts'

const MOST_PIXELS = 4096
const MOST_VIDEO_BYTES = 100 * 1024 * 1024

type ImagesOfApi = Pick<
  PluginAPI,
  'createImage' | 'getImageByHash' | 'createImageAsync' | 'createVideoAsync'
>

export function imageApi(session: Session): Members<ImagesOfApi, void> {
  const { document } = session
  const handles: Handles<Image> = new Handles<Image>(() => prototypeOf(session, handles))
  return {
    createImage(_self, data) {
      if (!(data instanceof Uint8Array)) {
        throw new Refusal(`Expected "data" to have type Uint8Array but got ${typeof data} instead`)
      }
      const size = readImageSize(data)
      if (size === null) throw new Refusal('Image type is unsupported')
      if (size.width < 1 || size.height < 1) throw new Refusal('Image is too small')
      if (size.width > MOST_PIXELS || size.height > MOST_PIXELS) {
        throw new Refusal('Image is too large')
      }
      const hash = hashOf(data)
      document.write('createImage', hash, data, () =>
        document.images.set(hash, new Uint8Array(data)),
      )
      return handles.of(hash)
    },
    getImageByHash(_self, hash) {
      const known = document.images.has(expectType(hash, 'hash', 'string'))
      return known ? handles.of(hash) : null
    },
    createImageAsync() {
      throw new NotEmulated('figma.createImageAsync')
    },
    async createVideoAsync(_self, data) {
      if (!(data instanceof Uint8Array)) {
        throw new Refusal(`Expected "data" to have type Uint8Array but got ${typeof data} instead`)
      }
      await Promise.resolve()
      if (document.plan === 'starter') throw new Refusal('Video upload needs a paid plan')
      if (data.byteLength > MOST_VIDEO_BYTES) throw new Refusal('Video is too large')
      if (!isVideo(data)) throw new Refusal('Video type is unsupported')
      const hash = hashOf(data)
      document.write('createVideoAsync', hash, data, () =>
        document.videos.set(hash, new Uint8Array(data)),
      )
      // All that a `Video` has is its hash.
      return Object.freeze({ hash })
    },
  }
}

function prototypeOf(session: Session, handles: Handles<Image>): object {
  return makePrototype('Image', session.enter, (object) => handles.identify(object), [
    imageMembers(session.document),
  ])
}

function imageMembers(document: FigmaDocument): Members<Image, string> {
  const bytesOf = (hash: string): Uint8Array => {
    const bytes = document.images.get(hash)
    if (bytes === undefined) throw new Refusal('Image does not exist')
    return bytes
  }
  return {
    hash: { get: (hash) => hash },
    async getBytesAsync(hash) {
      await Promise.resolve()
      return new Uint8Array(bytesOf(hash))
    },
    async getSizeAsync(hash) {
      await Promise.resolve()
      return readImageSize(bytesOf(hash)) ?? { width: 0, height: 0 }
    },
  }
}

/** 40 hexadecimal digits, as long as Figma's SHA-1, which is not needed here: five FNV-1a sums. */
function hashOf(bytes: Uint8Array): string {
  const sums = new Uint32Array([2166136261, 0x9747b28c, 0x3c6ef372, 0xa54ff53a, 0x510e527f])
  for (let index = 0; index < bytes.length; index++) {
    const lane = index % 5
    sums[lane] = Math.imul((sums[lane] ?? 0) ^ (bytes[index] ?? 0), 16777619)
  }
  sums[0] = (sums[0] ?? 0) ^ bytes.length
  return [...sums].map((sum) => sum.toString(16).padStart(8, '0')).join('')
}
