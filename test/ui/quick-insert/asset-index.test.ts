import { afterEach, describe, expect, it, vi } from 'vitest'
import type { QuickIndex, Session } from '../../../shared/protocol.ts'
import { assetKey } from '../../../ui/placement/asset-key.ts'
import { MOST_ITEMS, MOST_TEXT, openAssetIndex } from '../../../ui/quick-insert/asset-index.ts'
import { brandAsset } from '../placement/brand-asset.ts'

const KIT = { id: 'kit', name: 'Aurora' }
const SESSION: Session = {
  clientId: 'client',
  clientSecret: null,
  accessToken: 'token',
  expiresAt: null,
  scopes: null,
}

afterEach(() => {
  vi.useRealTimers()
})

function open(saved: QuickIndex | null = null, session: Session | null = SESSION) {
  vi.useFakeTimers()
  const saves: (QuickIndex | null)[] = []
  const index = openAssetIndex({
    saved,
    session,
    origin: 'https://oauth.cliquify.me',
    domains: ['https://cdn.thecliquify.co'],
    save: (next) => {
      saves.push(next)
      return Promise.resolve()
    },
  })
  const saved_ = (): QuickIndex | null => {
    vi.runAllTimers()
    return saves.at(-1) ?? null
  }
  return { index, saves, saved: saved_ }
}

describe('the index for quick insert', () => {
  it('keeps what lists hold, enough to suggest and to place it', () => {
    const { index, saved } = open()
    const thumbnailUrl = 'https://cdn.thecliquify.co/1.png'
    const logo = brandAsset({ name: 'Mark', thumbnailUrl, tags: ['dark'] })
    index.note([logo], KIT)
    expect(saved()).toEqual({
      client: 'client',
      items: [
        {
          key: assetKey(logo),
          kind: 'logo',
          name: 'Mark',
          tags: ['dark'],
          kitName: 'Aurora',
          iconUrl: thumbnailUrl,
          usedAt: null,
          data: JSON.stringify(logo),
        },
      ],
    })
    expect(open(saved()).index.find(assetKey(logo))).toEqual(logo)
  })

  it('leaves out what cannot be placed, and pictures that Figma may not load', () => {
    const { index, saved } = open()
    const thumbnailUrl = 'https://elsewhere.example/1.png'
    index.note([brandAsset({ id: '2', format: 'pdf' }), brandAsset({ thumbnailUrl })], KIT)
    expect(saved()?.items).toMatchObject([{ iconUrl: null }])
  })

  it('lets go of the logos that a kit has no more, and of no others', () => {
    const { index, saved } = open()
    const other = brandAsset({ id: '1', kitId: 'other' })
    const asset = brandAsset({ kind: 'asset', kitId: null })
    index.note([brandAsset({ id: '1' }), brandAsset({ id: '2' })], KIT)
    index.note([other], { id: 'other', name: 'Other' })
    index.note([asset], null)
    index.note([brandAsset({ id: '2' })], KIT)
    expect(saved()?.items.map(({ key }) => key)).toEqual(
      [other, asset, brandAsset({ id: '2' })].map(assetKey),
    )
  })

  it('remembers when something was placed, also when its list comes again', () => {
    const { index, saved } = open()
    vi.setSystemTime(5_000)
    index.used(brandAsset())
    index.note([brandAsset({ name: 'New name' })], KIT)
    expect(saved()?.items).toMatchObject([{ name: 'New name', usedAt: 5_000, kitName: 'Aurora' }])
  })

  it('saves nothing where nothing has changed', () => {
    const { index, saves } = open()
    index.note([brandAsset()], KIT)
    vi.runAllTimers()
    index.note([brandAsset()], KIT)
    vi.runAllTimers()
    expect(saves).toHaveLength(1)
  })

  it('stays within its bounds: what was seen longest ago goes, what was placed stays', () => {
    const { index, saved } = open()
    const assets = Array.from({ length: MOST_ITEMS + 200 }, (_, id) =>
      brandAsset({ kind: 'asset', kitId: null, id: `${id}`, name: 'x'.repeat(id % 400) }),
    )
    const [first] = assets
    if (first === undefined) throw new Error('no assets')
    index.used(first)
    index.note(assets, null)
    const items = saved()?.items ?? []
    expect(items.length).toBeLessThanOrEqual(MOST_ITEMS)
    expect(JSON.stringify(items).length).toBeLessThanOrEqual(MOST_TEXT + items.length + 2)
    const keys = items.map(({ key }) => key)
    expect(keys).toContain(assetKey(first))
    expect(keys.at(-1)).toBe(
      assetKey(brandAsset({ kind: 'asset', kitId: null, id: `${MOST_ITEMS + 199}` })),
    )
  })

  it('is as bounded before it is saved', () => {
    const { index } = open()
    const asset = (id: number) => brandAsset({ kind: 'asset', kitId: null, id: `${id}` })
    index.note(
      Array.from({ length: MOST_ITEMS + 1 }, (_, id) => asset(id)),
      null,
    )
    expect(index.find(assetKey(asset(0)))).toBeNull()
    expect(index.find(assetKey(asset(1)))).toEqual(asset(1))
  })

  it('is saved soon, but not anew with each of many pages', () => {
    const { index, saves } = open()
    for (let page = 0; page < 20; page++) {
      index.note([brandAsset({ kind: 'asset', kitId: null, id: `${page}` })], null)
      vi.advanceTimersByTime(1_000)
      if (page === 0) expect(saves).toHaveLength(1)
    }
    vi.runAllTimers()
    expect(saves.length).toBeLessThan(7)
    expect(saves.at(-1)?.items).toHaveLength(20)
  })

  it('is saved at once where the run ends', async () => {
    const { index, saves } = open()
    index.used(brandAsset())
    await index.flush()
    expect(saves.at(-1)?.items).toHaveLength(1)
  })

  it('is no other client’s, and nobody’s once it was cleared', () => {
    const { index, saved } = open()
    index.note([brandAsset()], KIT)
    const kept = saved()
    const key = assetKey(brandAsset())
    expect(open(kept, { ...SESSION, clientId: 'other' }).index.find(key)).toBeNull()
    expect(open(kept, null).index.find(key)).toBeNull()
    index.note([brandAsset({ name: 'Late' })], KIT)
    index.clear()
    index.belongTo(null)
    expect(saved()).toBeNull()
    expect(index.find(key)).toBeNull()
  })

  it('gives nothing of what was damaged', () => {
    const { index, saved } = open()
    index.note([brandAsset()], KIT)
    const kept = saved()
    if (kept === null) throw new Error('not saved')
    const broken = { ...kept, items: kept.items.map((item) => ({ ...item, data: '{"id":1}' })) }
    expect(open(broken).index.find(assetKey(brandAsset()))).toBeNull()
  })
})
