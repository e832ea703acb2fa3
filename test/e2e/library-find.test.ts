import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { DEEP } from '../deep.ts'
import type { SampleItem } from '../cliquify/brand/brand.ts'
import { openDesk, type Desk, type OpenFile } from './desk.ts'
import { resizeWindow } from './resize-window.ts'
import { screenshot } from './screenshot.ts'
import { damageStoredBrand, recordIn, storedBrand } from './stored.ts'

type TabName = 'Logos' | 'Assets' | 'Templates'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterEach(() => desk.cliquify.reset())
afterAll(() => desk.close())

/** The library of a person who has chosen the kit of the tests, at one of its tabs. */
async function openTab(name: TabName): Promise<OpenFile> {
  const file = await desk.openConnected()
  await goTo(file, name)
  return file
}

async function goTo(file: OpenFile, name: TabName): Promise<void> {
  await file.plugin.getByRole('tab', { name }).click()
  await tile(file, 0).waitFor()
}

const search = (file: OpenFile): Locator => file.plugin.getByLabel('Search', { exact: true })
const button = (file: OpenFile, name: string): Locator =>
  file.plugin.getByRole('button', { name, exact: true })
const tile = (file: OpenFile, index: number): Locator =>
  file.plugin.locator(`[data-index="${index}"] > .asset-button`)

/** The names of the tiles in view, in order. */
async function tileNames(file: OpenFile): Promise<readonly string[]> {
  const tiles = await file.plugin.locator('li[data-index]').evaluateAll((items) =>
    items.map((item) => ({
      at: Number(item.getAttribute('data-index')),
      name: item.querySelector('button')?.getAttribute('aria-label') ?? '',
    })),
  )
  return tiles.sort((a, b) => a.at - b.at).map(({ name }) => name)
}

/** How many tiles there are in all, in view or not. */
async function tileCount(file: OpenFile): Promise<number> {
  const items = file.plugin.locator('li[data-index]')
  if ((await items.count()) === 0) return 0
  return Number(await items.first().getAttribute('aria-setsize'))
}

function focusedName(file: OpenFile): Promise<string | null> {
  return search(file).evaluate(
    ({ ownerDocument: { activeElement } }) => activeElement?.getAttribute('aria-label') ?? null,
  )
}

async function placedNames(file: OpenFile): Promise<readonly string[]> {
  return (await file.placed()).map(({ name }) => name)
}

const named = (part: string): readonly SampleItem[] =>
  desk.cliquify.brand.assets.filter(({ name }) => name.toLowerCase().includes(part))

