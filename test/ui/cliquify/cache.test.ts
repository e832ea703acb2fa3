import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BrandAsset, BrandColor, BrandKit, Decoded } from '../../../shared/brand.ts'
import type { Session } from '../../../shared/protocol.ts'
import { MOST_BYTES, openCache, type BrandCache } from '../../../ui/cliquify/cache.ts'

const ORIGIN = 'https://oauth.cliquify.me'
const NOON = Date.UTC(2026, 10, 22, 12)

const KIT: BrandKit = { id: '12', name: 'Northwind', colors: null, logos: null }
const COLOR: BrandColor = {
  id: '7',
  name: 'Signal',
  palette: null,
  value: { r: 1, g: 0.5, b: 0, a: 1 },
  notation: '#ff8000',
}
const ASSET: BrandAsset = {
  kind: 'asset',
  id: '9',
  name: 'Harbour',
  url: 'https://cdn.thecliquify.co/harbour.jpg?signature=1',
  thumbnailUrl: null,
  format: 'jpeg',
  createdAt: null,
  updatedAt: '2026-11-01T00:00:00.000Z',
  dimensions: { width: 1200, height: 800 },
  fileSize: 90_000,
  link: 'https://app.cliquify.me/assets/9',
  tags: ['sea'],
  folderId: null,
  kitId: null,
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
})
afterEach(() => {
  vi.useRealTimers()
})

function sessionOf(clientId: string | null, accessToken: string | null = 'token-of-a'): Session {
  return { clientId, clientSecret: 'secret', accessToken, expiresAt: null, scopes: null }
}

function listOf<T>(...items: readonly T[]): Decoded<T> {
  return { items, skipped: [] }
}

/** A cache whose next window is `again`. */
function open(text: string | null = null, session: Session | null = sessionOf('a')) {
  const saved: (string | null)[] = []
  const cache = openCache({ text, session, origin: ORIGIN, save: (next) => saved.push(next) })
  const last = (): string | null => {
    vi.runAllTimers()
    return saved.at(-1) ?? null
  }
  const again = (other: Session | null = sessionOf('a')): BrandCache => open(last(), other).cache
  return { cache, saved, last, again }
}

function fill(cache: BrandCache): void {
  cache.kits.keep(listOf(KIT))
  cache.colors('12').keep(listOf(COLOR))
  cache.logos('12').keep(listOf({ ...ASSET, kind: 'logo' as const }))
  cache.assets.keep(listOf(ASSET))
  cache.templates.keep(listOf({ ...ASSET, kind: 'template' as const }))
  cache.folders.keep(listOf({ id: '1', name: 'Photos', parentId: null }))
  cache.routes.keep('kits', '/api/brand-kit')
}

function isEmpty(cache: BrandCache): boolean {
  return [
    cache.kits.recall(),
    cache.colors('12').recall(),
    cache.logos('12').recall(),
    cache.assets.recall(),
    cache.templates.recall(),
    cache.folders.recall(),
    cache.routes.recall('kits'),
  ].every((each) => each === null)
}

describe('the last known brand', () => {
  it('is there in the next window, with the time at which it was told', () => {
    const { cache, again } = open()
    fill(cache)
    const next = again()
    expect(next.kits.recall()).toEqual({ value: listOf(KIT), asOf: NOON })
    expect(next.colors('12').recall()?.value).toEqual(listOf(COLOR))
    expect(next.colors('13').recall()).toBeNull()
    expect(next.logos('12').recall()?.value.items[0]?.kind).toBe('logo')
    expect(next.assets.recall()?.value).toEqual(listOf(ASSET))
    expect(next.templates.recall()?.value.items[0]?.kind).toBe('template')
    expect(next.folders.recall()?.value.items[0]?.name).toBe('Photos')
    expect(next.routes.recall('kits')).toBe('/api/brand-kit')
  })

  it('is saved once for what arrives together', () => {
    const { cache, saved } = open()
    fill(cache)
    vi.runAllTimers()
    expect(saved).toHaveLength(1)
  })

  it('stays the same object where nothing changed, and is of the new time', () => {
    const { cache, again } = open()
    cache.kits.keep(listOf(KIT))
    const next = again()
    const before = next.kits.recall()?.value
    vi.setSystemTime(NOON + 1000)
    expect(next.kits.keep(listOf({ ...KIT }))).toBe(before)
    expect(next.kits.recall()?.asOf).toBe(NOON + 1000)
    const renamed = listOf({ ...KIT, name: 'Southwind' })
    expect(next.kits.keep(renamed)).toBe(renamed)
  })

  it('holds no secret and no token', () => {
    const { cache, last } = open()
    fill(cache)
    expect(last()).not.toContain('token-of-a')
    expect(last()).not.toContain('secret')
  })
})

