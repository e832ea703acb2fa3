import { describe, expect, it } from 'vitest'
import { Trouble } from '../../../shared/trouble.ts'
import { asset, fileAt, openCanvas } from '../placement/canvas.ts'

describe('an address that has expired', () => {
  const signed = (signature: string) =>
    asset('Photo', '40x20', {
      kind: 'asset',
      url: `https://cdn.thecliquify.co/Photo/40x20.png?sig=${signature}`,
    })
  const expired = () => new Trouble({ kind: 'expired-link', message: 'Its link no longer works.' })

  it('is asked for once through the list, page by page, and the file placed', async () => {
    const pages: (string | null)[] = []
    const { placer, layers } = openCanvas(
      (url) => (url.includes('sig=old') ? Promise.reject(expired()) : Promise.resolve(fileAt(url))),
      {
        assets(from) {
          pages.push(from?.url ?? null)
          const items = from?.url === 'p2' ? [signed('new')] : [asset('Other', '1x1')]
          return Promise.resolve({
            items,
            skipped: [],
            next: { url: from === null ? 'p2' : 'p3', read: [], print: null, total: null },
          })
        },
      },
    )
    await placer.place([signed('old')])
    expect(pages).toEqual([null, 'p2'])
    expect(layers()).toMatchObject([{ name: 'Photo', width: 40 }])
    expect(placer.failures.value).toEqual([])
  })

  it.each([
    ['is refused without leave to read that', 'blocked'],
    ['is refused so where files could be read before', 'unreachable'],
  ] as const)('is asked for where it is signed and %s', async (_, kind) => {
    const { placer, layers } = openCanvas(
      (url) =>
        url.includes('sig=old')
          ? Promise.reject(new Trouble({ kind, message: 'No.' }))
          : Promise.resolve(fileAt(url)),
      { assets: () => Promise.resolve({ items: [signed('new')], skipped: [], next: null }) },
    )
    await placer.place([signed('old')])
    expect(layers()).toMatchObject([{ name: 'Photo', width: 40 }])
    expect(placer.failures.value).toEqual([])
  })

  it.each([
    ['without a signature that cannot be reached', 'Photo.png', 'unreachable'],
    ['of a server in trouble', 'Photo.png?sig=old', 'server-down'],
    ['asked for while offline', 'Photo.png?sig=old', 'offline'],
  ] as const)('is not supposed of one %s', async (_, file, kind) => {
    let looks = 0
    const { placer } = openCanvas(() => Promise.reject(new Trouble({ kind, message: 'No.' })), {
      assets() {
        looks += 1
        return Promise.resolve({ items: [], skipped: [], next: null })
      },
    })
    const url = `https://cdn.thecliquify.co/${file}`
    await placer.place([asset('Photo', '40x20', { kind: 'asset', url })])
    expect(placer.failures.value).toHaveLength(1)
    expect(looks).toBe(0)
  })

  it('that the list still has is a failure, after one look for all of them', async () => {
    let looks = 0
    const { placer } = openCanvas(() => Promise.reject(expired()), {
      assets() {
        looks += 1
        return Promise.resolve({ items: [signed('old')], skipped: [], next: null })
      },
    })
    await placer.place([signed('old'), asset('Gone', '1x1', { kind: 'asset' })])
    expect(placer.failures.value.map(({ asset: { name } }) => name)).toEqual(['Photo', 'Gone'])
    expect(looks).toBe(1)
  })

  it('of a logo is asked for through its kit', async () => {
    const kit = { id: 'kit', name: 'Kit', colors: null, logos: null }
    const old = asset('Logo', '40x20')
    const { placer, layers } = openCanvas(
      (url) => (url === old.url ? Promise.reject(expired()) : Promise.resolve(fileAt(url))),
      {
        brandKits: () => Promise.resolve({ items: [{ ...kit, id: 'other' }, kit], skipped: [] }),
        logos: ({ id }) =>
          id === 'kit'
            ? Promise.resolve({ items: [{ ...old, url: `${String(old.url)}?v=2` }], skipped: [] })
            : Promise.reject(new Error('not this kit')),
      },
    )
    await placer.place([old])
    expect(layers()).toMatchObject([{ name: 'Logo' }])
  })
})
