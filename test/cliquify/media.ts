import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import type { StandInEnv } from './disturbance.ts'
import type { SampleBrand, SampleFile } from './brand/brand.ts'
import { renderFile, renderThumbnail } from './brand/render.ts'
import { contentType } from './media-types.ts'
import type { World } from './world.ts'

/** Adds the media host; it answers under any Host. */
export function addMedia(app: Hono<StandInEnv>, world: World): void {
  let indexed: SampleBrand | null = null
  let files = new Map<string, SampleFile>()
  const find = (path: string): SampleFile | undefined => {
    if (indexed !== world.brand) {
      indexed = world.brand
      const { kits, assets, templates } = world.brand
      const all = [...kits.flatMap((kit) => kit.logos), ...assets, ...templates]
      files = new Map(all.map((file) => [file.path, file]))
    }
    return files.get(path)
  }

  app.get('/media/*', async (c) => {
    const path = decode(new URL(c.req.url).pathname.slice('/media/'.length))
    const thumbnail = path?.startsWith('thumbs/') === true
    const file = find(thumbnail ? path.slice('thumbs/'.length, -'.png'.length) : (path ?? ''))
    if (file === undefined) return c.text('Not found', 404)
    const etag = `"${hash(`${path}@${file.version}`)}"`
    c.header('ETag', etag)
    c.header('Cache-Control', 'public, max-age=0, must-revalidate')
    if (c.req.header('if-none-match') === etag) return c.body(null, 304)
    const bytes = thumbnail ? await renderThumbnail(file) : await renderFile(file)
    c.header('Content-Type', thumbnail ? 'image/png' : contentType(file.format))
    return c.body(new Uint8Array(bytes))
  })
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}
