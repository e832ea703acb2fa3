import * as v from 'valibot'

/** How a list is wrapped. The first three, and the two for one object, hold everything at once. */
const envelope = v.picklist([
  'bare',
  'data',
  'success-data',
  'nested-paginator',
  'api-resource',
  'raw-paginator',
  'cursor',
  'next-page-url',
  'looping',
  'object',
  'data-object',
])

const candidate = v.picklist(['first', 'second', 'none'])

const envelopesSchema = v.strictObject({
  brandKits: envelope,
  colors: envelope,
  logos: envelope,
  folders: envelope,
  assets: envelope,
  assetTags: envelope,
  templates: envelope,
  templateTags: envelope,
})

/** Which of the candidate paths answers; the others are routing 404s. */
const pathsSchema = v.strictObject({
  brandKits: candidate,
  colors: candidate,
  logos: candidate,
  assetTags: candidate,
})

const fieldsSchema = v.strictObject({
  ids: v.picklist(['number', 'string']),
  name: v.picklist(['name', 'title', 'label', 'file_name', 'none']),
  media: v.picklist(['url', 'image', 'image_url', 'file', 'file_url', 'original_url', 'src']),
  thumbnail: v.picklist(['thumbnail', 'thumbnail_url', 'thumb', 'preview', 'preview_url', 'none']),
  /** `unescaped` leaves the spaces of file names as they are. */
  urls: v.picklist(['absolute', 'relative', 'unescaped']),
  kind: v.picklist(['mime_type', 'type', 'file_type', 'extension', 'none']),
  tags: v.picklist(['objects', 'ids', 'strings']),
  folder: v.picklist(['id', 'object', 'name']),
  folders: v.picklist(['parent_id', 'children']),
  date: v.picklist(['updated_at', 'updatedAt', 'modified_at', 'none']),
  dateFormat: v.picklist(['iso', 'sql']),
  /** Where a color's value stands; `rgb` is an object of numbers, `channels` are r, g, b, a. */
  colorValue: v.picklist(['hex', 'hex_code', 'value', 'color', 'code', 'rgb', 'channels']),
  colorIds: v.boolean(),
  colorList: v.picklist(['palettes', 'objects', 'strings', 'by-name']),
  /** Kits carry their colors and logos inside. */
  kitInsides: v.boolean(),
  /** `json-api` puts each item's fields into its `attributes`, beside `id` and `type`. */
  items: v.picklist(['flat', 'json-api']),
  /** `video_url`: a video's address stands there and nowhere else, with its `duration`. */
  videos: v.picklist(['as-files', 'video_url']),
})

const settingsSchema = v.strictObject({
  /** Which encodings of the credentials the token endpoint takes. */
  encoding: v.picklist(['both', 'form', 'json']),
  encodingRefusal: v.picklist([415, 422]),
  oauthShape: v.picklist(['nested', 'flat']),
  /** Seconds. */
  tokenLifetime: v.number(),
  scopes: v.array(v.string()),
  enterprise: v.picklist(['active', 'inactive']),
  company: v.picklist(['linked', 'unlinked']),
  /** Requests a minute for each IP, or null for no limit. */
  rateLimit: v.nullable(v.number()),
  /** Whether cross-origin code may read the rate limit's headers, or they are not sent at all. */
  rateLimitHeaders: v.picklist(['exposed', 'hidden', 'absent']),
  /** What cross-origin code may read; `api` is what Laravel does unless it is told otherwise. */
  cors: v.picklist(['all', 'api', 'none']),
  /** Whether files may be read across origins. */
  mediaCors: v.boolean(),
  envelopes: envelopesSchema,
  paths: pathsSchema,
  fields: fieldsSchema,
  /** Items on a page, where the caller does not decide. */
  pageSize: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Whether the caller decides by `per_page`; `refused` answers it with 422. */
  perPage: v.picklist(['ignored', 'honoured', 'refused']),
  /**
   * Links to other pages: of Laravel without the rest of the query, `with-query` with it; `foreign`
   * ones name the host and path that a gateway has before it.
   */
  pageLinks: v.picklist(['laravel', 'with-query', 'foreign']),
  assetCount: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000)),
})

export const settingsChangeSchema = v.strictObject({
  ...v.partial(settingsSchema).entries,
  envelopes: v.optional(v.partial(envelopesSchema)),
  paths: v.optional(v.partial(pathsSchema)),
  fields: v.optional(v.partial(fieldsSchema)),
})

export type Envelope = v.InferOutput<typeof envelope>
export type PageLinks = Settings['pageLinks']
export type Fields = v.InferOutput<typeof fieldsSchema>
export type Settings = v.InferOutput<typeof settingsSchema>
/** What to change; what is not named stays. */
export type SettingsChange = v.InferOutput<typeof settingsChangeSchema>
export type Resource = keyof Settings['envelopes']

export const DEFAULT_SETTINGS: Settings = {
  encoding: 'both',
  encodingRefusal: 415,
  oauthShape: 'nested',
  tokenLifetime: 2_592_000,
  scopes: ['profile:read', 'templates:read', 'assets:read', 'brandkit:read'],
  enterprise: 'active',
  company: 'linked',
  rateLimit: null,
  rateLimitHeaders: 'hidden',
  cors: 'all',
  mediaCors: true,
  envelopes: {
    brandKits: 'success-data',
    colors: 'success-data',
    logos: 'success-data',
    folders: 'success-data',
    assets: 'api-resource',
    assetTags: 'success-data',
    templates: 'api-resource',
    templateTags: 'success-data',
  },
  paths: { brandKits: 'first', colors: 'first', logos: 'first', assetTags: 'first' },
  fields: {
    ids: 'number',
    name: 'name',
    media: 'url',
    thumbnail: 'thumbnail_url',
    urls: 'absolute',
    kind: 'mime_type',
    tags: 'objects',
    folder: 'id',
    folders: 'parent_id',
    date: 'updated_at',
    dateFormat: 'iso',
    colorValue: 'hex',
    colorIds: true,
    colorList: 'palettes',
    kitInsides: false,
    items: 'flat',
    videos: 'as-files',
  },
  pageSize: 50,
  perPage: 'ignored',
  pageLinks: 'laravel',
  assetCount: 300,
}

export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  const { envelopes, paths, fields, ...rest } = change
  return {
    ...overlay(settings, rest),
    envelopes: overlay(settings.envelopes, envelopes ?? {}),
    paths: overlay(settings.paths, paths ?? {}),
    fields: overlay(settings.fields, fields ?? {}),
  }
}

function overlay<T extends object>(base: T, change: { [K in keyof T]?: T[K] | undefined }): T {
  const named = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...base, ...Object.fromEntries(named) }
}
