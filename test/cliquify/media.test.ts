import { get as httpGet } from 'node:http'
import { describe, expect, it } from 'vitest'
import { ask, at, get, list, token } from './ask.ts'
import type { FileFormat, SampleFile } from './brand/brand.ts'
import { useCliquify } from './use-cliquify.ts'

const CDN = 'https://cdn.thecliquify.co'

const cliquify = useCliquify()
const cdn = useCliquify({ mediaOrigin: CDN })

const SIGNATURES: Readonly<Record<FileFormat, string>> = {
  svg: '<svg xmlns=',
  png: '\x89PNG\r\n\x1a\n',
  jpeg: '\xff\xd8\xff',
  webp: 'RIFF',
  gif: 'GIF89a',
  webm: '\x1a\x45\xdf\xa3',
  pdf: '%PDF-1.4',
}

async function download(path: string): Promise<{ response: Response; bytes: Buffer }> {
  const response = await fetch(`${cliquify.origin}/media/${encodeURI(path)}`)
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

function oneOf(format: FileFormat): SampleFile {
  const { kits, assets } = cliquify.brand
  const all = [...assets, ...kits.flatMap((kit) => kit.logos)]
  // The last one: the first PNG is the big one.
  const file = all.findLast((one) => one.format === format)
  if (file === undefined) throw new Error(`the sample brand has no ${format}`)
  return file
}

describe('media', { timeout: 30_000 }, () => {
  for (const format of Object.keys(SIGNATURES) as FileFormat[]) {
    it(`holds a real ${format}, with its type, an ETag and open CORS`, async () => {
      const { response, bytes } = await download(oneOf(format).path)
      expect(response.status).toBe(200)
      expect(bytes.toString('latin1').startsWith(SIGNATURES[format])).toBe(true)
      expect(response.headers.get('content-type')).toMatch(/^(image|video|application)\//)
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(response.headers.get('etag')).toMatch(/^".+"$/)
    })
  }

  it('has a PNG as wide and high as the list says', async () => {
    const file = oneOf('png')
    const { bytes } = await download(file.path)
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([file.width, file.height])
  })

  it('draws the picture over 4096 px on request', async () => {
    const panorama = cliquify.brand.assets.find((asset) => asset.width > 4096)
    const { bytes } = await download(panorama?.path ?? '')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([5000, 3000])
  })

  it('has small thumbnails at URLs of their own', async () => {
    const { path } = oneOf('webm')
    const { response, bytes } = await download(`thumbs/${path}.png`)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(Math.max(bytes.readUInt32BE(16), bytes.readUInt32BE(20))).toBe(240)
  })

  it('answers 304 to a known ETag, until the logo has a new version', async () => {
    const logo = cliquify.brand.kits[0]?.logos[0]
    const before = await download(logo?.path ?? '')
    const etag = before.response.headers.get('etag') ?? ''
    const again = (): ReturnType<typeof ask> =>
      ask(cliquify, `/media/${encodeURI(logo?.path ?? '')}`, { headers: { 'If-None-Match': etag } })
    expect((await again()).status).toBe(304)
    cliquify.edit({ type: 'bump-logo', kitId: 11, logoId: logo?.id ?? 0 })
    const after = await again()
    expect(after.status).toBe(200)
    expect(after.body).not.toBe(before.bytes.toString())
  })

  it('points at a media host of its own when told, and serves it under any Host', async () => {
    const { body } = await get(cdn, '/api/brand-kits/11/logos', await token(cdn))
    const url = new URL(String(at(body, 'data', 0, 'url')))
    expect(url.origin).toBe(CDN)
    const status = await new Promise((resolve, reject) => {
      const options = { port: cdn.port, path: url.pathname, headers: { Host: url.host } }
      httpGet(options, (reply) => {
        reply.resume()
        resolve(reply.statusCode)
      }).on('error', reject)
    })
    expect(status).toBe(200)
    expect(cdn.requests.at(-1)).toMatchObject({ host: url.host, credentials: 'none' })
  })

  it('notes a token that was sent along', async () => {
    const { path } = oneOf('svg')
    await ask(cliquify, `/media/${encodeURI(path)}`, { headers: { Authorization: 'Bearer x' } })
    expect(cliquify.requests.at(-1)?.credentials).toBe('bearer-token')
  })

  it('has a different picture for every asset', async () => {
    const { assets } = cliquify.brand
    expect(assets).toHaveLength(300)
    expect(new Set(assets.map((asset) => asset.name)).size).toBe(300)
    const looks = await Promise.all(
      assets.slice(0, 24).map(async ({ path }) => {
        return (await download(`thumbs/${path}.png`)).bytes.toString('base64')
      }),
    )
    expect(new Set(looks).size).toBe(24)
  })

  it('lists URLs that answer, for logos and templates alike', async () => {
    const text = await token(cliquify)
    for (const path of ['/api/brand-kits/12/logos', '/api/templates']) {
      const items = list(at((await get(cliquify, path, text)).body, 'data'))
      const statuses = await Promise.all(
        items.slice(-4).map(async (item) => (await fetch(String(at(item, 'url')))).status),
      )
      expect(new Set(statuses)).toEqual(new Set([200]))
    }
  })
})