describe('search', () => {
  it('starts with the first key, marks the hit, and places the first with Enter', async () => {
    const file = await openTab('Assets')
    await file.plugin.getByRole('tab', { name: 'Assets' }).focus()
    await file.page.keyboard.type('bokeh')
    expect(await search(file).inputValue()).toBe('bokeh')
    await expect.poll(() => tileCount(file)).toBe(named('bokeh').length)
    const [first] = await tileNames(file)
    expect(await tile(file, 0).locator('mark').innerText()).toBe('Bokeh')
    await screenshot(file, 'find-search')
    await file.page.keyboard.press('Enter')
    await file.status.filter({ hasText: `“${first}” placed` }).waitFor()
    expect(await placedNames(file)).toEqual([first])
    await file.close()
  })

  it('finds in spite of a typo, and says when nothing matches, with a way back', async () => {
    const file = await openTab('Assets')
    await search(file).fill('evning sial')
    await expect
      .poll(() => tileNames(file))
      .toEqual(expect.arrayContaining([expect.stringMatching(/^Evening sail/)]) as string[])
    await search(file).fill('nothing is called so')
    await file.plugin.getByText('Nothing matches “nothing is called so”').waitFor()
    await file.page.keyboard.press('Enter')
    await screenshot(file, 'find-nothing')
    await button(file, 'Show all assets').click()
    await expect.poll(() => search(file).inputValue()).toBe('')
    await tile(file, 0).waitFor()
    expect(await placedNames(file)).toEqual([])
    await file.close()
  })

  it('is reached and left by keys: slash, Ctrl+F, arrow down, and Escape twice', async () => {
    const file = await openTab('Logos')
    const { keyboard } = file.page
    await file.plugin.getByRole('tab', { name: 'Logos' }).focus()
    await keyboard.press('/')
    expect(await focusedName(file)).toBe('Search')
    expect(await search(file).inputValue()).toBe('')
    await keyboard.type('symbol')
    await keyboard.press('ArrowDown')
    const [first] = await tileNames(file)
    expect(await focusedName(file)).toBe(first)
    await keyboard.press('Control+f')
    expect(await focusedName(file)).toBe('Search')
    await keyboard.press('Escape')
    expect(await search(file).inputValue()).toBe('')
    expect(await focusedName(file)).toBe('Search')
    await keyboard.press('Escape')
    expect(await focusedName(file)).not.toBe('Search')
    await keyboard.press('Enter')
    expect(await placedNames(file)).toEqual([])
    await file.close()
  })

  it.runIf(DEEP)('keeps the focus after the end of the grid was asked for', async () => {
    const file = await openTab('Assets')
    await tile(file, 0).focus()
    await file.page.keyboard.press('End')
    await expect.poll(() => focusedName(file)).not.toBe((await tileNames(file))[0])
    await search(file).click()
    await search(file).fill('bokeh')
    await expect.poll(() => tileCount(file)).toBe(named('bokeh').length)
    await file.page.waitForTimeout(300)
    expect(await focusedName(file)).toBe('Search')
    await file.close()
  })

  it('goes on with a letter that is typed in the grid', async () => {
    const file = await openTab('Logos')
    await tile(file, 0).focus()
    await file.page.keyboard.type('lockup')
    await expect.poll(() => search(file).inputValue()).toBe('lockup')
    await expect.poll(() => tileCount(file)).toBe(3)
    await file.close()
  })

  it('places nothing for an empty query', async () => {
    const file = await openTab('Logos')
    await search(file).press('Enter')
    await file.page.waitForTimeout(300)
    expect(await placedNames(file)).toEqual([])
    await file.close()
  })

  it('explains itself, and says once how many match', async () => {
    const file = await openTab('Logos')
    expect(await search(file).getAttribute('placeholder')).toBe('Search 11 logos')
    await search(file).pressSequentially('mono')
    await file.status.filter({ hasText: '3 logos match “mono”.' }).waitFor()
    await button(file, 'Clear search').click()
    await file.status.filter({ hasText: 'All logos are shown.' }).waitFor()
    await file.close()
  })

  it('leaves what is under the pointer where it is while more is found', async () => {
    desk.cliquify.configure({ pageSize: 20, assetCount: 120 })
    const file = await openTab('Assets')
    desk.cliquify.addFault({ path: '/api/assets', effect: { type: 'delay', ms: 700 } })
    await search(file).fill('a')
    await tile(file, 3).hover()
    const before = (await tileNames(file)).slice(0, 4)
    await expect.poll(() => tileCount(file), { timeout: 20_000 }).toBeGreaterThan(100)
    expect((await tileNames(file)).slice(0, 4)).toEqual(before)
    await file.close()
  })
})

