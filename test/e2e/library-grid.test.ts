import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { openDesk, type Desk, type OpenFile } from './desk.ts'
import { dragTile } from './drag-tile.ts'
import { resizeWindow } from './resize-window.ts'
import { screenshot } from './screenshot.ts'

/** More tiles than this are never in the document, however many assets there are. */
const MOST_TILES = 120

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterEach(() => desk.cliquify.reset())
afterAll(() => desk.close())

async function openAssets(): Promise<OpenFile> {
  const file = await desk.openFile()
  await file.connect()
  await file.plugin.getByRole('tab', { name: 'Assets' }).click()
  await tiles(file).first().waitFor()
  return file
}

const tiles = (file: OpenFile): Locator =>
  file.plugin.getByRole('list', { name: 'assets' }).getByRole('listitem')

const tile = (file: OpenFile, name: string): Locator =>
  file.plugin.getByRole('button', { name, exact: true })

const panel = (file: OpenFile): Locator => file.plugin.getByRole('tabpanel')

/** The name of the asset at a place of the whole library. */
function nameAt(index: number): string {
  const asset = desk.cliquify.brand.assets.at(index)
  if (asset === undefined) throw new Error(`the library has no asset ${index}`)
  return asset.name
}

async function focusedName(file: OpenFile): Promise<string | null> {
  return file.plugin.locator(':focus').getAttribute('aria-label')
}

async function placedNames(file: OpenFile): Promise<readonly string[]> {
  return (await file.placed()).map(({ name }) => name)
}

async function scrollBy(file: OpenFile, y: number): Promise<void> {
  const box = await panel(file).boundingBox()
  if (box === null) throw new Error('the panel is not visible')
  await file.page.mouse.move(box.x + box.width / 2, box.y + box.height - 60)
  await file.page.mouse.wheel(0, y)
}

/** Paths that were asked for more than once, of those that begin so. */
function askedTwice(prefix: string): readonly string[] {
  const seen = new Map<string, number>()
  for (const { method, path, query } of desk.cliquify.requests) {
    if (method === 'OPTIONS' || !path.startsWith(prefix)) continue
    const address = `${path}?${JSON.stringify(query)}`
    seen.set(address, (seen.get(address) ?? 0) + 1)
  }
  return [...seen].flatMap(([address, count]) => (count > 1 ? [address] : []))
}

