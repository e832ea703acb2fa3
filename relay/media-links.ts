import { bytesOf, fromBase64Url, isSame, toBase64Url, type Keyring } from './keys.ts'

/** Where Cliquify keeps files, beside its own address. */
const MEDIA_ORIGINS: readonly string[] = ['https://cdn.thecliquify.co']
const LONGEST_ADDRESS = 4_000

/** Addresses of files as designers get them: at the relay, signed, so that nobody makes one up. */
export interface MediaLinks {
  /** A reply's JSON with the addresses of files in it replaced. */
  rewrite(text: string, body: unknown): Promise<string>
  /** The address that an id stands for; null where the relay did not sign it, or may not fetch it. */
  addressOf(id: string): Promise<URL | null>
  /** Whether files may be fetched from there. */
  isAllowed(url: URL): boolean
}

export interface MediaLinksOptions {
  readonly cliquifyOrigin: string
  readonly relayOrigin: string
  readonly keyring: Keyring
}

export function openMediaLinks({
  cliquifyOrigin,
  relayOrigin,
  keyring,
}: MediaLinksOptions): MediaLinks {
  const allowed = [cliquifyOrigin, ...MEDIA_ORIGINS]

  function isAllowed(url: URL): boolean {
    return allowed.includes(url.origin) && url.username === '' && url.password === ''
  }

  async function linkTo(url: URL): Promise<string> {
    const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
    const address = toBase64Url(bytesOf(url.href))
    const signature = await keyring.sign('media', url.href)
    return `${relayOrigin}/media/${address}.${signature}/${name}`
  }

  return {
    isAllowed,
    async rewrite(text, body) {
      if (body === undefined) return text
      const found = new Map<string, URL>()
      JSON.stringify(body, (key, value: unknown) => {
        const url = typeof value === 'string' ? fileAddress(key, value, cliquifyOrigin) : null
        if (typeof value === 'string' && url !== null && isAllowed(url)) found.set(value, url)
        return value
      })
      const links = new Map<string, string>()
      for (const [value, url] of found) links.set(value, await linkTo(url))
      return JSON.stringify(body, (key, value: unknown) => {
        const isFile = typeof value === 'string' && fileAddress(key, value, cliquifyOrigin) !== null
        return isFile ? (links.get(value) ?? value) : value
      })
    },
    async addressOf(id) {
      const [address = '', signature = ''] = id.split('.')
      let href: string
      try {
        href = new TextDecoder().decode(fromBase64Url(address))
      } catch {
        return null
      }
      if (!(await isSame(signature, await keyring.sign('media', href)))) return null
      const url = URL.canParse(href) ? new URL(href) : null
      return url !== null && isAllowed(url) ? url : null
    },
  }
}

/** Keys under which an address may be relative. */
const FILE_KEYS = /url|image|^file$|^src$|thumb|preview|poster|video|original|^path$/i

/** Where a value says that a file is; null where it says nothing of the kind. */
function fileAddress(key: string, value: string, base: string): URL | null {
  const text = value.trim()
  if (text.length > LONGEST_ADDRESS) return null
  const isWhole = /^(?:https?:)?\/\//i.test(text)
  const isRelative = FILE_KEYS.test(key) && /^\.{0,2}\/|^[^\s:/]+\//.test(text)
  if (!isWhole && !isRelative) return null
  try {
    const url = new URL(text, `${base}/`)
    // The next page of a list is no file.
    return url.pathname.startsWith('/api/') || url.pathname === '/' ? null : url
  } catch {
    return null
  }
}