describe('what a search that finds nothing takes from sight', () => {
  it('stays selected', async () => {
    const file = await openTab('Assets')
    for (const index of [0, 1]) await tile(file, index).click({ modifiers: ['Control'] })
    const bar = file.plugin.getByRole('group', { name: 'Selection' })
    await bar.getByText('2 selected').waitFor()
    await search(file).fill('nothing is called so')
    await file.plugin.getByText('Nothing matches “nothing is called so”').waitFor()
    await search(file).fill('')
    await bar.getByText('2 selected').waitFor({ timeout: 5_000 })
    await file.close()
  })

  it.runIf(DEEP)('comes in the best order again, with the pointer elsewhere by then', async () => {
    desk.cliquify.configure({ pageSize: 20, assetCount: 120 })
    const file = await openTab('Assets')
    desk.cliquify.addFault({ path: '/api/assets', effect: { type: 'delay', ms: 1_200 } })
    await search(file).fill('s')
    await tile(file, 3).hover()
    await search(file).fill('nothing is called so')
    await expect.poll(() => tileCount(file)).toBe(0)
    await search(file).hover()
    await search(file).fill('s')
    await file.status.filter({ hasText: 'match “s”' }).waitFor()
    const found = (await tileNames(file)).slice(0, 16)
    await search(file).fill('nothing is called so')
    await search(file).fill('s')
    await expect.poll(() => tileCount(file)).toBeGreaterThan(0)
    expect(found).toEqual((await tileNames(file)).slice(0, 16))
    await file.close()
  })
})

describe('filters', () => {
  it('combine folder, kind and tags, are chips, and go one by one or at once', async () => {
    const file = await openTab('Assets')
    await button(file, 'Folders').click()
    const campaigns = file.plugin.getByRole('treeitem', { name: 'Campaigns' })
    await campaigns.click()
    const inside = new Set([1, 2, 3, 4, 5])
    const inFolder = desk.cliquify.brand.assets.filter(({ folderId }) => inside.has(folderId ?? 0))
    await expect.poll(() => tileCount(file)).toBe(inFolder.length)

    await button(file, 'Filters').click()
    await file.plugin.getByLabel('Kind').selectOption({ label: 'Vectors' })
    const vectors = inFolder.filter(({ format }) => format === 'svg')
    await expect.poll(() => tileCount(file)).toBe(vectors.length)
    await button(file, 'background').click()
    await button(file, 'winter').click()
    const tagged = vectors.filter(({ tagIds }) => tagIds.includes(59) && tagIds.includes(55))
    await expect.poll(() => tileCount(file)).toBe(tagged.length)
    await screenshot(file, 'find-filters')

    await button(file, 'Clear filter winter').click()
    await expect
      .poll(() => tileCount(file))
      .toBe(vectors.filter(({ tagIds }) => tagIds.includes(59)).length)
    await button(file, 'Clear all').click()
    await expect.poll(() => tileCount(file)).toBe(300)
    expect(await button(file, 'Clear all').count()).toBe(0)
    await file.close()
  })

  it('by folder lead in through the tree and out through the breadcrumbs', async () => {
    const file = await openTab('Assets')
    const { keyboard } = file.page
    await button(file, 'All folders').click()
    await file.plugin.getByRole('treeitem', { name: 'Campaigns' }).focus()
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    const path = file.plugin.getByRole('navigation', { name: 'Folder' })
    await expect
      .poll(() => path.getByRole('button').allInnerTexts())
      .toEqual(['All folders', 'Campaigns', 'Winter 2026', 'Social'])
    await screenshot(file, 'find-folders')
    const count = (...ids: readonly number[]): number =>
      desk.cliquify.brand.assets.filter(({ folderId }) => ids.includes(folderId ?? 0)).length
    await expect.poll(() => tileCount(file)).toBe(count(3))
    await path.getByRole('button', { name: 'Winter 2026' }).click()
    await expect.poll(() => tileCount(file)).toBe(count(2, 3, 4))
    const row = file.plugin.getByRole('treeitem', { name: 'Winter 2026' })
    expect(await row.innerText()).toMatch(new RegExp(`^Winter 2026\\s${count(2, 3, 4)}$`))
    expect(await row.getAttribute('title')).toBe(`Winter 2026, ${count(2, 3, 4)} assets`)
    const told = file.plugin.getByRole('group', { name: 'Filters in use' })
    expect(await told.getByText('Winter 2026').count()).toBe(1)
    expect(await told.getByRole('button', { name: 'Clear filter' }).count()).toBe(0)
    await path.getByRole('button', { name: 'All folders' }).click()
    await expect.poll(() => tileCount(file)).toBe(300)
    await file.plugin.getByRole('treeitem').first().press('Escape')
    expect(await file.plugin.getByRole('tree').count()).toBe(0)
    expect(await focusedName(file)).toBe('Folders')
    await file.close()
  })

  it('on templates take their tags from Cliquify', async () => {
    const file = await openTab('Templates')
    await button(file, 'Filters').click()
    const [tag] = desk.cliquify.brand.templateTags
    if (tag === undefined) throw new Error('the sample brand has no template tags')
    await button(file, tag.name).click()
    const tagged = desk.cliquify.brand.templates.filter(({ tagIds }) => tagIds.includes(tag.id))
    await expect.poll(() => tileCount(file)).toBe(tagged.length)
    await screenshot(file, 'find-templates')
    await file.close()
  })

  it('tell how many have a tag, once all are loaded', async () => {
    desk.cliquify.configure({ pageSize: 20 })
    const file = await openTab('Assets')
    await button(file, 'Filters').click()
    const tag = button(file, 'winter')
    await tag.waitFor()
    expect(await tag.innerText()).toBe('winter')
    await search(file).fill('a')
    const carried = desk.cliquify.brand.assets.filter(({ tagIds }) => tagIds.includes(55))
    await expect.poll(() => tag.getAttribute('title')).toBe(`winter, ${carried.length} assets`)
    await file.close()
  })

  it('come from what is loaded where Cliquify has no list of tags', async () => {
    desk.cliquify.configure({ paths: { assetTags: 'none' } })
    const file = await openTab('Assets')
    await button(file, 'Filters').click()
    await button(file, 'winter').waitFor()
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })

  it.runIf(DEEP)('that lead nowhere say so', async () => {
    const file = await openTab('Assets')
    await button(file, 'Folders').click()
    await file.plugin.getByRole('treeitem', { name: 'Archive (empty)' }).click()
    await file.plugin.getByText('No assets with these filters').waitFor()
    await button(file, 'Show all assets').click()
    await tile(file, 0).waitFor()
    await file.close()
  })
})

