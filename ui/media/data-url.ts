/** The bytes in a `data:` address, whatever type it tells; null where there are none. */
export function bytesInDataUrl(url: string): Uint8Array | null {
  const address = url.trim()
  const comma = address.indexOf(',')
  if (comma === -1 || !/^data:/i.test(address)) return null
  const isBase64 = /;\s*base64\s*$/i.test(address.slice(0, comma))
  try {
    const content = decodeURIComponent(address.slice(comma + 1))
    if (!isBase64) return new TextEncoder().encode(content)
    return bytesInBase64(content)
  } catch {
    return null
  }
}

/** Throws for a text that is none. */
export function bytesInBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}

/** Bytes as a `data:` address. */
export function dataUrlOf(bytes: Uint8Array, type: string): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      if (typeof reader.result === 'string') resolve(reader.result)
    }
    reader.readAsDataURL(new Blob([new Uint8Array(bytes)], { type }))
  })
}
