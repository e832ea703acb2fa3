import { beforeEach, describe, expect, it } from 'vitest'
import type { BrandAsset } from '../../../shared/brand.ts'
import type { SavedBrand } from '../../../shared/saved-brand.ts'
import type { Session } from '../../../shared/session.ts'
import { MOST_FAVOURITES, MOST_RECENT } from '../../../ui/brand/bounds.ts'
import { openBrand, type Brand } from '../../../ui/brand/brand.ts'
import type { Resource } from '../../../ui/brand/resource.ts'
import { createClient } from '../../../ui/cliquify/create-client.ts'
import { assetKey } from '../../../ui/brand/asset-key.ts'
import { SAMPLE_CLIENT_ID } from '../../cliquify/credentials.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { connected } from '../cliquify/connected.ts'
import { brandAsset } from '../placement/brand-asset.ts'

const api = useCliquify()
let session: Session
beforeEach(async () => {
  const { client } = await connected(api.origin)
  if (client.session === null) throw new Error('not connected')
  session = client.session
})

function sessionOf(clientId: string | null, accessToken: string | null = 'token-of-a'): Session {
  return { clientId, clientSecret: 'secret', accessToken, expiresAt: null, scopes: null }
}

interface Window {
  readonly brand: Brand
  readonly saves: (SavedBrand | null)[]
  readonly said: string[]
  /** What the next window finds. */
  readonly kept: () => Promise<SavedBrand | null>
}

function open(saved: SavedBrand | null = null, of: Session | null = session): Window {
  const saves: (SavedBrand | null)[] = []
  const said: string[] = []
  const brand = openBrand({
    saved,
    session: of,
    origin: api.origin,
    domains: [api.origin],
    openClient: (memory) =>
      createClient({
        again: 'Connect again',
        tokens: null,
        origin: api.origin,
        session: of,
        keepSession: () => Promise.resolve(),
        limits: { requestsPerMinute: 1000, backoffMs: 10 },
        cache: 'no-store',
        ...memory,
      }),
    save: (next) => {
      saves.push(next)
      return Promise.resolve()
    },
    announce: (message) => said.push(message),
  })
  return {
    brand,
    saves,
    said,
    async kept() {
      await brand.flush()
      return saves.at(-1) ?? saved
    },
  }
}

/** Looks at a list until it is loaded as far as it is without asking for more. */
async function look<T>(list: Resource<T>): Promise<readonly T[]> {
  const leave = list.use()
  await expect.poll(() => list.state.value.asOf === null && list.state.value.isKnown).toBe(true)
  leave()
  return list.state.value.items
}

async function lookAtAll(brand: Brand): Promise<void> {
  const [kit] = await look(brand.kits)
  if (kit === undefined) throw new Error('no kit')
  await look(brand.colors(kit))
  await look(brand.logos(kit))
  for (const list of ['assets', 'templates'] as const) await look(brand[list])
  await look(brand.folders)
  for (const list of ['assetTags', 'templateTags'] as const) await look(brand[list])
}

/** All that is shown without a request. */
function shown(brand: Brand) {
  const kits = brand.kits.state.value.items
  const [kit] = kits
  if (kit === undefined) throw new Error('no kit')
  const lists = [brand.colors(kit), brand.logos(kit), brand.assets, brand.templates]
  const others = [brand.folders, brand.assetTags, brand.templateTags]
  return [kits, ...[...lists, ...others].map((list) => list.state.value.items)]
}

const asset = (id: string, given: Partial<BrandAsset> = {}): BrandAsset =>
  brandAsset({ kind: 'asset', kitId: null, id, name: id, ...given })

