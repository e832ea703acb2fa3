import { describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { DEEP } from '../deep.ts'
import {
  assetNameAt,
  focusedName,
  nameUnder,
  openAssetsTab,
  panel,
  scrollToRest,
  tile,
  tiles,
} from './assets-tab.ts'
import type { OpenFile } from './desk.ts'
import { resizeWindow } from './resize-window.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

const openAssets = () => openAssetsTab(desk)
const nameAt = (index: number) => assetNameAt(desk, index)

async function placedNames(file: OpenFile): Promise<readonly string[]> {
  return (await file.placed()).map(({ name }) => name)
}

describe('as a list', () => {
  it('each asset is a row that tells its kind, size and day, where its tile was', async () => {
    desk.cliquify.configure({ assetCount: 2000, pageSize: 500 })
    const file = await openAssets()
    await scrollToRest(file, 4000)
    const view = await panel(file).boundingBox()
    if (view === null) throw new Error('the panel is not visible')
    const before = await nameUnder(file, { x: view.x + 40, y: view.y + view.height / 2 })
    await chooseView(file, 'List')
    await expect.poll(() => isInView(file, tile(file, before))).toBe(true)
    const asset = desk.cliquify.brand.assets.find(({ name }) => name === before)
    if (asset === undefined) throw new Error(`the library has no ${before}`)
    const text = (await tile(file, before).innerText()).toLowerCase()
    expect(text).toContain(asset.format === 'webm' ? 'video' : asset.format)
    expect(text).toContain(`${asset.width} × ${asset.height}`)
    expect(text).toContain(String(new Date(asset.updatedAt).getFullYear()))
    await screenshot(file, 'assets-list')
    await chooseView(file, 'Grid')
    await expect.poll(() => isInView(file, tile(file, before))).toBe(true)
    await file.close()
  })

  it('is walked row by row with the arrow keys, and Enter places', async () => {
    const file = await openAssets()
    await chooseView(file, 'List')
    await tile(file, nameAt(0)).focus()
    await file.page.keyboard.press('ArrowDown')
    await file.page.keyboard.press('ArrowDown')
    expect(await focusedName(file)).toBe(nameAt(2))
    await file.page.keyboard.press('ArrowUp')
    expect(await focusedName(file)).toBe(nameAt(1))
    await file.page.keyboard.press('Enter')
    await expect.poll(() => placedNames(file)).toEqual([nameAt(1)])
    await file.close()
  })

  it('places with a click, selects with Shift, and shows details with the pointer', async () => {
    const file = await openAssets()
    await chooseView(file, 'List')
    await tile(file, nameAt(0)).click()
    await expect.poll(() => placedNames(file)).toEqual([nameAt(0)])
    await tile(file, nameAt(1)).click({ modifiers: ['ControlOrMeta'] })
    await tile(file, nameAt(4)).click({ modifiers: ['Shift'] })
    await file.plugin.getByText('4 selected').waitFor()
    await tile(file, nameAt(2)).hover()
    await file.plugin.getByRole('button', { name: `Details of ${nameAt(2)}`, exact: true }).click()
    await file.plugin.getByRole('dialog', { name: nameAt(2), exact: true }).waitFor()
    expect(await placedNames(file)).toEqual([nameAt(0)])
    await file.close()
  })

  it('keeps what it tells apart from what can be clicked in a row', async () => {
    desk.cliquify.addFault({
      path: '/media/thumbs/*',
      effect: { type: 'status', status: 500, body: 'No.' },
    })
    const file = await openAssets()
    await chooseView(file, 'List')
    await resizeWindow(file, 300, 600)
    const name = nameAt(8)
    const again = file.plugin.getByRole('button', { name: `Load picture of ${name} again` })
    await again.waitFor()
    const texts = tile(file, name).locator('[dir=auto], [dir=auto] + span > span')
    expect(await texts.count()).toBeGreaterThan(1)
    for (const text of await texts.all()) expect(await isApart(again, text)).toBe(true)
    await file.close()
  })

  it.runIf(DEEP)('hides nothing under the buttons of the row under the pointer', async () => {
    const file = await openAssets()
    await chooseView(file, 'List')
    await resizeWindow(file, 280, 600)
    const name = nameAt(8)
    const texts = tile(file, name).locator('[dir=auto], [dir=auto] + span')
    expect(await texts.count()).toBe(2)
    await tile(file, name).hover({ position: { x: 60, y: 20 } })
    for (const label of ['Favourite', 'Details of']) {
      const button = file.plugin.getByRole('button', { name: `${label} ${name}` })
      await button.hover()
      for (const text of await texts.all()) expect(await isApart(button, text)).toBe(true)
    }
    await file.close()
  })
})

describe('names that differ at their end', () => {
  it('are told apart by it in three columns and in a narrow list, with what was searched for marked', async () => {
    const names = ['Acme Logo Horizontal Black', 'Acme Logo Horizontal White', 'Acme']
    const url = 'https://cdn.thecliquify.co/good.png'
    const body = { data: names.map((name, id) => ({ id: id + 1, name, url })) }
    desk.cliquify.addFault({ path: '/api/assets', effect: { type: 'status', status: 200, body } })
    const file = await openAssets()
    const search = file.plugin.getByLabel('Search', { exact: true })
    await search.fill('acme white')
    await expect.poll(() => tiles(file).count()).toBe(1)
    expect(await tiles(file).locator('mark').allInnerTexts()).toEqual(['Acme', 'White'])
    await search.fill('')
    await expect.poll(() => tiles(file).count()).toBe(3)
    for (const view of ['Grid', 'List'] as const) {
      await chooseView(file, view)
      if (view === 'List') await resizeWindow(file, 300, 600)
      for (const name of names) {
        expect(await tile(file, name).getAttribute('title')).toBe(name)
        const end = tile(file, name).locator('[dir=auto] > :last-child')
        expect(name.endsWith((await end.textContent()) ?? '?')).toBe(true)
        expect(await end.evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true)
        const inside = (await tile(file, name).boundingBox()) ?? { x: 0, width: 0 }
        const box = (await end.boundingBox()) ?? { x: 0, width: Infinity }
        expect(box.x + box.width).toBeLessThanOrEqual(inside.x + inside.width)
        if (view === 'List') continue
        // Two lines have room for all of it.
        for (const part of await tile(file, name).locator('[dir=auto] > *').all()) {
          expect(await part.evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true)
        }
      }
      await screenshot(file, `names-cut-${view.toLowerCase()}`)
    }
    await file.close()
  })
})

async function chooseView(file: OpenFile, view: 'Grid' | 'List'): Promise<void> {
  const options = file.plugin.getByRole('button', { name: 'View options' })
  await options.click()
  await file.plugin.getByRole('radio', { name: view }).check()
  await options.click()
}

async function isInView(file: OpenFile, locator: Locator): Promise<boolean> {
  const [box, view] = await Promise.all([locator.boundingBox(), panel(file).boundingBox()])
  if (box === null || view === null) return false
  return box.y >= view.y && box.y + box.height <= view.y + view.height
}

/** Whether a control covers nothing of a text; what is cut off at its padding does not count. */
async function isApart(control: Locator, text: Locator): Promise<boolean> {
  const shown = await text.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return { left, top, bottom, right: right - parseFloat(getComputedStyle(element).paddingRight) }
  })
  const over = await control.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return { left, right, top, bottom }
  })
  const beside = over.left >= shown.right || over.right <= shown.left
  return beside || over.top >= shown.bottom || over.bottom <= shown.top
}