describe('ten thousand assets', () => {
  async function openMany(): Promise<OpenFile> {
    desk.cliquify.configure({ assetCount: 10_000, pageSize: 500 })
    return openAssets()
  }

  it('are scrolled to their end with few tiles at a time, each page asked for once', async () => {
    const file = await openMany()
    desk.cliquify.forgetRequests()
    await tiles(file).first().getByRole('button').focus()
    await file.page.keyboard.press('End')
    await tile(file, nameAt(-1)).waitFor({ timeout: 30_000 })
    expect(await focusedName(file)).toBe(nameAt(-1))
    expect(await tiles(file).last().getAttribute('aria-posinset')).toBe('10000')
    expect(await tiles(file).count()).toBeLessThan(MOST_TILES)
    expect(askedTwice('/api/')).toEqual([])
    await file.page.keyboard.press('Home')
    await expect.poll(() => focusedName(file)).toBe(nameAt(0))
    expect(await tiles(file).count()).toBeLessThan(MOST_TILES)
    expect(askedTwice('/api/')).toEqual([])
    await file.close()
  })

  it('do not have their thumbnails fetched twice when they come back into view', async () => {
    const file = await openMany()
    const shown = (): Promise<number> =>
      file.plugin.locator('.asset-thumbnail[data-state="shown"]').count()
    await expect.poll(shown).toBeGreaterThan(9)
    for (const step of [1500, 1500, -1500, -1500, 3000]) {
      await scrollBy(file, step)
      await file.page.waitForTimeout(400)
      await expect.poll(shown).toBeGreaterThan(9)
    }
    expect(askedTwice('/media/')).toEqual([])
    await file.close()
  })

  it('are not fetched while the scrollbar flies past them', async () => {
    const file = await openMany()
    await tiles(file).first().locator('img').waitFor()
    await file.page.waitForTimeout(1000)
    desk.cliquify.forgetRequests()
    await panel(file).evaluate(async (element) => {
      for (let step = 1; step <= 20; step++) {
        element.scrollTo(0, step * 2000)
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
    })
    await expect
      .poll(() => desk.cliquify.requests.filter(({ path }) => path.startsWith('/media')).length)
      .toBeGreaterThan(0)
    await file.page.waitForTimeout(1000)
    const fetched = desk.cliquify.requests.filter(({ path }) => path.startsWith('/media'))
    expect(fetched.length).toBeLessThan(MOST_TILES)
    await file.close()
  })

  it('keep the focus where it is when its tile is scrolled out of view', async () => {
    const file = await openMany()
    await tiles(file).nth(4).getByRole('button').focus()
    await scrollBy(file, 6000)
    await expect.poll(() => tiles(file).nth(5).getAttribute('aria-posinset')).not.toBe('6')
    expect(await focusedName(file)).toBe(nameAt(4))
    await file.page.keyboard.press('ArrowRight')
    expect(await focusedName(file)).toBe(nameAt(5))
    await expect.poll(() => tile(file, nameAt(5)).boundingBox()).not.toBeNull()
    const box = await tile(file, nameAt(5)).boundingBox()
    const view = await panel(file).boundingBox()
    expect((box?.y ?? 0) >= (view?.y ?? 0)).toBe(true)
    await file.close()
  })

  it('keep the place when the window is resized', async () => {
    const file = await openMany()
    await scrollBy(file, 5000)
    await file.page.waitForTimeout(300)
    const view = await panel(file).boundingBox()
    if (view === null) throw new Error('the panel is not visible')
    const middle = { x: view.x + 40, y: view.y + view.height / 2 }
    const before = await nameUnder(file, middle)
    await resizeWindow(file, 600, 600)
    await file.page.waitForTimeout(300)
    await expect
      .poll(async () => {
        const box = await tile(file, before).boundingBox()
        return box !== null && box.y > view.y && box.y + box.height < view.y + view.height + 140
      })
      .toBe(true)
    await file.close()
  })
})

/** The asset whose tile lies under a point of the page. */
async function nameUnder(file: OpenFile, point: { x: number; y: number }): Promise<string> {
  for (const each of await tiles(file).getByRole('button').all()) {
    const box = await each.boundingBox()
    if (box === null) continue
    const inside =
      point.x >= box.x &&
      point.x < box.x + box.width &&
      point.y >= box.y - 4 &&
      point.y < box.y + box.height
    if (inside) return (await each.getAttribute('aria-label')) ?? ''
  }
  throw new Error('no tile lies there')
}

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

describe('a click', () => {
  it('places one, also when it is a double click', async () => {
    const file = await openAssets()
    await tile(file, nameAt(3)).dblclick()
    await file.status.filter({ hasText: 'placed' }).waitFor()
    await file.page.waitForTimeout(500)
    expect((await file.placed()).map(({ name }) => name)).toEqual([nameAt(3)])
    await file.close()
  })

  it('on a file that cannot be placed says why, and places nothing', async () => {
    const file = await openAssets()
    const pdf = desk.cliquify.brand.assets.find(({ format }) => format === 'pdf')
    if (pdf === undefined) throw new Error('the library has no PDF')
    await scrollBy(file, 900)
    await tile(file, pdf.name).click()
    await file.status.filter({ hasText: 'is a PDF, which Figma cannot place' }).waitFor()
    expect(await file.placed()).toEqual([])
    await file.close()
  })
})

describe('several', () => {
  it('are selected with Ctrl and Shift, and placed together', async () => {
    const file = await openAssets()
    await tile(file, nameAt(0)).click({ modifiers: ['ControlOrMeta'] })
    await tile(file, nameAt(3)).click({ modifiers: ['ControlOrMeta'] })
    await tile(file, nameAt(5)).click({ modifiers: ['Shift'] })
    await tile(file, nameAt(4)).click({ modifiers: ['ControlOrMeta'] })
    const bar = file.plugin.getByRole('group', { name: 'Selection' })
    await bar.getByText('3 selected').waitFor()
    expect(await tile(file, nameAt(3)).getAttribute('aria-pressed')).toBe('true')
    expect(await tile(file, nameAt(4)).getAttribute('aria-pressed')).toBe('false')
    expect(await file.placed()).toEqual([])
    await screenshot(file, 'assets-selected')
    await bar.getByRole('button', { name: 'Place', exact: true }).click()
    await expect
      .poll(async () => (await file.placed()).map(({ name }) => name).sort())
      .toEqual([nameAt(0), nameAt(3), nameAt(5)].sort())
    await bar.getByText('3 selected').waitFor({ state: 'detached' })
    await file.close()
  })

  it('that are placed end what the next click would have done, as Escape does', async () => {
    const file = await openAssets()
    const hero = (await file.layers()).find(({ name }) => name === 'Hero picture')
    if (hero === undefined) throw new Error('the sample document has no hero picture')
    await file.select([hero.id])
    await file.plugin.getByRole('button', { name: 'Fill selection' }).click()
    const hint = file.plugin.getByText('Choose a picture to fill the selection')
    await hint.waitFor()
    await file.page.keyboard.press('Escape')
    expect(await hint.count()).toBe(0)
    await file.plugin.getByRole('button', { name: 'Fill selection' }).click()
    await hint.waitFor()
    await tile(file, nameAt(0)).click({ modifiers: ['ControlOrMeta'] })
    const bar = file.plugin.getByRole('group', { name: 'Selection' })
    await bar.getByRole('button', { name: 'Place', exact: true }).click()
    await file.status.filter({ hasText: 'placed' }).waitFor()
    expect(await hint.count()).toBe(0)
    await file.close()
  })

  it('are selected by the mark that the pointer finds on a tile', async () => {
    const file = await openAssets()
    await tile(file, nameAt(1)).hover()
    await file.plugin.getByRole('checkbox', { name: `Select ${nameAt(1)}` }).check()
    await file.plugin.getByText('1 selected').waitFor()
    await file.plugin.getByRole('button', { name: 'Clear selection' }).click()
    await file.plugin.getByText('1 selected').waitFor({ state: 'detached' })
    await file.close()
  })

  it('are all those shown with Ctrl-A', async () => {
    desk.cliquify.configure({ assetCount: 30 })
    const file = await openAssets()
    await tile(file, nameAt(0)).focus()
    await file.page.keyboard.press('ControlOrMeta+a')
    await file.plugin.getByText('30 selected').waitFor()
    await file.close()
  })

  it('go along when one of them is dragged', async () => {
    const file = await openAssets()
    await tile(file, nameAt(0)).click({ modifiers: ['ControlOrMeta'] })
    await tile(file, nameAt(1)).click({ modifiers: ['ControlOrMeta'] })
    await dragTile(file, nameAt(1), await file.toScreen(100, -150))
    await expect
      .poll(async () => (await file.placed()).map(({ name }) => name).sort())
      .toEqual([nameAt(0), nameAt(1)].sort())
    await file.plugin.getByText('2 selected').waitFor({ state: 'detached' })
    await file.close()
  })

  it('stay behind when another one is dragged', async () => {
    const file = await openAssets()
    await tile(file, nameAt(0)).click({ modifiers: ['ControlOrMeta'] })
    await dragTile(file, nameAt(2), await file.toScreen(100, -150))
    await expect
      .poll(async () => (await file.placed()).map(({ name }) => name))
      .toEqual([nameAt(2)])
    await file.close()
  })
})

describe('as a list', () => {
  it('each asset is a row that tells its kind, size and day, where its tile was', async () => {
    desk.cliquify.configure({ assetCount: 2000, pageSize: 500 })
    const file = await openAssets()
    await scrollBy(file, 4000)
    await file.page.waitForTimeout(300)
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
    const texts = tile(file, name).locator('.asset-name, .asset-row-facts > span')
    expect(await texts.count()).toBeGreaterThan(1)
    for (const text of await texts.all()) expect(await isApart(again, text)).toBe(true)
    await file.close()
  })

  it('hides nothing under the buttons of the row under the pointer', async () => {
    const file = await openAssets()
    await chooseView(file, 'List')
    await resizeWindow(file, 280, 600)
    const name = nameAt(8)
    const texts = tile(file, name).locator('.asset-name, .asset-row-facts')
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
        const end = tile(file, name).locator('.name-end')
        expect(name.endsWith((await end.textContent()) ?? '?')).toBe(true)
        expect(await end.evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true)
        const inside = (await tile(file, name).boundingBox()) ?? { x: 0, width: 0 }
        const box = (await end.boundingBox()) ?? { x: 0, width: Infinity }
        expect(box.x + box.width).toBeLessThanOrEqual(inside.x + inside.width)
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

describe('with layers selected on the canvas', () => {
  async function selectShape(file: OpenFile): Promise<string> {
    const shape = (await file.layers()).find(({ name }) => name === 'Hero picture')
    if (shape === undefined) throw new Error('the sample design has changed')
    await file.select([shape.id])
    await action(file, 'Fill selection').waitFor()
    return shape.id
  }

  const action = (file: OpenFile, name: 'Fill selection' | 'Replace'): Locator =>
    file.plugin.getByRole('button', { name, exact: true })

  async function fillOf(file: OpenFile, id: string): Promise<string | undefined> {
    return (await file.layers()).find((layer) => layer.id === id)?.fills[0]?.type
  }

  /** An asset on the canvas, its layer still selected, as it is after a click. */
  async function placeFirst(file: OpenFile): Promise<string> {
    await tile(file, nameAt(0)).click()
    await file.status.filter({ hasText: 'placed' }).waitFor()
    await action(file, 'Replace').waitFor()
    const [layer] = await file.placed()
    if (layer === undefined) throw new Error('nothing was placed')
    return layer.id
  }

  it('Fill selection makes the next click a fill, and the one after it a placement', async () => {
    const file = await openAssets()
    const shape = await selectShape(file)
    const { length } = await file.layers()
    await action(file, 'Fill selection').click()
    expect(await action(file, 'Fill selection').getAttribute('aria-pressed')).toBe('true')
    await file.plugin.getByText('Choose a picture to fill the selection').waitFor()
    await screenshot(file, 'assets-fill')
    await tile(file, nameAt(3)).click()
    await expect.poll(() => fillOf(file, shape)).toBe('IMAGE')
    expect(await file.layers()).toHaveLength(length)
    expect(await action(file, 'Fill selection').getAttribute('aria-pressed')).toBe('false')
    await tile(file, nameAt(4)).click()
    await expect.poll(async () => (await file.layers()).length).toBeGreaterThan(length)
    await file.close()
  })

  it('a second click on Fill selection, and Escape, take back what the next click does', async () => {
    const file = await openAssets()
    await selectShape(file)
    const fill = action(file, 'Fill selection')
    await fill.click()
    await fill.click()
    expect(await fill.getAttribute('aria-pressed')).toBe('false')
    await fill.click()
    await tile(file, nameAt(3)).focus()
    await file.page.keyboard.press('Escape')
    expect(await fill.getAttribute('aria-pressed')).toBe('false')
    await file.close()
  })

  it('Fill selection uses the selected asset at once', async () => {
    const file = await openAssets()
    const shape = await selectShape(file)
    await tile(file, nameAt(3)).click({ modifiers: ['ControlOrMeta'] })
    expect(await action(file, 'Fill selection').getAttribute('aria-pressed')).toBeNull()
    await action(file, 'Fill selection').click()
    await file.status.filter({ hasText: `“${nameAt(3)}” fills 1 layer.` }).waitFor()
    expect(await fillOf(file, shape)).toBe('IMAGE')
    await file.close()
  })

  it('Replace shows the selected asset at once in what was placed before', async () => {
    const file = await openAssets()
    const id = await placeFirst(file)
    await tile(file, nameAt(3)).click({ modifiers: ['ControlOrMeta'] })
    await action(file, 'Replace').click()
    await file.status.filter({ hasText: `“${nameAt(3)}” now shows in 1 layer.` }).waitFor()
    expect((await file.placed()).map((layer) => [layer.id, layer.name])).toEqual([[id, nameAt(3)]])
    await file.close()
  })

  it('a click with Alt fills them, and the next one without it places', async () => {
    const file = await openAssets()
    const shape = await selectShape(file)
    const { length } = await file.layers()
    await tile(file, nameAt(3)).click({ modifiers: ['Alt'] })
    await expect.poll(() => fillOf(file, shape)).toBe('IMAGE')
    expect(await file.layers()).toHaveLength(length)
    await tile(file, nameAt(4)).click()
    await expect.poll(async () => (await file.layers()).length).toBeGreaterThan(length)
    await file.close()
  })

  it('the details of an asset offer Fill selection in place of the bar', async () => {
    const file = await openAssets()
    const shape = await selectShape(file)
    await tile(file, nameAt(3)).focus()
    await file.page.keyboard.press('Space')
    const dialog = file.plugin.getByRole('dialog')
    await dialog.waitFor()
    expect(await action(file, 'Fill selection').count()).toBe(1)
    await dialog.getByRole('button', { name: 'Fill selection' }).click()
    await expect.poll(() => fillOf(file, shape)).toBe('IMAGE')
    await file.close()
  })

  it.each([300, 640])('the bar hides no row at the end of a list %i px wide', async (width) => {
    desk.cliquify.configure({ assetCount: 20 })
    const file = await openAssets()
    await resizeWindow(file, width, 500)
    await placeFirst(file)
    await action(file, 'Replace').click()
    await file.plugin.getByText('Choose a picture to replace the selection').waitFor()
    await scrollBy(file, 5000)
    const last = tile(file, nameAt(-1))
    await last.waitFor()
    const bar = file.plugin.getByRole('group', { name: 'Selection' })
    await expect
      .poll(async () => {
        const [under, over] = await Promise.all([last.boundingBox(), bar.boundingBox()])
        return under !== null && over !== null && under.y + under.height <= over.y
      })
      .toBe(true)
    await file.close()
  })
})

describe('the details of an asset', () => {
  it('are opened with Space, walked with the arrow keys, and closed back to the tile', async () => {
    const file = await openAssets()
    await tile(file, nameAt(3)).focus()
    await file.page.keyboard.press('Space')
    const dialog = (name: string): Locator => file.plugin.getByRole('dialog', { name, exact: true })
    await dialog(nameAt(3)).waitFor()
    await file.page.keyboard.press('ArrowRight')
    await dialog(nameAt(4)).waitFor()
    await file.page.keyboard.press('ArrowLeft')
    await file.page.keyboard.press('ArrowLeft')
    await dialog(nameAt(2)).waitFor()
    await screenshot(file, 'asset-details')
    await file.page.keyboard.press('Escape')
    await file.plugin.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focusedName(file)).toBe(nameAt(2))
    await file.page.keyboard.press('Space')
    await dialog(nameAt(2)).waitFor()
    await file.page.keyboard.press('Space')
    await file.plugin.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await file.placed()).toEqual([])
    await file.close()
  })

  it('tell what is known, show the file itself, and place it', async () => {
    const file = await openAssets()
    const asset = desk.cliquify.brand.assets.find(({ format }) => format === 'svg')
    if (asset === undefined) throw new Error('the library has no SVG')
    await tile(file, asset.name).hover()
    await file.plugin.getByRole('button', { name: `Details of ${asset.name}`, exact: true }).click()
    const dialog = file.plugin.getByRole('dialog', { name: asset.name, exact: true })
    await dialog.getByText('SVG', { exact: true }).waitFor()
    await dialog.getByText(`${asset.width} × ${asset.height}`).waitFor()
    await expect
      .poll(() =>
        dialog
          .locator('img')
          .evaluateAll((images) => images.map((each) => each.getAttribute('src'))),
      )
      .toEqual([expect.stringMatching(/\.svg/)])
    await dialog.getByRole('button', { name: 'Place', exact: true }).click()
    await expect
      .poll(async () => (await file.placed()).map(({ name }) => name))
      .toEqual([asset.name])
    await dialog.getByRole('button', { name: 'Close' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await focusedName(file)).toBe(asset.name)
    await file.close()
  })

  it('hold the focus', async () => {
    const file = await openAssets()
    await tile(file, nameAt(1)).focus()
    await file.page.keyboard.press('Space')
    const dialog = file.plugin.getByRole('dialog')
    await dialog.waitFor()
    const names = new Set<string | null>()
    for (let press = 0; press < 12; press++) {
      await file.page.keyboard.press('Tab')
      const inside = await dialog.locator(':focus').count()
      const inGrid = await tiles(file).locator(':focus').count()
      expect(inGrid).toBe(0)
      if (inside > 0) names.add(await dialog.locator(':focus').innerText())
    }
    expect(names).toContain('Place')
    await file.close()
  })
})

describe('a thumbnail', () => {
  it.each(['light', 'dark'] as const)(
    'can be seen in the %s theme, be it white or black',
    async (theme) => {
      const file = await desk.openFile({ theme })
      await file.connect()
      await file.plugin.getByRole('tab', { name: 'Logos' }).click()
      const groundOf = async (name: string): Promise<number> => {
        const thumbnail = tile(file, name).locator('[data-state="shown"]')
        await thumbnail.waitFor()
        const color = await thumbnail.evaluate(
          (element) => getComputedStyle(element).backgroundColor,
        )
        return Number(/\d+/.exec(color)?.[0])
      }
      expect(await groundOf('Wordmark, light (SVG)')).toBeLessThan(100)
      expect(await groundOf('Wordmark, mono (SVG)')).toBeGreaterThan(200)
      await file.close()
    },
  )

  it('that fails gives way to the kind, and can be loaded again', async () => {
    desk.cliquify.addFault({
      path: '/media/thumbs/*',
      effect: { type: 'status', status: 500, body: 'No.' },
    })
    const file = await openAssets()
    const { name, format } = desk.cliquify.brand.assets[2] ?? { name: '', format: 'svg' }
    const again = file.plugin.getByRole('button', { name: `Load picture of ${name} again` })
    await again.waitFor()
    expect((await tile(file, name).locator('.asset-thumbnail').innerText()).toLowerCase()).toBe(
      format,
    )
    await screenshot(file, 'assets-thumbnails-failed')
    desk.cliquify.clearFaults()
    await again.click()
    await tile(file, name).locator('[data-state="shown"]').waitFor()
    expect(await again.count()).toBe(0)
    expect(await focusedName(file)).toBe(name)
    await file.close()
  })

  it('whose address has expired is asked for anew in its list when it is loaded again', async () => {
    const asset = desk.cliquify.brand.assets[2]
    if (asset === undefined) throw new Error('the library has no third asset')
    const path = `/media/thumbs/${encodeURI(asset.path)}.png`
    desk.cliquify.addFault({
      path,
      times: 2,
      effect: { type: 'status', status: 403, body: 'Expired.' },
    })
    const file = await openAssets()
    const again = file.plugin.getByRole('button', {
      name: `Load picture of ${asset.name} again`,
    })
    await again.waitFor()
    desk.cliquify.edit({ type: 'bump-asset', assetId: asset.id })
    await again.click()
    await tile(file, asset.name).locator('[data-state="shown"]').waitFor()
    const asked = desk.cliquify.requests.filter(
      (request) => request.method !== 'OPTIONS' && request.path === path,
    )
    expect(asked.map(({ query }) => query)).toEqual(['', '', 'v=2'])
    expect(await again.count()).toBe(0)
    await file.close()
  })

  it('gives way to the file in the preview, also where the address of that has expired', async () => {
    const asset = desk.cliquify.brand.assets.find(({ format }) => format === 'svg')
    if (asset === undefined) throw new Error('the library has no SVG')
    const path = `/media/${encodeURI(asset.path)}`
    const effect = { type: 'status', status: 403, body: 'Expired.' } as const
    desk.cliquify.addFault({ path, times: 1, effect })
    const file = await openAssets()
    desk.cliquify.edit({ type: 'bump-asset', assetId: asset.id })
    await tile(file, asset.name).focus()
    await file.page.keyboard.press('Space')
    const shown = file.plugin
      .getByRole('dialog')
      .locator('img[src*="/media/"]:not([src*="thumbs"])')
    await expect.poll(() => shown.getAttribute('src').catch(() => null)).toContain('v=2')
    await expect
      .poll(() =>
        shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
      )
      .toBeGreaterThan(0)
    await file.close()
  })

  it('that failed offline is loaded by itself when back online', async () => {
    const file = await openAssets()
    await tile(file, nameAt(0)).locator('[data-state="shown"]').waitFor()
    await file.setOffline(true)
    await scrollBy(file, 3000)
    await file.plugin
      .getByRole('button', { name: /^Load picture of/ })
      .first()
      .waitFor()
    await file.setOffline(false)
    await file.plugin
      .getByRole('button', { name: /^Load picture of/ })
      .first()
      .waitFor({ state: 'detached' })
    await file.close()
  })
})
