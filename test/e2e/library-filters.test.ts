import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { DEEP } from '../deep.ts'
import { openDesk, type Desk } from './desk.ts'
import {
  openTab,
  goTo,
  search,
  button,
  tile,
  tileNames,
  tileCount,
  focusedName,
} from './finding.ts'
import { resizeWindow } from './resize-window.ts'
import { screenshot } from './screenshot.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterEach(() => desk.cliquify.reset())
afterAll(() => desk.close())

describe('filters', () => {
  it('combine folder, kind and tags, are chips, and go one by one or at once', async () => {
    const file = await openTab(desk, 'Assets')
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
    const file = await openTab(desk, 'Assets')
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
    const file = await openTab(desk, 'Templates')
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
    const file = await openTab(desk, 'Assets')
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
    const file = await openTab(desk, 'Assets')
    await button(file, 'Filters').click()
    await button(file, 'winter').waitFor()
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })

  it.runIf(DEEP)('that lead nowhere say so', async () => {
    const file = await openTab(desk, 'Assets')
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
    const file = await openTab(desk, 'Logos')
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

/** From one side of the window to an element, in CSS pixels. */
function boxOf(element: Locator): Promise<DOMRect> {
  return element.evaluate((each) => each.getBoundingClientRect().toJSON() as DOMRect)
}

describe('in a narrow window', () => {
  it('all filters are one low row, the one that was set last in view, close above the tiles', async () => {
    const file = await openTab(desk, 'Logos')
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
    const file = await openTab(desk, 'Assets')
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
