import type { Context, Hono } from 'hono'
import type { StandInEnv } from './disturbance.ts'
import type { SampleKit } from './brand/brand.ts'
import { showColors } from './color-shapes.ts'
import { wrap } from './envelopes.ts'
import { requestUrl } from './request-url.ts'
import type { Resource, Settings } from './settings.ts'
import type { Showing } from './shapes.ts'
import { jsonApi, showFile, showFolders, showItem, showKit, showTag } from './shapes.ts'
import type { World } from './world.ts'

/** One scope of these is enough. Cliquify's two lists of scopes disagree about brand kits. */
const SCOPES = {
  templates: ['templates:read'],
  assets: ['assets:read'],
  brandKits: ['brandkit:read', 'profile:read'],
} as const

const MOST_PER_PAGE = 100

/** Adds everything below /api. */
export function addResources(app: Hono<StandInEnv>, world: World): void {
  const list = <T>(
    path: string,
    resource: Resource,
    scope: keyof typeof SCOPES,
    items: (showing: Showing) => readonly T[],
    show: (item: T, showing: Showing) => unknown,
    offered: (paths: Settings['paths']) => boolean = () => true,
  ): void => {
    app.get(path, (c) => {
      if (!offered(world.settings.paths)) return c.notFound()
      const refusal = refuse(c, world, scope)
      if (refusal !== null) return refusal
      const showing = showingFor(c, world)
      return reply(c, world, resource, items(showing), (item) => show(item, showing))
    })
  }

  list(
    '/api/templates',
    'templates',
    'templates',
    () => world.brand.templates,
    (item, showing) => showItem(item, [], world.brand.templateTags, showing),
  )
  list('/api/tags', 'templateTags', 'templates', () => world.brand.templateTags, showTag)
  list(
    '/api/folders',
    'folders',
    'assets',
    (showing) => showFolders(world.brand.folders, showing),
    (folder) => folder,
  )
  list(
    '/api/assets',
    'assets',
    'assets',
    () => world.brand.assets,
    (item, showing) => showItem(item, world.brand.folders, world.brand.assetTags, showing),
  )
  for (const [path, which] of [
    ['/api/asset-tags', 'first'],
    ['/api/assets/tags', 'second'],
  ] as const) {
    list(
      path,
      'assetTags',
      'assets',
      () => world.brand.assetTags,
      showTag,
      (paths) => paths.assetTags === which,
    )
  }
  for (const [path, which] of [
    ['/api/brand-kits', 'first'],
    ['/api/brand-kit', 'second'],
  ] as const) {
    list(
      path,
      'brandKits',
      'brandKits',
      () => world.brand.kits,
      showKit,
      (paths) => paths.brandKits === which,
    )
  }
  addInsides(app, world, 'logos', (c, kit) => {
    const showing = showingFor(c, world)
    return reply(c, world, 'logos', kit.logos, (logo) => showFile(logo, showing))
  })
  addInsides(app, world, 'colors', (c, kit) => {
    const colors = showColors(kit.palettes, world.settings.fields)
    if (Array.isArray(colors)) return reply(c, world, 'colors', colors, (color) => color)
    const bare = world.settings.envelopes.colors === 'bare'
    return c.json(bare ? colors : { success: true, message: '', data: colors })
  })
}

/** A list inside a kit: below its id, or on the second path with one kit for the company. */
function addInsides(
  app: Hono<StandInEnv>,
  world: World,
  what: 'logos' | 'colors',
  answer: (c: Context<StandInEnv>, kit: SampleKit) => Response,
): void {
  app.get(`/api/brand-kits/:id/${what}`, (c) => {
    if (world.settings.paths[what] !== 'first') return c.notFound()
    const refusal = refuse(c, world, 'brandKits')
    if (refusal !== null) return refusal
    const id = c.req.param('id')
    const kit = world.brand.kits.find((one) => String(one.id) === id)
    if (kit !== undefined) return answer(c, kit)
    return c.json({ message: `No query results for model [App\\Models\\BrandKit] ${id}` }, 404)
  })
  app.get(`/api/brand-kit/${what}`, (c) => {
    if (world.settings.paths[what] !== 'second') return c.notFound()
    const kit = world.brand.kits[0]
    return refuse(c, world, 'brandKits') ?? (kit === undefined ? c.notFound() : answer(c, kit))
  })
}

/** In Laravel's order: who is it, may it, for whom. */
function refuse(c: Context<StandInEnv>, world: World, scope: keyof typeof SCOPES): Response | null {
  const text = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  const token = text === undefined ? undefined : world.tokens.find(text)
  if (token === undefined) return c.json({ message: 'Unauthenticated.' }, 401)
  // Scopes are looked up now, so that one can be taken away from a token in use.
  const granted = SCOPES[scope].some(
    (one) => token.scopes.includes(one) && world.settings.scopes.includes(one),
  )
  if (!granted) return c.json({ message: 'Token does not have the required scope.' }, 403)
  if (world.settings.company === 'unlinked') return c.json({ message: 'Company not found.' }, 404)
  if (world.settings.perPage === 'refused' && c.req.query('per_page') !== undefined) {
    const message = 'The per page field is prohibited.'
    return c.json({ message, errors: { per_page: [message] } }, 422)
  }
  return null
}

function reply<T>(
  c: Context<StandInEnv>,
  world: World,
  resource: Resource,
  items: readonly T[],
  show: (item: T) => unknown,
): Response {
  const { envelopes, fields, pageLinks } = world.settings
  const shown = (item: T): unknown =>
    fields.items === 'flat' ? show(item) : jsonApi(resource, show(item))
  const pages = { pageSize: pageSizeFor(c, world), links: pageLinks }
  const body = wrap(items, shown, envelopes[resource], requestUrl(c), pages)
  return c.body(JSON.stringify(body), 200, { 'Content-Type': 'application/json' })
}

/** What `paginate($request->per_page)` makes of it, with the bound that applications set. */
function pageSizeFor(c: Context<StandInEnv>, { settings }: World): number {
  const asked = Number(c.req.query('per_page'))
  const isHeard = settings.perPage === 'honoured' && Number.isInteger(asked) && asked > 0
  return isHeard ? Math.min(asked, MOST_PER_PAGE) : settings.pageSize
}

function showingFor(c: Context<StandInEnv>, world: World): Showing {
  return {
    fields: world.settings.fields,
    mediaOrigin: world.mediaOrigin ?? requestUrl(c).origin,
  }
}
