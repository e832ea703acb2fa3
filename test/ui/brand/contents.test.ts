import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MediaFormat } from '../../../shared/brand.ts'
import {
  MOST_BYTES,
  noContents,
  readContents,
  writeContents,
  type Contents,
} from '../../../ui/brand/contents.ts'
import { DEFAULT_VIEW, readViewSettings } from '../../../ui/brand/view-settings.ts'
import { NO_FILTERS } from '../../../ui/browse/find/filters.ts'
import type { KeptReply } from '../../../ui/cliquify/replies.ts'
import { brandAsset } from '../placement/brand-asset.ts'

const ORIGIN = 'https://oauth.cliquify.me'
const NOON = Date.UTC(2026, 10, 22, 12)

const replyOf = (content: unknown, asOf = NOON): KeptReply => ({
  asOf,
  pages: [{ content, isOfKit: true }],
})

function contents(given: Partial<Contents> = {}): Contents {
  return { ...noContents(), ...given }
}

const again = (given: Partial<Contents>): Contents =>
  readContents(writeContents(contents(given)), ORIGIN)

describe('what is kept of a brand', () => {
  it('is read back', () => {
    const given = contents({
      routes: new Map([['kits', '/api/brand-kit']]),
      replies: new Map([['kits', replyOf([{ id: 12, name: 'Northwind' }])]]),
      assets: [brandAsset({ kind: 'asset', kitId: null, tags: ['sea'] })],
      favourites: ['a', 'b'],
      placed: [['a', NOON]],
      views: {
        logos: DEFAULT_VIEW,
        templates: DEFAULT_VIEW,
        assets: {
          view: 'list',
          tileSize: 160,
          sort: 'newest',
          filters: { ...NO_FILTERS, folderId: '7', kind: 'vector', tags: ['a'] },
        },
      },
    })
    expect(again(given)).toEqual(given)
  })

  it('holds every asset as it is, read again by the decoder of replies', () => {
    const text = fc.string({ minLength: 1 }).filter((each) => /^[a-z0-9][\w é字-]*\w$/i.test(each))
    const url = fc
      .tuple(text, fc.constantFrom('png', 'svg', 'pdf', ''))
      .map(([name, suffix]) => new URL(`/${name}.${suffix}`, 'https://cdn.thecliquify.co').href)
    const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
    const date = fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map((each) => each.toISOString())
    const count = fc.integer({ min: 1, max: 1e6 })
    const formats: readonly (MediaFormat | null)[] = ['svg', 'jpeg', 'video', 'pdf', 'other']
    const assets = fc.record({
      kind: fc.constantFrom('logo', 'asset', 'template'),
      id: text,
      name: text.map((each) => each.replace(/\s+/g, ' ')),
      url,
      thumbnailUrl: orNull(url),
      format: fc.constantFrom(...formats),
      createdAt: orNull(date),
      updatedAt: orNull(date),
      dimensions: orNull(fc.record({ width: count, height: count })),
      duration: orNull(count),
      fileSize: orNull(count),
      link: fc.constantFrom(null, 'https://app.cliquify.me/assets/9'),
      tags: fc.uniqueArray(text.map((each) => each.replace(/\s+/g, ' '))),
      folderIds: fc.array(text.filter((each) => each !== '0')),
      kitId: orNull(text.filter((each) => each !== '0')),
    })
    fc.assert(
      fc.property(assets, (asset) => {
        // No decoder tells that: the address tells more.
        fc.pre(asset.format !== 'other' || !/\.\w+$/.test(asset.url))
        expect(again({ assets: [asset] }).assets).toEqual([asset])
      }),
    )
  })
})

describe('a template', () => {
  it('is kept by the preview that is placed of it, and the one that is shown', () => {
    const [small, large] = ['https://cdn.example/t/1', 'https://cdn.example/t/2']
    const assets = [brandAsset({ kind: 'template', url: large, thumbnailUrl: small, format: null })]
    expect(again({ assets }).assets).toEqual(assets)
  })
})

