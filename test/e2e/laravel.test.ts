import { afterEach, describe, expect, it } from 'vitest'
import { DEEP } from '../deep.ts'
import type { OpenFile } from './desk.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()
let file: OpenFile
afterEach(() => file.close())

const tab = (name: string): Promise<void> => file.plugin.getByRole('tab', { name }).click()

describe('a Cliquify that answers as Laravel does behind a gateway', () => {
  it('has its whole library shown, with pages as large as can be', async () => {
    desk.cliquify.configure({
      perPage: 'honoured',
      pageLinks: 'foreign',
      pageSize: 15,
      fields: { items: 'json-api', videos: 'video_url' },
    })
    file = await desk.openConnected()
    await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
    await tab('Assets')
    const first = file.plugin.locator('li[data-index="0"]')
    await first.waitFor()
    await file.plugin.getByLabel('Search', { exact: true }).fill('short loop')
    const video = file.plugin.getByRole('button', { name: /Short loop/i }).first()
    await video.waitFor()
    await video.focus()
    await file.page.keyboard.press('Space')
    await file.plugin.locator('dd', { hasText: '0:02' }).waitFor()
    const asked = desk.cliquify.requests.filter(
      ({ path, method }) => path === '/api/assets' && method === 'GET',
    )
    expect(asked.map(({ query }) => query)).toEqual([
      'per_page=100',
      'page=2&per_page=100',
      'page=3&per_page=100',
    ])
  })

  it.runIf(DEEP)(
    'and deletes a brand kit while it is open has that told, and the other kit shown',
    async () => {
      file = await desk.openConnected()
      await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
      desk.cliquify.edit({ type: 'remove-kit', kitId: 11 })
      await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
      const told = file.alert.filter({ hasText: 'This brand kit is no longer in Cliquify' })
      await told.waitFor()
      await tab('Logos')
      await told.waitFor()
      await tab('Colors')
      await told.getByRole('button', { name: 'Retry', exact: true }).click()
      await file.plugin.getByText('Tide', { exact: true }).waitFor()
      expect(await file.alert.count()).toBe(0)
    },
  )
})

describe('a brand kit with its colors inside', () => {
  it.runIf(DEEP)('that is deleted while it is open is not synced any more', async () => {
    desk.cliquify.configure({ fields: { kitInsides: true } })
    file = await desk.openConnected()
    await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
    desk.cliquify.edit({ type: 'remove-kit', kitId: 11 })
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    const told = file.alert.filter({ hasText: 'This brand kit is no longer in Cliquify' })
    await told.getByRole('button', { name: 'Retry', exact: true }).click()
    await file.plugin.getByText('Tide', { exact: true }).waitFor()
  })
})

describe('a logo with a large font inside', () => {
  it('is placed within a moment', async () => {
    const [logo] = desk.cliquify.brand.kits[0]?.logos ?? []
    if (logo === undefined) throw new Error('no logo')
    const font = `@font-face{font-family:f;src:url(data:font/woff2;base64,${'A'.repeat(400_000)})}`
    const body = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><style>${font}</style><rect width="90" height="60" fill="#d00"/></svg>`
    const path = `/media/${encodeURI(logo.path)}`
    desk.cliquify.addFault({ path, effect: { type: 'status', status: 200, body } })
    file = await desk.openConnected()
    await tab('Logos')
    await file.plugin.getByRole('button', { name: logo.name }).first().click()
    await expect.poll(async () => (await file.placed()).length).toBe(1)
  })
})