describe('logos', () => {
  it('with variants stand together, and can be shown by themselves', async () => {
    const file = await openTab('Logos')
    const names = await tileNames(file)
    const symbols = names.filter((name) => name.startsWith('Symbol'))
    const at = names.indexOf(symbols[0] ?? '')
    expect(symbols).toHaveLength(4)
    expect(names.slice(at, at + 4)).toEqual(symbols)
    await file.plugin.getByRole('button', { name: /^Symbol ?4 variants$/ }).click()
    await expect.poll(() => tileNames(file)).toEqual(symbols)
    const captions = file.plugin.locator('.asset-name')
    expect(await captions.allTextContents()).toEqual(['dark', 'light', 'mono', 'dark'])
    await screenshot(file, 'find-family')
    const told = file.plugin.getByRole('group', { name: 'Filters in use' })
    expect(await told.getByText('Symbol', { exact: true }).count()).toBe(1)
    await button(file, 'Clear filter Symbol').click()
    await expect.poll(() => tileCount(file)).toBe(11)
    await file.close()
  })
})

describe('favourites and recents', () => {
  it('are found in the next window, also offline, and are gone after Disconnect', async () => {
    const file = await openTab('Assets')
    const [first, second, third] = await tileNames(file)
    if (first === undefined || second === undefined || third === undefined) {
      throw new Error('there are no tiles')
    }
    await tile(file, 1).hover()
    await button(file, `Favourite ${second}`).click()
    await tile(file, 2).click()
    await file.status.filter({ hasText: 'placed' }).waitFor()
    // Marked and placed: both by its key.
    await expect
      .poll(() => storedBrand(file))
      .toMatchObject({
        favourites: [expect.any(String)],
        placed: [[expect.any(String), expect.any(Number)]],
      })

    await file.setOffline(true)
    await file.run('open')
    await tile(file, 0).waitFor()
    await button(file, 'Favourites').click()
    await expect.poll(() => tileNames(file)).toEqual([second])
    await screenshot(file, 'find-favourites')
    await button(file, 'Favourites').click()
    await button(file, 'Recent').click()
    await expect.poll(() => tileNames(file)).toEqual([third])
    await file.setOffline(false)

    await button(file, 'Settings').click()
    await button(file, 'Disconnect').click()
    await file.plugin.getByLabel('Client ID').waitFor()
    await expect.poll(() => storedBrand(file)).toEqual({})
    await file.close()
  })

  it.runIf(DEEP)('that are empty say how they are filled', async () => {
    const file = await openTab('Logos')
    await button(file, 'Favourites').click()
    await file.plugin.getByText('No favourite logos yet').waitFor()
    await button(file, 'Favourites').click()
    await button(file, 'Recent').click()
    await file.plugin.getByText('No logos placed yet').waitFor()
    await button(file, 'Show all logos').click()
    await expect.poll(() => tileCount(file)).toBe(11)
    await file.close()
  })

  it('are shown without loading the rest of the list', async () => {
    const file = await openTab('Assets')
    desk.cliquify.forgetRequests()
    await button(file, 'Favourites').click()
    await file.plugin.getByText('No favourite assets yet').waitFor()
    await file.page.waitForTimeout(300)
    expect(desk.cliquify.requests.filter(({ path }) => path === '/api/assets')).toEqual([])
    await file.close()
  })
})

