import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { THEMES, type OpenFile } from './desk.ts'
import { button, goTo, tile, tileNames } from './finding.ts'
import { resizeWindow } from './resize-window.ts'
import { screenshot } from './screenshot.ts'
import { problemsInWindow } from './serious-problems.ts'
import { openKit } from './syncing.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

const dialog = (file: OpenFile): Locator =>
  file.plugin.getByRole('dialog', { name: 'Find anything' })

/** Opens the search, and types; gives what it finds. */
async function find(file: OpenFile, text: string): Promise<Locator> {
  await file.plugin.getByRole('tab', { selected: true }).focus()
  await file.page.keyboard.press('Control+k')
  await dialog(file).waitFor()
  await file.page.keyboard.type(text)
  return dialog(file).getByRole('listitem')
}

describe('the search over everything', () => {
  it('applies the color that is found to what is selected', async () => {
    const file = await openKit(desk)
    const layer = (await file.layers()).find(({ name }) => name === 'Swatch 1')
    await file.select([layer?.id ?? ''])
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    const rows = await find(file, 'signal')
    expect(await rows.first().innerText()).toMatch(/^Signal\s+Color$/)
    await file.page.keyboard.press('Enter')
    await file.status.filter({ hasText: 'Filled 1 layer, not linked' }).waitFor()
    const filled = (await file.layers()).find(({ id }) => id === layer?.id)
    expect(filled?.fills[0]?.color?.g).toBeCloseTo(0x5a / 255)
    expect(await dialog(file).count()).toBe(0)
    await file.close()
  })

  it('places a logo, whatever tab is open, and goes through what it found by keys', async () => {
    const file = await openKit(desk)
    const rows = await find(file, 'mark')
    await rows.nth(1).waitFor()
    const second = rows.nth(1)
    await file.page.keyboard.press('ArrowDown')
    await file.page.keyboard.press('ArrowDown')
    expect(await second.getByRole('button').evaluate((row) => row === document.activeElement)).toBe(
      true,
    )
    await screenshot(file, 'find-anything')
    const name = (await second.locator('bdi').innerText()).trim()
    await file.page.keyboard.press('Enter')
    await file.status.filter({ hasText: `“${name}” placed` }).waitFor()
    await file.close()
  })

  it('runs commands, which stand first, and gives the focus back on Escape', async () => {
    const file = await openKit(desk)
    const rows = await find(file, '')
    expect((await rows.allInnerTexts()).slice(0, 5).map((text) => text.split('\n')[0])).toEqual([
      'Sync colors',
      'Check brand',
      'Update placed assets',
      'Send for review',
      'Settings',
    ])
    await file.page.keyboard.press('Escape')
    expect(await dialog(file).count()).toBe(0)
    const colors = file.plugin.getByRole('tab', { name: 'Colors' })
    expect(await colors.evaluate((tab) => tab === document.activeElement)).toBe(true)
    await find(file, 'settings')
    await file.page.keyboard.press('Enter')
    await file.plugin.getByRole('heading', { name: 'Settings' }).waitFor()
    await file.page.keyboard.press('Control+k')
    await file.plugin.getByRole('button', { name: 'Back' }).click()
    await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    expect(await dialog(file).count()).toBe(0)
    await file.close()
  })

  it('changes to another brand kit', async () => {
    const file = await openKit(desk)
    await find(file, 'aurora coffee')
    await dialog(file).getByRole('button', { name: 'Aurora Coffee Brand kit' }).click()
    await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
    const kits = file.plugin.getByLabel('Brand kit')
    expect(await kits.locator('option:checked').innerText()).toBe('Aurora Coffee')
    expect(await dialog(file).count()).toBe(0)
    await file.close()
  })

  it('is opened by its button, and begins with what was placed and marked, whatever its tab', async () => {
    const file = await openKit(desk)
    await goTo(file, 'Logos')
    const [logo] = await tileNames(file)
    await tile(file, 0).click()
    await file.status.filter({ hasText: 'placed' }).waitFor()
    await goTo(file, 'Assets')
    const [asset] = await tileNames(file)
    await tile(file, 0).hover()
    await button(file, `Favourite ${asset}`).click()
    await goTo(file, 'Templates')
    await button(file, 'Find anything').click()
    const rows = await dialog(file).getByRole('listitem').allInnerTexts()
    expect(rows.slice(5, 7).map((text) => text.split(/\s*\n\s*/))).toEqual([
      [logo, 'Recent'],
      [asset, 'Favourite'],
    ])
    await screenshot(file, 'find-anything-remembered')
    await file.page.keyboard.type(asset ?? '')
    // What is typed is looked for in the whole library, each once.
    await expect
      .poll(() =>
        dialog(file)
          .getByText(asset ?? '', { exact: true })
          .count(),
      )
      .toBe(1)
    await file.close()
  })

  it.each(THEMES)('is seen and heard in the %s theme, and fits a small window', async (theme) => {
    const file = await openKit(desk, { theme })
    await resizeWindow(file, 300, 360)
    await find(file, 'i')
    expect(await problemsInWindow(file)).toEqual([])
    await screenshot(file, `find-anything-${theme}`)
    await file.page.keyboard.press('Escape')
    await find(file, 'nothing is called so')
    await dialog(file).getByText('Nothing matches').waitFor()
    expect(file.errors).toEqual([])
    await file.close()
  })
})