describe('the last known brand', () => {
  it('is there in the next window, as new as it was, without a request', async () => {
    const first = open()
    await lookAtAll(first.brand)
    const before = shown(first.brand)
    expect(before.every((items) => items.length > 0)).toBe(true)
    const kept = await first.kept()
    api.forgetRequests()
    const { brand } = open(kept)
    expect(shown(brand)).toEqual(before)
    expect(brand.kits.state.value.asOf).toBeGreaterThan(Date.now() - 60_000)
    expect(brand.assets.state.value).toMatchObject({ status: 'loading', isKnown: true })
    expect(api.requests).toEqual([])
  })

  it('stays the same object where Cliquify says the same', async () => {
    const first = open()
    await lookAtAll(first.brand)
    const { brand } = open(await first.kept())
    const before = shown(brand)
    await lookAtAll(brand)
    shown(brand).forEach((items, at) => expect(items).toBe(before[at]))
  })

  it('of a company without a list of kits is there too', async () => {
    api.configure({ paths: { brandKits: 'none', colors: 'second' } })
    const first = open()
    const [kit] = await look(first.brand.kits)
    if (kit === undefined) throw new Error('no kit')
    const colors = await look(first.brand.colors(kit))
    const { brand } = open(await first.kept())
    expect(brand.kits.state.value.items).toEqual([kit])
    expect(brand.colors(kit).state.value.items).toEqual(colors)
  })

  it('of a kit that carries its colors and logos inside follows the kit', async () => {
    api.configure({ fields: { kitInsides: true } })
    const first = open()
    await lookAtAll(first.brand)
    const { brand } = open(await first.kept())
    const [before] = brand.kits.state.value.items
    if (before === undefined) throw new Error('no kit')
    expect(brand.colors(before).state.value.items.length).toBeGreaterThan(1)
    await look(brand.colors(before))
    const changed = { id: before.id, name: before.name, colors: [{ id: 1, hex: '#ff0000' }] }
    const body = { data: [{ ...changed, logos: [{ id: 1, name: 'New', url: '/new.svg' }] }] }
    api.addFault({ path: '/api/brand-kits', effect: { type: 'status', status: 200, body } })
    const [kit] = await look(brand.kits)
    if (kit === undefined) throw new Error('no kit')
    expect((await look(brand.colors(kit))).map(({ id }) => id)).toEqual(['1'])
    expect((await look(brand.logos(kit))).map(({ name }) => name)).toEqual(['New'])
  })

  it('goes with the list that the account does not have any more', async () => {
    const first = open()
    await look(first.brand.folders)
    api.addFault({ path: '/api/folders', effect: { type: 'status', status: 404, body: {} } })
    const second = open(await first.kept())
    second.brand.folders.use()
    await expect.poll(() => second.brand.folders.state.value.status).toBe('failed')
    expect(open(await second.kept()).brand.folders.state.value.isKnown).toBe(false)
  })

  it('holds no secret and no token', async () => {
    const first = open()
    await lookAtAll(first.brand)
    const text = JSON.stringify(await first.kept())
    expect(text).toContain('Northwind')
    expect(text).not.toContain(session.accessToken)
    expect(api.leaks(text)).toBe(false)
  })
})

describe('whose it is', () => {
  async function filled(of: Session = session): Promise<Window> {
    const window = open(null, of)
    window.brand.toggleFavourite(asset('1'))
    window.brand.notePlaced(asset('2'))
    await window.brand.flush()
    return window
  }
  const isEmpty = (brand: Brand): boolean =>
    brand.favourites.value.size + brand.recentAssets.value.length === 0

  it('is seen by no other client, and by nobody who is not connected', async () => {
    const kept = await (await filled()).kept()
    expect(isEmpty(open(kept).brand)).toBe(false)
    for (const other of [sessionOf('b'), sessionOf(null), null]) {
      expect(isEmpty(open(kept, other).brand)).toBe(true)
    }
  })

  it('is deleted at once when another client connects', async () => {
    const { brand, saves } = await filled()
    await look(brand.kits)
    brand.tab('assets').query.value = 'photo'
    brand.belongTo(sessionOf('b'))
    expect(saves.at(-1)).toBeNull()
    expect(isEmpty(brand)).toBe(true)
    expect(brand.kits.state.value.isKnown).toBe(false)
    expect(brand.asset(assetKey(asset('1')))).toBeNull()
    expect(brand.tab('assets').query.value).toBe('')
  })

  it('is wiped on disconnect, and nothing is saved after it', async () => {
    const { brand, saves } = await filled()
    brand.belongTo(null)
    brand.notePlaced(asset('3'))
    await brand.flush()
    expect(saves.slice(1)).toEqual([null])
  })

  it('stays through a renewed and a lost token of the same client', async () => {
    const { brand } = await filled()
    brand.belongTo(sessionOf(SAMPLE_CLIENT_ID, 'renewed'))
    brand.belongTo(sessionOf(SAMPLE_CLIENT_ID, null))
    expect(isEmpty(brand)).toBe(false)
  })

  it('is that of the token where that tells no client, and does not outlive it', async () => {
    const { brand, kept } = await filled(sessionOf(null))
    const saved = await kept()
    expect(JSON.stringify(saved)).not.toContain('token-of-a')
    expect(isEmpty(open(saved, sessionOf(null)).brand)).toBe(false)
    expect(isEmpty(open(saved, sessionOf(null, 'another')).brand)).toBe(true)
    brand.belongTo(sessionOf(null, null))
    expect(isEmpty(brand)).toBe(false)
    brand.belongTo(sessionOf(null, 'another'))
    expect(isEmpty(brand)).toBe(true)
  })
})

