import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SavedBrand } from '../../../shared/saved-brand.ts'
import type { Session } from '../../../shared/session.ts'
import { openFile, type FileOptions } from '../../figma/file.ts'
import type { HostEvent } from '../../figma/host-api.ts'
import { connect } from '../sandbox.ts'
import { quickItem } from './quick-item.ts'

const MAIN = new URL('../../../plugin/main.ts', import.meta.url).pathname
const SESSION: Session = {
  clientId: 'client',
  clientSecret: null,
  accessToken: 'token',
  expiresAt: null,
  scopes: null,
}
const BRAND: SavedBrand = {
  owner: 'client',
  contents: '',
  suggestions: [
    quickItem({ name: 'Wordmark', iconUrl: 'https://cdn.thecliquify.co/w.png' }),
    quickItem({ name: 'Symbol' }),
  ],
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** Starts `insert-asset` as Figma does for a command with parameters. */
async function ask(storage: NonNullable<FileOptions['storage']>, asking = true) {
  const file = openFile({ storage })
  const told: HostEvent[] = []
  file.onEvent((event) => told.push(event))
  let hasWindow = false
  file.onEvent(({ type }) => {
    hasWindow ||= type === 'show-ui'
  })
  const { figma } = file.begin({ command: 'insert-asset', html: '', asking })
  vi.stubGlobal('figma', figma)
  vi.stubGlobal('__html__', '')
  await import(MAIN)
  async function answer(query: string): Promise<HostEvent | undefined> {
    told.length = 0
    file.type({ key: 'asset', query, parameters: {} })
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(1))
    await vi.waitFor(() => expect(hasWindow).toBe(true))
    return told.filter(({ type }) => type.startsWith('suggestions')).at(-1)
  }
  const shown = async () => {
    await vi.waitFor(() => expect(told.some(({ type }) => type === 'show-ui')).toBe(true))
    return told.find((event) => event.type === 'show-ui')
  }
  return { file, figma, ui: connect(file), told, answer, shown }
}

describe('the command “Insert brand asset”', () => {
  it('suggests what the library has shown, by name and with pictures', async () => {
    const { answer } = await ask({ session: SESSION, brand: BRAND })
    expect(await answer('word')).toEqual({
      type: 'suggestions',
      key: 'asset',
      suggestions: [
        {
          name: 'Wordmark',
          data: 'Wordmark',
          icon: null,
          iconUrl: 'https://cdn.thecliquify.co/w.png',
        },
      ],
    })
    expect(await answer('')).toMatchObject({
      suggestions: [{ name: 'Wordmark' }, { name: 'Symbol' }],
    })
  })

  it('begins with the chosen kit, and names another one', async () => {
    const of = (kitId: string, kitName: string) =>
      quickItem({ name: 'Symbol', key: `["logo","${kitId}","1"]`, kitName })
    const suggestions = [of('12', 'Northwind Studio'), of('11', 'Aurora Coffee')]
    const preferences = { kitId: '11', tab: 'logos' as const }
    const brand = { ...BRAND, suggestions }
    const { answer } = await ask({ session: SESSION, brand, preferences })
    expect(await answer('symbol')).toMatchObject({
      suggestions: [
        { name: 'Symbol · Logo · Aurora Coffee' },
        { name: 'Symbol · Logo · Northwind Studio' },
      ],
    })
    expect(await answer('northwind')).toMatchObject({
      suggestions: [{ name: 'Symbol · Logo · Northwind Studio' }],
    })
    expect(await answer('aurora')).toMatchObject({ suggestions: [{ name: 'Symbol' }] })
  })

  it('shows an icon that the window has drawn in place of the picture at its address', async () => {
    const icon = Uint8Array.of(0x89, 0x50)
    const iconUrl = 'https://cdn.thecliquify.co/w.png'
    const suggestions = [quickItem({ name: 'Wordmark, light', iconUrl, icon })]
    const { answer } = await ask({ session: SESSION, brand: { ...BRAND, suggestions } })
    const name = 'Wordmark, light'
    expect(await answer('word')).toMatchObject({
      suggestions: [{ name, data: name, icon, iconUrl: null }],
    })
  })

  it.each([
    ['nobody is connected', { brand: BRAND }, 'Not connected'],
    ['nothing is known', { session: SESSION }, 'No logos or assets known yet'],
    [
      'all that is known is another’s',
      { session: { ...SESSION, clientId: 'x' }, brand: BRAND },
      'No logos',
    ],
    [
      'what is known is damaged',
      { session: SESSION, brand: { ...BRAND, suggestions: [{ name: 5 }] } },
      'No logos',
    ],
    ['nothing matches', { session: SESSION, brand: BRAND }, 'Nothing matches “zz”.'],
  ])('says what to do where %s', async (_, storage, sentence) => {
    const { answer } = await ask(storage)
    expect(await answer('zz')).toMatchObject({
      type: 'suggestions-error',
      message: expect.stringContaining(sentence) as string,
    })
  })

  it('keeps the window out of sight once something was chosen', async () => {
    const { file, told, answer, shown } = await ask({ session: SESSION, brand: BRAND })
    await answer('symbol')
    told.length = 0
    file.submit({ asset: 'Symbol' })
    expect(await shown()).toMatchObject({ visible: false })
  })

  it('opens the library where Figma asked for nothing', async () => {
    const { shown } = await ask({ session: SESSION, brand: BRAND }, false)
    expect(await shown()).toMatchObject({ visible: true })
  })

  it('suggests what a window out of sight has brought meanwhile, for what is typed', async () => {
    const nothing = { ...BRAND, suggestions: [] }
    const { file, told, answer, ui } = await ask({ session: SESSION, brand: nothing })
    expect(await answer('moon')).toMatchObject({ type: 'suggestions-error' })
    expect((await ui.request('start', null)).command).toBe('suggest')
    const suggestions = [...BRAND.suggestions, quickItem({ name: 'Moon' })]
    await ui.request('brand:save', { ...BRAND, suggestions })
    await vi.waitFor(() =>
      expect(told).toContainEqual(
        expect.objectContaining({ suggestions: [expect.objectContaining({ name: 'Moon' })] }),
      ),
    )
    file.submit({ asset: 'Moon' })
    await vi.waitFor(() =>
      expect(told).toContainEqual(expect.objectContaining({ type: 'show-ui', visible: false })),
    )
    const start = { command: 'insert-asset', chosen: 'Moon' }
    expect(await ui.request('start', null)).toMatchObject(start)
  })

  it('does not mind a selection that changes before there is a window', async () => {
    const { file, figma, told } = await ask({ session: SESSION, brand: BRAND })
    file.edit({ type: 'create-style', name: 'Anything', color: { r: 0, g: 0, b: 0 } })
    figma.currentPage.selection = []
    file.select([])
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(told.filter(({ type }) => type === 'uncaught')).toEqual([])
  })

  it('writes nothing while it is typed', async () => {
    const { file, answer } = await ask({ session: SESSION, brand: BRAND })
    await answer('s')
    expect(file.writes()).toEqual([])
  })
})
