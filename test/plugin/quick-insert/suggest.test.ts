import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SavedBrand, Session } from '../../../shared/protocol.ts'
import { openFile, type FileOptions } from '../../figma/file.ts'
import type { HostEvent } from '../../figma/host-api.ts'
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
  const { figma } = file.begin({ command: 'insert-asset', html: '', asking })
  vi.stubGlobal('figma', figma)
  vi.stubGlobal('__html__', '')
  await import(MAIN)
  async function answer(query: string): Promise<HostEvent | undefined> {
    told.length = 0
    file.type({ key: 'asset', query, parameters: {} })
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(1))
    return told.at(-1)
  }
  const shown = async () => {
    await vi.waitFor(() => expect(told.some(({ type }) => type === 'show-ui')).toBe(true))
    return told.find((event) => event.type === 'show-ui')
  }
  return { file, answer, shown }
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
    const { file, answer, shown } = await ask({ session: SESSION, brand: BRAND })
    await answer('symbol')
    file.submit({ asset: 'Symbol' })
    expect(await shown()).toMatchObject({ visible: false })
  })

  it('opens the library where Figma asked for nothing', async () => {
    const { shown } = await ask({ session: SESSION, brand: BRAND }, false)
    expect(await shown()).toMatchObject({ visible: true })
  })

  it('writes nothing while it is typed', async () => {
    const { file, answer } = await ask({ session: SESSION, brand: BRAND })
    await answer('s')
    expect(file.writes()).toEqual([])
  })
})
