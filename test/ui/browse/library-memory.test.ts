import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '../../../shared/protocol.ts'
import {
  MOST_FAVOURITES,
  MOST_RECENT,
  openLibraryMemory,
} from '../../../ui/browse/library-memory.ts'
import { DEFAULT_LOOK, readLook } from '../../../ui/browse/look.ts'
import { NO_FILTERS } from '../../../ui/browse/find/filters.ts'
import { brandAsset } from '../placement/brand-asset.ts'

const session = (clientId: string | null): Session => ({
  clientId,
  clientSecret: null,
  accessToken: 'token',
  expiresAt: null,
  scopes: null,
})

function open(text: string | null = null, clientId: string | null = 'client') {
  const saved: string[] = []
  const said: string[] = []
  const memory = openLibraryMemory({
    text,
    session: session(clientId),
    origin: 'https://oauth.cliquify.me',
    save: (each) => {
      saved.push(each)
      return Promise.resolve()
    },
    announce: (each) => said.push(each),
  })
  const idsOf = (list: 'favouriteAssets' | 'recentAssets') => memory[list].value.map(({ id }) => id)
  /** What is saved once all has come to rest. */
  const rest = (): string => {
    vi.runAllTimers()
    return saved.at(-1) ?? ''
  }
  return { memory, saved, said, idsOf, rest }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const asset = (id: string, name = id) => brandAsset({ kind: 'asset', id, name })

describe('favourites', () => {
  it('are marked and taken away again, last marked first', () => {
    const { memory, idsOf } = open()
    for (const id of ['1', '2', '3', '2']) memory.favourites.toggle(asset(id))
    expect(idsOf('favouriteAssets')).toEqual(['3', '1'])
    expect(memory.favourites.keys.value.size).toBe(2)
  })

  it('are refused with a sentence once there are too many, and none is lost', () => {
    const { memory, said } = open()
    for (let id = 0; id <= MOST_FAVOURITES; id++) memory.favourites.toggle(asset(String(id)))
    expect(memory.favourites.keys.value.size).toBe(MOST_FAVOURITES)
    expect(said).toEqual([expect.stringContaining(`${MOST_FAVOURITES} favourites`)])
  })
})

describe('what was placed', () => {
  it('is remembered last placed first, each once', () => {
    const { memory, idsOf } = open()
    for (const id of ['1', '2', '1']) memory.notePlaced(asset(id))
    expect(idsOf('recentAssets')).toEqual(['1', '2'])
  })

  it('is bounded for each kind by itself', () => {
    const { memory, idsOf } = open()
    memory.notePlaced(brandAsset({ kind: 'logo', id: 'logo' }))
    for (let id = 0; id < MOST_RECENT + 5; id++) memory.notePlaced(asset(String(id)))
    expect(idsOf('recentAssets')).toHaveLength(MOST_RECENT + 1)
    expect(idsOf('recentAssets').at(-1)).toBe('logo')
  })
})

describe('what is remembered of an asset', () => {
  it('is as it was loaded last', () => {
    const { memory } = open()
    memory.favourites.toggle(asset('1', 'Old'))
    memory.notePlaced(asset('1', 'Old'))
    memory.refresh([asset('2'), asset('1', 'New')])
    expect(memory.favouriteAssets.value[0]?.name).toBe('New')
    expect(memory.recentAssets.value[0]?.name).toBe('New')
  })

  it('is saved only where something is newer', () => {
    const { memory, saved } = open()
    memory.favourites.toggle(asset('1'))
    vi.runAllTimers()
    memory.refresh([asset('1'), asset('2')])
    vi.runAllTimers()
    expect(saved).toHaveLength(1)
  })
})

describe('the next window', () => {
  it('finds all of it', () => {
    const first = open()
    first.memory.favourites.toggle(asset('1'))
    first.memory.notePlaced(asset('2'))
    const look = {
      view: 'list',
      tileSize: 160,
      sort: 'newest',
      filters: { ...NO_FILTERS, folderId: '7', kind: 'vector', tags: ['a'], favouritesOnly: true },
    } as const
    first.memory.setLook('assets', look)
    const { memory, idsOf } = open(first.rest())
    expect(idsOf('favouriteAssets')).toEqual(['1'])
    expect(idsOf('recentAssets')).toEqual(['2'])
    expect(memory.look('assets').value).toEqual(look)
    expect(memory.look('logos').value).toEqual(DEFAULT_LOOK)
  })

  it('finds it also where this one closes at once, once that has waited', async () => {
    const { memory, saved } = open()
    memory.notePlaced(asset('1'))
    await memory.flush()
    expect(open(saved.at(-1)).idsOf('recentAssets')).toEqual(['1'])
    vi.runAllTimers()
    expect(saved).toHaveLength(1)
  })

  it('of another client finds nothing of it', () => {
    const { memory, rest } = open()
    memory.favourites.toggle(asset('1'))
    expect(open(rest(), 'another').idsOf('favouriteAssets')).toEqual([])
  })

  it('finds what is not damaged', () => {
    const { memory, rest } = open()
    memory.favourites.toggle(asset('1'))
    memory.favourites.toggle(asset('2'))
    const saved = JSON.parse(rest()) as { favourites: { name: unknown }[]; looks: unknown }
    const [second] = saved.favourites
    if (second !== undefined) second.name = 7
    const damaged = open(JSON.stringify({ ...saved, looks: 'gone' }))
    expect(damaged.idsOf('favouriteAssets')).toEqual(['1'])
    expect(damaged.memory.look('assets').value).toEqual(DEFAULT_LOOK)
  })

  it('opens without a word whatever was saved', () => {
    const versions = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          version: fc.constant(1),
          client: fc.constant('client'),
          looks: fc.jsonValue(),
          favourites: fc.jsonValue(),
          recent: fc.jsonValue(),
        })
        .map((value) => JSON.stringify(value)),
    )
    fc.assert(
      fc.property(versions, (text) => {
        const { memory, said } = open(text)
        expect(memory.look('assets').value.tileSize).toBeGreaterThan(0)
        expect(memory.favouriteAssets.value).toEqual([])
        expect(said).toEqual([])
      }),
    )
  })
})