/** How a tab shows its list, as the device holds it. */
async function viewOf(file: OpenFile, tab: string): Promise<Readonly<Record<string, unknown>>> {
  return recordIn(recordIn(await storedBrand(file), 'views'), tab)
}

describe('how a list is shown', () => {
  it('and filtered is kept for each tab by itself when the window is closed', async () => {
    const file = await openTab('Logos')
    await button(file, 'View options').click()
    await file.plugin.getByLabel('List', { exact: true }).check()
    await file.plugin.getByLabel('Sort by').selectOption({ label: 'Name' })
    const sorted = desk.cliquify.brand.kits[0]?.logos.map(({ name }) => name) ?? []
    sorted.sort(new Intl.Collator(undefined, { numeric: true }).compare)
    await expect.poll(() => tileNames(file)).toEqual(sorted)
    await screenshot(file, 'find-view-list')
    await goTo(file, 'Assets')
    await button(file, 'View options').click()
    await file.plugin.getByLabel('Tile size').fill('200')
    await button(file, 'Filters').click()
    await button(file, 'coffee').click()
    const coffee = desk.cliquify.brand.assets.filter(({ tagIds }) => tagIds.includes(57))
    await expect.poll(() => tileCount(file)).toBe(coffee.length)
    await expect.poll(() => viewOf(file, 'assets')).toMatchObject({ filters: { tags: ['coffee'] } })

    await file.run('open')
    await tile(file, 0).waitFor()
    await expect.poll(() => tileCount(file)).toBe(coffee.length)
    await button(file, 'Clear filter coffee').waitFor()
    await button(file, 'View options').click()
    expect(await file.plugin.getByLabel('Tile size').inputValue()).toBe('200')
    await goTo(file, 'Logos')
    await expect.poll(() => tileNames(file)).toEqual(sorted)
    await button(file, 'View options').click()
    expect(await file.plugin.getByLabel('List', { exact: true }).isChecked()).toBe(true)
    await file.close()
  })

  it.runIf(DEEP)('is as at first where what was kept is damaged', async () => {
    const file = await openTab('Logos')
    await button(file, 'View options').click()
    await file.plugin.getByLabel('List', { exact: true }).check()
    await expect.poll(() => viewOf(file, 'logos')).toMatchObject({ view: 'list' })
    await damageStoredBrand(file)
    await tile(file, 0).waitFor()
    await button(file, 'View options').click()
    expect(await file.plugin.getByLabel('Grid', { exact: true }).isChecked()).toBe(true)
    expect(file.errors).toEqual([])
    await file.close()
  })
})