describe('whose it is', () => {
  it('is seen by no other client, and by nobody who is not connected', () => {
    const { cache, again } = open()
    fill(cache)
    expect(isEmpty(again(sessionOf('b')))).toBe(true)
    expect(isEmpty(again(sessionOf(null)))).toBe(true)
    expect(isEmpty(again(null))).toBe(true)
  })

  it('is deleted at once when another client connects', () => {
    const { cache, saved } = open()
    fill(cache)
    vi.runAllTimers()
    cache.belongTo(sessionOf('b'))
    expect(saved.at(-1)).toBeNull()
    expect(isEmpty(cache)).toBe(true)
  })

  it('is wiped on disconnect, and nothing that was about to be saved comes after it', () => {
    const { cache, saved } = open()
    fill(cache)
    cache.belongTo(null)
    cache.kits.keep(listOf(KIT))
    vi.runAllTimers()
    expect(saved).toEqual([null])
  })

  it('stays through a renewed and a lost token of the same client', () => {
    const { cache } = open()
    fill(cache)
    cache.belongTo(sessionOf('a', 'renewed'))
    cache.belongTo(sessionOf('a', null))
    expect(cache.kits.recall()).not.toBeNull()
  })

  it('never reaches the device where a token tells no client, and does not outlive that token', () => {
    const { cache, saved } = open(null, sessionOf(null))
    fill(cache)
    vi.runAllTimers()
    expect(saved).toEqual([])
    cache.belongTo(sessionOf(null, null))
    expect(cache.kits.recall()).not.toBeNull()
    cache.belongTo(sessionOf(null, 'another'))
    expect(isEmpty(cache)).toBe(true)
  })
})

describe('the bound', () => {
  const bytesOf = (text: string | null): number => new TextEncoder().encode(text ?? '').byteLength
  const many = (count: number, name: string): Decoded<BrandColor> =>
    listOf(...Array.from({ length: count }, (_, i) => ({ ...COLOR, id: String(i), name })))

  it('holds for bytes, not characters, and the biggest list goes first', () => {
    const { cache, again, last } = open()
    cache.kits.keep(listOf(KIT))
    cache.colors('big').keep(many(6000, '字'.repeat(100)))
    cache.colors('small').keep(many(10, 'x'))
    expect(bytesOf(last())).toBeLessThanOrEqual(MOST_BYTES)
    const next = again()
    expect(next.colors('big').recall()).toBeNull()
    expect(next.colors('small').recall()).not.toBeNull()
    expect(next.kits.recall()).not.toBeNull()
    expect(cache.colors('big').recall()).not.toBeNull()
  })

  it('lets the oldest of equal lists go first', () => {
    const { cache, again } = open()
    for (const id of ['b', 'a', 'c']) {
      vi.setSystemTime(Date.now() + 1000)
      cache.colors(id).keep(many(6000, 'x'))
    }
    const next = again()
    expect(['a', 'b', 'c'].filter((id) => next.colors(id).recall() !== null)).toEqual(['a', 'c'])
  })

  it('keeps nothing of what alone is too much', () => {
    const { cache, again, last } = open()
    cache.kits.keep(listOf({ ...KIT, colors: many(20_000, 'x') }))
    expect(bytesOf(last())).toBeLessThan(1000)
    expect(again().kits.recall()).toBeNull()
  })
})

describe('what was saved and is damaged', () => {
  const fixed = (change: (saved: Record<string, unknown>) => void): string => {
    const { cache, last } = open()
    fill(cache)
    const saved = JSON.parse(last() ?? '') as Record<string, unknown>
    change(saved)
    return JSON.stringify(saved)
  }

  it.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, -10)],
    ['of an older version', (text) => text.replace('"version":2', '"version":0')],
    ['without entries', (text) => text.replace('"entries"', '"entrys"')],
    ['deeply nested', () => '['.repeat(200_000)],
  ])('is dropped when it is %s', (_, damage) => {
    const text = damage(fixed(() => undefined))
    expect(isEmpty(open(text).cache)).toBe(true)
  })

  it.each([
    ['javascript:alert(1)'],
    ['http://cdn.thecliquify.co/a.png'],
    ['data:image/png;base64,AA'],
    [7],
  ])('is dropped where an address is %j', (url) => {
    const text = fixed((saved) => {
      saved['entries'] = { assets: { asOf: NOON, value: listOf({ ...ASSET, url }) } }
    })
    expect(open(text).cache.assets.recall()).toBeNull()
  })

  it('is dropped list by list', () => {
    const text = fixed((saved) => {
      const entries = saved['entries'] as Record<string, unknown>
      entries['colors:12'] = { asOf: NOON, value: listOf({ ...COLOR, value: { r: 2 } }) }
      entries['folders'] = { asOf: 1e300, value: listOf() }
    })
    const { cache } = open(text)
    expect(cache.colors('12').recall()).toBeNull()
    expect(cache.folders.recall()).toBeNull()
    expect(cache.kits.recall()).not.toBeNull()
  })

  it('never throws, whatever it is', () => {
    const known = fc.constantFrom('kits', 'colors:12', 'assets', 'folders', 'route:kits', 'x')
    const entry = fc.record({ asOf: fc.oneof(fc.double(), fc.jsonValue()), value: fc.jsonValue() })
    const saved = fc.record({
      version: fc.constantFrom<unknown>(2, '2', null),
      client: fc.constant('a'),
      entries: fc.oneof(fc.dictionary(known, fc.oneof(entry, fc.jsonValue())), fc.jsonValue()),
    })
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      saved.map((each) => JSON.stringify(each)),
    )
    fc.assert(
      fc.property(text, (each) => {
        const { cache, last } = open(each)
        isEmpty(cache)
        fill(cache)
        expect(JSON.parse(last() ?? '')).toMatchObject({ version: 2 })
      }),
    )
  })
})
