import { describe, expect, it } from 'vitest'
import type { SavedBrand } from '../../shared/saved-brand.ts'
import type { Session } from '../../shared/session.ts'
import { openStorage } from '../../plugin/storage.ts'
import { openFile } from '../figma/file.ts'
import { quickItem } from './quick-insert/quick-item.ts'

const SESSION: Session = {
  clientId: 'client',
  clientSecret: null,
  accessToken: 'token',
  expiresAt: 1_800_000_000_000,
  scopes: ['assets:read'],
}

const BRAND: SavedBrand = {
  owner: 'client',
  suggestions: [quickItem({ name: 'Wordmark' })],
  contents: '{"version":1}',
}

function open(stored: Record<string, unknown> = {}) {
  let kept: Record<string, unknown> = stored
  const { figma } = openFile({ storage: stored, onStorage: (values) => (kept = values) })
  return { storage: openStorage(figma), kept: () => kept }
}

describe('what is stored on the device', () => {
  it('is read back', async () => {
    const { storage } = open()
    await storage.set('session', SESSION)
    await storage.set('preferences', { kitId: '7', tab: 'logos' })
    await storage.set('window-size', { width: 400, height: 500 })
    expect(await storage.get('session')).toEqual(SESSION)
    expect(await storage.get('preferences')).toEqual({ kitId: '7', tab: 'logos' })
    expect(await storage.get('window-size')).toEqual({ width: 400, height: 500 })
  })

  it('is nothing at first', async () => {
    const { storage } = open()
    expect(await storage.get('session')).toBeNull()
  })

  it.each([
    'text',
    null,
    [],
    { ...SESSION, accessToken: 5 },
    { ...SESSION, expiresAt: 'soon' },
    { clientId: 'client' },
  ])('is dropped when a session is damaged: %j', async (session) => {
    const { storage } = open({ session })
    expect(await storage.get('session')).toBeNull()
  })

  it.each([undefined, 'assets:read', [1]])(
    'keeps a session whose scopes are missing or damaged: %j',
    async (scopes) => {
      const { storage } = open({ session: { ...SESSION, scopes } })
      expect(await storage.get('session')).toEqual({ ...SESSION, scopes: null })
    },
  )

  it.each([{ kitId: 7, tab: 'logos' }, { kitId: null, tab: 'fonts' }, 1])(
    'is dropped when preferences are damaged: %j',
    async (preferences) => {
      const { storage } = open({ preferences })
      expect(await storage.get('preferences')).toBeNull()
    },
  )

  it('is dropped when a size is damaged', async () => {
    const { storage } = open({ 'window-size': { width: '300', height: 400 } })
    expect(await storage.get('window-size')).toBeNull()
  })

  it('loses all that belongs to the connection when it is forgotten', async () => {
    const { storage, kept } = open({ 'window-size': { width: 400, height: 500 } })
    await storage.set('session', SESSION)
    await storage.set('preferences', { kitId: '7', tab: 'logos' })
    await storage.setBrand(BRAND)
    await storage.forget()
    expect(kept()).toEqual({ 'window-size': { width: 400, height: 500 } })
  })

  it('is refused in plain words when there is no room', async () => {
    const { storage } = open({ other: 'x'.repeat(5 * 1024 * 1024 - 50) })
    await expect(storage.set('session', SESSION)).rejects.toMatchObject({
      kind: 'storage',
      message: expect.stringContaining('Figma could not save') as string,
    })
  })
})

describe('the last known brand', () => {
  it('is read back, and goes with the connection', async () => {
    const { storage, kept } = open()
    await storage.setBrand(BRAND)
    expect(await storage.get('brand')).toEqual(BRAND)
    await storage.forget()
    expect(kept()).toEqual({})
  })

  it('is deleted where there is nothing to keep', async () => {
    const { storage, kept } = open({ brand: BRAND })
    await storage.setBrand(null)
    expect(kept()).toEqual({})
  })

  it('is dropped without a word where there is no room, and all else stays', async () => {
    const other = 'x'.repeat(4 * 1024 * 1024)
    const { storage, kept } = open({ other, brand: BRAND, session: SESSION })
    await storage.setBrand({ ...BRAND, contents: 'y'.repeat(2 * 1024 * 1024) })
    expect(kept()).toEqual({ other, session: SESSION })
  })

  it('gives way where there is no room for the connection', async () => {
    const other = 'x'.repeat(4 * 1024 * 1024)
    const brand = { ...BRAND, contents: 'y'.repeat(1024 * 1024 - 120) }
    const { storage, kept } = open({ other, brand })
    await storage.set('session', SESSION)
    expect(kept()).toEqual({ other, session: SESSION })
  })

  it.each([7, null, 'text', { owner: 'client' }, { ...BRAND, contents: {} }])(
    'is nothing where it is damaged: %j',
    async (brand) => {
      expect(await open({ brand }).storage.get('brand')).toBeNull()
    },
  )

  it('suggests nothing that is damaged', async () => {
    const suggestions = [{ name: 5 }, ...BRAND.suggestions]
    const { storage } = open({ brand: { ...BRAND, suggestions } })
    expect(await storage.get('brand')).toEqual(BRAND)
  })

  it('keeps the icons of what it suggests, and none that is damaged', async () => {
    const icon = Uint8Array.of(0x89, 0x50)
    const [item] = BRAND.suggestions
    const suggestions = [
      { ...item, icon },
      { ...item, icon: 'no bytes' },
      { ...item, icon: undefined },
    ]
    const kept = await open({ brand: { ...BRAND, suggestions } }).storage.get('brand')
    expect(kept?.suggestions).toEqual([{ ...item, icon }, item, item])
  })
})