describe('favourites and what was placed', () => {
  const idsOf = (assets: readonly BrandAsset[]) => assets.map(({ id }) => id)

  it('are marked and taken away again, last marked first', () => {
    const { brand } = open()
    for (const id of ['1', '2', '3', '2']) brand.toggleFavourite(asset(id))
    expect(idsOf(brand.favouriteAssets.value)).toEqual(['3', '1'])
    expect(brand.favourites.value.size).toBe(2)
  })

  it('are refused with a sentence once there are too many, and none is lost', () => {
    const { brand, said } = open()
    for (let id = 0; id <= MOST_FAVOURITES; id++) brand.toggleFavourite(asset(String(id)))
    expect(brand.favourites.value.size).toBe(MOST_FAVOURITES)
    expect(said).toEqual([expect.stringContaining(`${MOST_FAVOURITES} favourites`)])
  })

  it('are remembered last placed first, each once, so many of each kind', () => {
    const { brand } = open()
    brand.notePlaced(brandAsset({ kind: 'logo', id: 'logo' }))
    for (let id = 0; id < MOST_RECENT + 5; id++) brand.notePlaced(asset(String(id)))
    brand.notePlaced(asset('20'))
    const ids = idsOf(brand.recentAssets.value)
    expect(ids).toHaveLength(MOST_RECENT + 1)
    expect([ids[0], ids.at(-1)]).toEqual(['20', 'logo'])
  })

  it('are found in the next window, with how each list is shown', async () => {
    const first = open()
    first.brand.toggleFavourite(asset('1'))
    first.brand.notePlaced(asset('2'))
    const view = { ...first.brand.views.value.assets, view: 'list', tileSize: 160 } as const
    first.brand.setView('assets', view)
    const { brand } = open(await first.kept())
    expect(brand.favouriteAssets.value).toEqual([asset('1')])
    expect(brand.recentAssets.value).toEqual([asset('2')])
    expect(brand.views.value).toEqual(first.brand.views.value)
  })

  it('are as the list told last, here and in the next window', async () => {
    const { brand, kept } = open()
    const [now] = api.brand.assets
    const old = asset(String(now?.id), { name: 'Old', url: `${api.origin}/media/old.png` })
    brand.toggleFavourite(old)
    brand.notePlaced(old)
    await look(brand.assets)
    const next = open(await kept()).brand
    for (const each of [brand, next]) {
      expect(each.favouriteAssets.value[0]?.name).toBe(now?.name)
      expect(each.recentAssets.value[0]?.name).toBe(now?.name)
    }
  })
})

describe('an asset', () => {
  it('is shown once, also where a list that moved between two pages tells of it twice', async () => {
    const { brand } = open()
    const item = (id: number) => ({ id, name: `Item ${id}`, url: `/media/${id}.png` })
    const page = (ids: readonly number[], next: string | null) => {
      const body = { data: ids.map(item), next_page_url: next }
      const effect = { type: 'status', status: 200, body } as const
      api.addFault({ path: '/api/assets', times: 1, effect })
    }
    page([1, 2], '?page=2')
    page([2, 3], null)
    await look(brand.assets)
    brand.assets.use()
    brand.assets.more()
    await expect.poll(() => brand.assets.state.value.status).toBe('complete')
    expect(brand.assets.state.value.items.map(({ id }) => id)).toEqual(['1', '2', '3'])
  })

  it('is shown although another one has its id', async () => {
    const { brand, kept } = open()
    const data = ['Sun', 'Moon'].map((name) => ({ id: 1, name, url: `/media/${name}.png` }))
    const effect = { type: 'status', status: 200, body: { data } } as const
    api.addFault({ path: '/api/assets', effect })
    const shown = await look(brand.assets)
    expect(shown.map(({ name }) => name)).toEqual(['Sun', 'Moon'])
    expect(open(await kept()).brand.assets.state.value.items).toEqual(shown)
  })

  it('is the same wherever it is shown, also after its address was renewed', async () => {
    const { brand } = open()
    const [shownFirst] = await look(brand.assets)
    if (shownFirst === undefined) throw new Error('no asset')
    brand.toggleFavourite(shownFirst)
    expect(brand.favouriteAssets.value[0]).toBe(shownFirst)
    const body = { data: [{ id: shownFirst.id, name: 'Renamed', url: '/media/new.png' }] }
    api.addFault({ path: '/api/assets', effect: { type: 'status', status: 200, body } })
    const renewed = await brand.renew(shownFirst)
    expect(renewed?.name).toBe('Renamed')
    expect(brand.assets.state.value.items[0]).toBe(renewed)
    expect(brand.favouriteAssets.value[0]).toBe(renewed)
  })

  it('is found by its key once a list has told of it', async () => {
    const { brand } = open()
    const [first] = await look(brand.assets)
    if (first === undefined) throw new Error('no asset')
    expect(brand.asset(assetKey(first))).toBe(first)
    expect(brand.asset('[]')).toBeNull()
  })
})

