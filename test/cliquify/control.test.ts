import { describe, expect, it } from 'vitest'
import { ask, at, get, list, postJson, token } from './ask.ts'
import { useCliquify } from './use-cliquify.ts'

const cliquify = useCliquify({ settings: { pageSize: 7 } })

const control = (command: unknown): ReturnType<typeof ask> =>
  postJson(cliquify, '/__control', command)

async function coreColors(): Promise<readonly unknown[]> {
  const { body } = await get(cliquify, '/api/brand-kits/11/colors', await token(cliquify))
  return list(at(body, 'data', 0, 'colors'))
}

describe('edits', () => {
  it('change, rename, remove and add a color', async () => {
    cliquify.edit({ type: 'change-color', kitId: 11, colorId: 1101, value: '#112233' })
    cliquify.edit({ type: 'rename-color', kitId: 11, colorId: 1102, name: 'Borealis' })
    cliquify.edit({ type: 'remove-color', kitId: 11, colorId: 1103 })
    cliquify.edit({ type: 'add-color', kitId: 11, palette: 'Core', name: 'New', value: '#fff' })
    const colors = await coreColors()
    expect(colors).toContainEqual({ id: 1101, name: 'Night Sky', hex: '#112233' })
    expect(colors).toContainEqual({ id: 1102, name: 'Borealis', hex: '#3DDC97' })
    expect(colors.map((color) => at(color, 'id'))).not.toContain(1103)
    expect(colors.at(-1)).toMatchObject({ name: 'New', hex: '#fff' })
  })

  it('give a logo a new version: another date and another URL', async () => {
    const path = '/api/brand-kits/11/logos'
    const text = await token(cliquify)
    const first = async (): Promise<unknown> =>
      at((await get(cliquify, path, text)).body, 'data', 0)
    const before = await first()
    cliquify.edit({ type: 'bump-logo', kitId: 11, logoId: 1151 })
    const after = await first()
    expect(at(after, 'url')).toBe(`${String(at(before, 'url'))}?v=2`)
    expect(at(after, 'updated_at')).not.toBe(at(before, 'updated_at'))
  })

  it('refuse what is not there', () => {
    const edit = { type: 'change-color', kitId: 11, colorId: 9, value: '#fff' } as const
    expect(() => cliquify.edit(edit)).toThrow('no color with the id 9')
  })

  it('are undone by a reset, which keeps the settings of the start', async () => {
    cliquify.edit({ type: 'remove-color', kitId: 11, colorId: 1101 })
    cliquify.configure({ pageSize: 99 })
    cliquify.setOffline(true)
    cliquify.reset()
    expect(await coreColors()).toHaveLength(6)
    expect(cliquify.settings.pageSize).toBe(7)
  })
})

describe('/__control', () => {
  it('does what the object does, one command or several', async () => {
    const { status } = await control([
      { do: 'configure', change: { rateLimit: 60, fields: { colorList: 'strings' } } },
      { do: 'add-fault', fault: { path: '/api/*', effect: { type: 'html', status: 502 } } },
      { do: 'edit', edit: { type: 'remove-color', kitId: 12, colorId: 1201 } },
    ])
    expect(status).toBe(200)
    expect(cliquify.settings.rateLimit).toBe(60)
    expect(cliquify.settings.fields.media).toBe('url')
    expect(cliquify.faults).toHaveLength(1)
    expect(cliquify.brand.kits[1]?.palettes[0]?.colors).toHaveLength(3)
  })

  it('shows its state, and is not in the log itself', async () => {
    await token(cliquify)
    const { body } = await ask(cliquify, '/__control')
    expect(at(body, 'settings', 'pageSize')).toBe(7)
    expect(list(at(body, 'requests'))).toHaveLength(1)
  })

  it('says what is wrong with a command, and does none of its batch', async () => {
    const { status, body } = await control([
      { do: 'set-offline', offline: true },
      { do: 'configure', change: { pageSize: 'many' } },
    ])
    expect(status).toBe(422)
    expect(at(body, 'message')).toContain('number')
    expect((await ask(cliquify, '/api/assets')).status).toBe(401)
  })

  it('may be called by a page of another origin', async () => {
    const { headers } = await ask(cliquify, '/__control', {
      method: 'OPTIONS',
      headers: { Origin: 'http://localhost:4170', 'Access-Control-Request-Method': 'POST' },
    })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-headers')).toContain('Content-Type')
  })
})

describe('the library', () => {
  it('grows to ten thousand different assets', async () => {
    cliquify.configure({ assetCount: 10_000, pageSize: 100 })
    const { body } = await get(cliquify, '/api/assets?page=100', await token(cliquify))
    expect(at(body, 'meta')).toMatchObject({ total: 10_000, last_page: 100 })
    const last = at(body, 'data', 99)
    const thumbnail = await fetch(String(at(last, 'thumbnail_url')))
    expect(thumbnail.headers.get('content-type')).toBe('image/png')
    expect(new Set(cliquify.brand.assets.map((asset) => asset.name)).size).toBe(10_000)
  })
})
