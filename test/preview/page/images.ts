import type { Host } from '../../figma/host-api.ts'

/** Blob URLs for the document's images and videos, by hash; null for a hash that the document does not have. */
export function imageUrls(host: Host): (hash: string) => string | null {
  const urls = new Map<string, string>()
  return (hash) => {
    const known = urls.get(hash)
    if (known !== undefined) return known
    const bytes = host.imageBytes(hash)
    if (bytes === null) return null
    // The copy is in a buffer of its own, whatever memory the emulator lends.
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
    urls.set(hash, url)
    return url
  }
}