describe('what quick insert suggests', () => {
  it('is what lists told, with the kit’s name, and what was placed first', async () => {
    const first = open()
    await lookAtAll(first.brand)
    const placed = first.brand.assets.state.value.items[3]
    if (placed === undefined) throw new Error('no asset')
    first.brand.notePlaced(placed)
    const suggestions = (await first.kept())?.suggestions ?? []
    expect(suggestions[0]).toMatchObject({ name: placed.name, kitName: null })
    expect(suggestions[0]?.usedAt).toBeGreaterThan(0)
    expect(suggestions.find(({ kind }) => kind === 'logo')?.kitName).toBe(api.brand.kits[0]?.name)
    expect(suggestions.some(({ kind }) => kind === 'template')).toBe(false)
    const { brand } = open(await first.kept())
    for (const { key, name } of suggestions) expect(brand.asset(key)?.name).toBe(name)
  })

  it('shows icons that were drawn of logos, in the next window too, until they are another’s', async () => {
    const first = open()
    await lookAtAll(first.brand)
    const [kit] = first.brand.kits.state.value.items
    if (kit === undefined) throw new Error('no kit')
    const logos = first.brand.logos(kit).state.value.items
    const png = Uint8Array.of(0x89, 0x50)
    await first.brand.icons.drawFor(logos, () => Promise.resolve(png))
    const iconsOf = (saved: SavedBrand | null): readonly unknown[] =>
      saved?.suggestions.flatMap(({ kind, icon }) => (kind === 'logo' ? [icon] : [])) ?? []
    expect(iconsOf(await first.kept())).toEqual(logos.map(() => png))
    const { brand } = open(await first.kept())
    expect(logos.map((logo) => brand.icons.of(logo).icon)).toEqual(logos.map(() => png))
    brand.belongTo(sessionOf('other'))
    expect(logos.map((logo) => brand.icons.of(logo).icon)).toEqual(logos.map(() => null))
    const others = open(await first.kept(), sessionOf('other'))
    expect(logos.map((logo) => others.brand.icons.of(logo).icon)).toEqual(logos.map(() => null))
  })

  it('lets go of the logos that a kit has no more, and of no others', async () => {
    const first = open()
    await lookAtAll(first.brand)
    const [kit] = first.brand.kits.state.value.items
    if (kit === undefined) throw new Error('no kit')
    const second = open(await first.kept())
    const gone = first.brand.logos(kit).state.value.items[0]
    api.addFault({
      path: '/api/brand-kits/*/logos',
      effect: {
        type: 'status',
        status: 200,
        body: { data: [{ id: 1, name: 'New', url: '/a.svg' }] },
      },
    })
    await look(second.brand.logos(kit))
    const suggestions = (await second.kept())?.suggestions ?? []
    const logos = suggestions.filter(({ kind }) => kind === 'logo')
    expect(gone).toBeDefined()
    expect(logos.map(({ name }) => name)).toEqual(['New'])
    expect(suggestions.some(({ kind }) => kind === 'asset')).toBe(true)
  })
})

describe('a brand kit that is deleted while it is open', () => {
  it.each(['colors', 'logos'] as const)(
    'shows nothing of its %s any more, and gives way to the others on Retry',
    async (name) => {
      const { brand } = open()
      const [kit, other] = await look(brand.kits)
      if (kit === undefined) throw new Error('no kit')
      const list: Resource<unknown> = brand[name](kit)
      expect(await look(list)).not.toEqual([])
      api.edit({ type: 'remove-kit', kitId: Number(kit.id) })
      const leaveKits = brand.kits.use()
      const leave = list.use()
      list.retry()
      await expect.poll(() => list.state.value.trouble?.kind).toBe('deleted')
      expect(list.state.value).toMatchObject({ items: [], isKnown: false, status: 'failed' })
      expect(brand.kits.state.value.items).toHaveLength(2)
      list.retry()
      await expect.poll(() => brand.kits.state.value.items).toEqual([other])
      leave()
      leaveKits()
    },
  )
})
