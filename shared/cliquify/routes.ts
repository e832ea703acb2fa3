/** What the API offers, each a list. */
export type Resource =
  | 'kits'
  | 'colors'
  | 'logos'
  | 'assets'
  | 'templates'
  | 'folders'
  | 'assetTags'
  | 'templateTags'

/**
 * Every path of the API. Where the documentation leaves a path open, its candidates stand in the
 * order in which they are tried; `{id}` is the kit's.
 */
export const ROUTES: Readonly<Record<Resource, readonly string[]>> = {
  kits: ['/api/brand-kits', '/api/brand-kit'],
  colors: ['/api/brand-kits/{id}/colors', '/api/brand-kit/colors', '/api/brand-kit/{id}/colors'],
  logos: ['/api/brand-kits/{id}/logos', '/api/brand-kit/logos', '/api/brand-kit/{id}/logos'],
  assets: ['/api/assets'],
  templates: ['/api/templates'],
  folders: ['/api/folders'],
  assetTags: ['/api/asset-tags', '/api/assets/tags'],
  templateTags: ['/api/tags'],
}