/** From one side of the window to an element, in CSS pixels. */
function boxOf(element: Locator): Promise<DOMRect> {
  return element.evaluate((each) => each.getBoundingClientRect().toJSON() as DOMRect)
}

describe('in a narrow window', () => {
  it('all filters are one low row, the one that was set last in view, close above the tiles', async () => {
    const file = await openTab('Logos')
    await resizeWindow(file, 300, 600)
    for (const name of ['Logos', 'Assets', 'Templates'] as const) {
      await goTo(file, name)
      expect((await boxOf(tile(file, 0))).top).toBeLessThanOrEqual(150)
    }
    await goTo(file, 'Assets')
    await button(file, 'Folders').click()
    await file.plugin.getByRole('treeitem', { name: 'Photography' }).click()
    await button(file, 'Filters').click()
    for (const tag of ['background', 'coffee']) await button(file, tag).click()
    await button(file, 'Filters').click()
    const row = await boxOf(file.plugin.getByRole('group', { name: 'Filters in use' }))
    expect(row.height).toBe(24)
    const chip = button(file, 'Clear filter coffee')
    const all = button(file, 'Clear all')
    expect((await boxOf(chip)).right).toBeLessThanOrEqual((await boxOf(all)).left)
    expect((await boxOf(all)).right).toBeLessThanOrEqual(row.right)
    await screenshot(file, 'find-one-row')
    await button(file, 'Clear filter background').focus()
    for (const _ of ['Photography', 'All folders', 'Folders', 'Favourites', 'Recent']) {
      await file.page.keyboard.press('Shift+Tab')
    }
    const recent = await boxOf(button(file, 'Recent').and(file.plugin.locator(':focus')))
    expect(recent.left).toBeGreaterThanOrEqual(row.left)
    await file.page.mouse.move(0, 0)
    await button(file, 'Recent').hover()
    await file.page.mouse.wheel(0, 2000)
    await expect.poll(async () => (await boxOf(chip)).right).toBeLessThanOrEqual(row.right)
    await file.close()
  })

  it('what is told where folders could not be loaded is in view, with its way on', async () => {
    const effect = { type: 'status', status: 403, body: {} } as const
    desk.cliquify.addFault({ path: '/api/folders', effect, times: 1 })
    const file = await desk.openConnected()
    await resizeWindow(file, 300, 600)
    await goTo(file, 'Assets')
    const told = file.alert.filter({ hasText: 'Folders could not be loaded.' })
    const row = await boxOf(file.plugin.getByRole('group', { name: 'Filters in use' }))
    const { left, right } = await boxOf(told)
    expect([left >= row.left, right <= row.right]).toEqual([true, true])
    await screenshot(file, 'find-no-folders')
    await told.getByRole('button', { name: 'Retry' }).click()
    await button(file, 'All folders').waitFor()
    await file.close()
  })

  it('search, filters and view fit without scrolling sideways', async () => {
    const file = await openTab('Assets')
    await resizeWindow(file, 300, 600)
    await button(file, 'Folders').click()
    await file.plugin.getByRole('treeitem', { name: 'Campaigns' }).click()
    await button(file, 'Filters').click()
    for (const tag of ['background', 'coffee', 'do not use after 2027', 'hero']) {
      await button(file, tag).click()
    }
    await screenshot(file, 'find-narrow')
    expect(await file.plugin.getByRole('tree').count()).toBe(0)
    const panel = file.plugin.getByRole('tabpanel')
    expect(await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(
      0,
    )
    await file.close()
  })
})