describe('the bound', () => {
  const colors = (count: number, name: string): unknown =>
    Array.from({ length: count }, (_, id) => ({ id, name, hex: '#ff8000' }))
  const listsIn = (given: Partial<Contents>): readonly string[] =>
    [...again(given).replies.keys()].sort()

  it('holds for bytes, not characters, and the biggest list goes first', () => {
    const replies = new Map([
      ['colors:big', replyOf(colors(9000, '字'.repeat(100)))],
      ['colors:small', replyOf(colors(10, 'x'))],
      ['kits', replyOf(colors(1000, 'kit'))],
    ])
    const text = writeContents(contents({ replies }))
    expect(new TextEncoder().encode(text).byteLength).toBeLessThanOrEqual(MOST_BYTES)
    expect(listsIn({ replies })).toEqual(['colors:small', 'kits'])
  })

  it('lets the oldest of equal lists go first', () => {
    const replies = new Map(
      ['b', 'a', 'c'].map((id, at) => [id, replyOf(colors(30_000, 'x'), NOON + at)]),
    )
    expect(listsIn({ replies })).toEqual(['a', 'c'])
  })

  it('keeps nothing of what alone is too much', () => {
    expect(listsIn({ replies: new Map([['kits', replyOf(colors(100_000, 'x'))]]) })).toEqual([])
  })
})

describe('what was kept and is damaged', () => {
  const text = writeContents(
    contents({ favourites: ['a'], replies: new Map([['kits', replyOf([])]]) }),
  )

  it.each<[string, string]>([
    ['cut off', text.slice(0, -10)],
    ['of another version', text.replace('"version":1', '"version":0')],
    ['what version 0.1 kept', '{"version":2,"client":"a","entries":{"kits":{"asOf":1}}}'],
    ['deeply nested', '['.repeat(200_000)],
  ])('is as at first where it is %s', (_, damaged) => {
    expect(readContents(damaged, ORIGIN)).toEqual(noContents())
  })

  it.each([
    ['javascript:alert(1)'],
    ['ftp://cdn.thecliquify.co/a.png'],
    ['data:image/png;base64,AA'],
    [7],
  ])('keeps no address such as %j', (url) => {
    const damaged = writeContents(contents({ assets: [brandAsset()] })).replace(
      JSON.stringify(brandAsset().url),
      JSON.stringify(url),
    )
    expect(damaged).toContain(String(url))
    expect(readContents(damaged, ORIGIN).assets).toEqual([brandAsset({ url: null })])
  })

  it('is dropped piece by piece', () => {
    const saved: unknown = JSON.parse(text)
    const read = readContents(
      JSON.stringify({
        ...Object(saved),
        favourites: ['a', 7],
        placed: [['a', 'yesterday'], ['b', 5], 'c'],
        replies: {
          kits: replyOf([]),
          folders: { asOf: 1e300, pages: [] },
          assets: { asOf: 5, pages: [7] },
        },
        views: 'gone',
      }),
      ORIGIN,
    )
    expect(read.favourites).toEqual(['a'])
    expect(read.placed).toEqual([['b', 5]])
    expect([...read.replies.keys()]).toEqual(['kits'])
    expect(read.views.assets).toEqual(DEFAULT_VIEW)
  })

  it('never throws, whatever it is', () => {
    const saved = fc.record({
      version: fc.constant(1),
      routes: fc.jsonValue(),
      replies: fc.oneof(
        fc.dictionary(fc.constantFrom('kits', 'x'), fc.jsonValue()),
        fc.jsonValue(),
      ),
      assets: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
      favourites: fc.jsonValue(),
      placed: fc.jsonValue(),
      views: fc.jsonValue(),
    })
    const damaged = fc.oneof(
      fc.string(),
      fc.json(),
      saved.map((each) => JSON.stringify(each)),
    )
    fc.assert(
      fc.property(damaged, (each) => {
        const read = readContents(each, ORIGIN)
        expect(read.views.assets.tileSize).toBeGreaterThan(0)
        expect(readContents(writeContents(read), ORIGIN)).toEqual(read)
      }),
    )
  })

  it.each([
    null,
    'text',
    { view: 'rows', tileSize: '104', sort: 'size', filters: 7 },
    { tileSize: 4000, filters: { folderId: 7, kind: 'film', tags: 'winter', family: {} } },
    { tileSize: NaN },
  ])('shows a list as at first: %j', (stored) => {
    expect(readViewSettings(stored)).toEqual(DEFAULT_VIEW)
  })
})
