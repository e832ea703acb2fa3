import type { BrandAsset } from '../../shared/brand.ts'
import type { Provenance } from '../../shared/placement.ts'
import { sourceOf } from './placeable.ts'
import { parseUrl, withoutQuery } from '../cliquify/decode/url.ts'

/** What a placed layer remembers of its asset. It is stored in the file, so it holds no secret. */
export function provenanceOf(asset: BrandAsset): Provenance {
  return {
    kind: asset.kind,
    assetId: asset.id,
    kitId: asset.kitId,
    version: asset.updatedAt,
    url: withoutSignature(sourceOf(asset) ?? ''),
    name: asset.name,
    ...(asset.kind === 'template' && asset.link ? { link: withoutSignature(asset.link) } : {}),
  }
}

/**
 * The same for as long as the layer shows the thumbnail only. It has no version and no address, so
 * that it never counts as up to date, and the name by which people see it.
 */
export function placeholderProvenanceOf(asset: BrandAsset): Provenance {
  return {
    ...provenanceOf(asset),
    version: null,
    url: '',
    name: `${asset.name} (preview)`.trim(),
    incomplete: true,
  }
}

const SECRET_NAME =
  /sig|tok|expir|polic|cred|key|auth|secret|session|jwt|hmac|hash|md5|pass|^x-|^s[terpv]$|^e$|^h$/i
/** As long as the shortest signatures in use; a width, a page or an id is shorter. */
const SECRET_LENGTH = 16

/** A URL without credentials, and without its query where any part of that could be a signature. */
export function withoutSignature(url: string): string {
  const parsed = parseUrl(url)
  if (parsed === null) return withoutQuery(url)
  const signed = [...parsed.searchParams].some(
    ([name, value]) => SECRET_NAME.test(name) || value.length >= SECRET_LENGTH,
  )
  if (signed) parsed.search = ''
  parsed.hash = ''
  parsed.username = ''
  parsed.password = ''
  return parsed.href
}
