import { describe, expect, it } from 'vitest'
import {
  assetNameAt,
  focusedName,
  openAssetsTab,
  panel,
  scrollBy,
  tile,
  tiles,
} from './assets-tab.ts'
import { resizeWindow } from './resize-window.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

const openAssets = () => openAssetsTab(desk)
const nameAt = (index: number) => assetNameAt(desk, index)

describe('the keyboard', () => {
  it('moves by tile, row and view, and Enter places', async () => {
    const file = await openAssets()
    await tiles(file).first().getByRole('button').focus()
    await file.page.keyboard.press('ArrowRight')
    expect(await focusedName(file)).toBe(nameAt(1))
    await file.page.keyboard.press('ArrowDown')
    expect(await focusedName(file)).toBe(nameAt(4))
    await file.page.keyboard.press('PageDown')
    const below = await focusedName(file)
    expect(below).not.toBe(nameAt(4))
    await file.page.keyboard.press('PageUp')
    expect(await focusedName(file)).toBe(nameAt(4))
    await file.page.keyboard.press('Enter')
    await expect
      .poll(async () => (await file.placed()).map(({ name }) => name))
      .toEqual([nameAt(4)])
    await file.close()
  })

  it('enters the grid at one tile', async () => {
    const file = await openAssets()
    await tile(file, nameAt(2)).focus()
    await file.page.keyboard.press('Shift+Tab')
    expect(await tiles(file).locator(':focus').count()).toBe(0)
    await file.page.keyboard.press('Tab')
    expect(await focusedName(file)).toBe(nameAt(2))
    await file.close()
  })

  it('selects with Shift and the arrow keys, and lets go with Escape', async () => {
    const file = await openAssets()
    await tile(file, nameAt(1)).focus()
    await file.page.keyboard.press('Shift+ArrowRight')
    await file.page.keyboard.press('Shift+ArrowDown')
    await file.plugin.getByText('5 selected').waitFor()
    await file.page.keyboard.press('Escape')
    await file.plugin.getByText('5 selected').waitFor({ state: 'detached' })
    expect(await focusedName(file)).toBe(nameAt(5))
    await file.close()
  })
})

describe('the smallest window', () => {
  it('has room for a whole tile below all that can be opened above the tiles', async () => {
    const file = await openAssets()
    await resizeWindow(file, 300, 360)
    await file.plugin.getByRole('button', { name: 'Filters' }).click()
    await scrollBy(file, 600)
    const view = await panel(file).boundingBox()
    if (view === null) throw new Error('the panel is not visible')
    await expect
      .poll(async () => {
        for (const each of await tiles(file).all()) {
          const box = await each.boundingBox()
          if (box === null || box.y < view.y || box.y + box.height > view.y + view.height) continue
          return each.evaluate((element) => {
            const { left, top, width, height } = element.getBoundingClientRect()
            return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
          })
        }
        return false
      })
      .toBe(true)
    await file.close()
  })
})

describe('ids that no number can hold', () => {
  it('tell assets of one name apart', async () => {
    const ids = ['9007199254740992', '9007199254740993']
    const items = ids.map((id) => `{ "id": ${id}, "name": "Hero", "url": "/media/${id}.png" }`)
    const effect = { type: 'status', status: 200, body: `[${items.join()}]` } as const
    desk.cliquify.addFault({ path: '/api/assets', effect })
    const file = await openAssets()
    expect(await tiles(file).count()).toBe(2)
    await file.close()
  })
})