describe('the connection', () => {
  it('takes all with it when it ends, and nothing is saved after it', () => {
    const { memory, saved } = open()
    memory.favourites.toggle(asset('1'))
    memory.belongTo(null)
    vi.runAllTimers()
    expect(memory.favouriteAssets.value).toEqual([])
    expect(saved).toEqual([])
  })

  it('of somebody else wipes what was saved', () => {
    const { memory, rest } = open()
    memory.favourites.toggle(asset('1'))
    rest()
    memory.belongTo(session('another'))
    expect(rest()).toBe('')
    expect(memory.favouriteAssets.value).toEqual([])
  })

  it('that only lost its token takes nothing', () => {
    const { memory, idsOf } = open()
    memory.favourites.toggle(asset('1'))
    memory.belongTo({ ...session('client'), accessToken: null })
    expect(idsOf('favouriteAssets')).toEqual(['1'])
  })

  it('without a client ID leaves nothing on the device', () => {
    const { memory, saved } = open(null, null)
    memory.favourites.toggle(asset('1'))
    vi.runAllTimers()
    expect(saved).toEqual([])
  })
})

describe('a look as it was stored', () => {
  it.each([
    null,
    'text',
    { view: 'rows', tileSize: '104', sort: 'size', filters: 7 },
    { tileSize: 4000, filters: { folderId: 7, kind: 'film', tags: 'winter', family: {} } },
    { tileSize: NaN },
  ])('is as at first where it is damaged: %j', (stored) => {
    expect(readLook(stored)).toEqual(DEFAULT_LOOK)
  })
})
