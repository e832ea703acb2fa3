import { describe, expect, it } from 'vitest'
import type { OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

const api = (): readonly string[] =>
  desk.cliquify.requests.flatMap(({ method, path }) =>
    method === 'GET' && path.startsWith('/api/') ? [path] : [],
  )

async function goTo(file: OpenFile, tab: string): Promise<void> {
  await file.plugin.getByRole('tab', { name: tab }).click()
  await expect
    .poll(() => file.plugin.getByRole('tab', { name: tab }).getAttribute('aria-selected'))
    .toBe('true')
}

const search = (file: OpenFile) => file.plugin.getByRole('searchbox', { name: 'Search' })
const tiles = (file: OpenFile) => file.plugin.getByRole('tabpanel').getByRole('listitem')

describe('who leaves a tab and comes back', () => {
  it('finds query, selection and place as they were, without a request', async () => {
    desk.cliquify.configure({ assetCount: 400 })
    const file = await desk.openConnected()
    await goTo(file, 'Logos')
    await tiles(file).first().waitFor()
    await goTo(file, 'Assets')
    await tiles(file).first().waitFor()
    await search(file).fill('a')
    await expect.poll(() => api().filter((path) => path === '/api/assets').length).toBe(8)
    await expect.poll(() => file.plugin.getByText(/Looking through/).count()).toBe(0)
    const panel = file.plugin.getByRole('tabpanel')
    await panel.evaluate((element) => {
      element.scrollTop = 2000
    })
    const shown = (): Promise<readonly (string | null)[]> =>
      panel.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return [...element.querySelectorAll('.asset-button')]
          .filter((tile) => {
            const box = tile.getBoundingClientRect()
            return box.top >= top && box.bottom <= bottom
          })
          .map((tile) => tile.getAttribute('aria-label'))
      })
    await expect.poll(async () => (await shown()).length).toBeGreaterThan(3)
    const [, chosen] = await shown()
    await file.plugin
      .getByRole('button', { name: String(chosen), exact: true })
      .first()
      .click({ modifiers: ['ControlOrMeta'] })
    await file.plugin.getByText('1 selected').waitFor()
    const before = await shown()
    desk.cliquify.forgetRequests()

    for (const tab of ['Colors', 'Logos', 'Templates']) {
      await goTo(file, tab)
      await goTo(file, 'Assets')
      expect(await search(file).inputValue()).toBe('a')
      await file.plugin.getByText('1 selected').waitFor()
      await expect.poll(shown).toEqual(before)
    }
    await screenshot(file, 'library-return')
    // The templates were looked at for the first time.
    expect(api().filter((path) => !/templates|tags/.test(path))).toEqual([])
    desk.cliquify.forgetRequests()
    for (const tab of ['Templates', 'Assets', 'Logos', 'Colors', 'Assets']) await goTo(file, tab)
    await tiles(file).first().waitFor()
    expect(api()).toEqual([])
    await file.close()
  })
})
