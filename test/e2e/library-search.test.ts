import { describe, expect, it } from 'vitest'
import { DEEP } from '../deep.ts'
import {
  openTab,
  search,
  button,
  tile,
  tileNames,
  tileCount,
  focusedName,
  placedNames,
  named,
} from './finding.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

describe('search', () => {
  it('starts with the first key, marks the hit, and places the first with Enter', async () => {
    const file = await openTab(desk, 'Assets')
    await file.plugin.getByRole('tab', { name: 'Assets' }).focus()
    await file.page.keyboard.type('bokeh')
    expect(await search(file).inputValue()).toBe('bokeh')
    await expect.poll(() => tileCount(file)).toBe(named(desk, 'bokeh').length)
    const [first] = await tileNames(file)
    expect(await tile(file, 0).locator('mark').innerText()).toBe('Bokeh')
    await screenshot(file, 'find-search')
    await file.page.keyboard.press('Enter')
    await file.status.filter({ hasText: `“${first}” placed` }).waitFor()
    expect(await placedNames(file)).toEqual([first])
    await file.close()
  })

  it('finds in spite of a typo, and says when nothing matches, with a way back', async () => {
    const file = await openTab(desk, 'Assets')
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

  it('says how far it is in a long list, and is stopped on request', async () => {
    const file = await openTab(desk, 'Assets')
    const { length } = desk.cliquify.brand.assets
    desk.cliquify.addFault({ path: '/api/assets*', effect: { type: 'delay', ms: 1_500 } })
    await search(file).fill('nothing is called so')
    await file.plugin.getByText(`Looking through the rest, 100 of ${length}…`).waitFor()
    await screenshot(file, 'find-long')
    await button(file, 'Stop').click()
    await button(file, 'Load more').waitFor()
    await file.plugin.getByText('Nothing matches').waitFor()
    expect(await button(file, 'Stop').count()).toBe(0)
    // Another word is looked for in all.
    await search(file).fill('nothing')
    await file.plugin.getByText(/^Looking through the rest/).waitFor()
    await file.close()
  })

  it('is reached and left by keys: slash, Ctrl+F, arrow down, and Escape twice', async () => {
    const file = await openTab(desk, 'Logos')
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
    const file = await openTab(desk, 'Assets')
    await tile(file, 0).focus()
    await file.page.keyboard.press('End')
    await expect.poll(() => focusedName(file)).not.toBe((await tileNames(file))[0])
    await search(file).click()
    await search(file).fill('bokeh')
    await expect.poll(() => tileCount(file)).toBe(named(desk, 'bokeh').length)
    // For the end to arrive, which would have the focus.
    await file.page.waitForTimeout(300)
    expect(await focusedName(file)).toBe('Search')
    await file.close()
  })

  it('goes on with a letter that is typed in the grid', async () => {
    const file = await openTab(desk, 'Logos')
    await tile(file, 0).focus()
    await file.page.keyboard.type('lockup')
    await expect.poll(() => search(file).inputValue()).toBe('lockup')
    await expect.poll(() => tileCount(file)).toBe(3)
    await file.close()
  })

  it('places nothing for an empty query', async () => {
    const file = await openTab(desk, 'Logos')
    await search(file).press('Enter')
    await search(file).fill('lockup')
    await expect.poll(() => tileCount(file)).toBe(3)
    const [first] = await tileNames(file)
    await search(file).press('Enter')
    await file.status.filter({ hasText: 'placed' }).waitFor()
    expect(await placedNames(file)).toEqual([first])
    await file.close()
  })

  it('explains itself, and says once how many match', async () => {
    const file = await openTab(desk, 'Logos')
    expect(await search(file).getAttribute('placeholder')).toBe('Search 11 logos')
    await search(file).pressSequentially('mono')
    await file.status.filter({ hasText: '3 logos match “mono”.' }).waitFor()
    await button(file, 'Clear search').click()
    await file.status.filter({ hasText: 'All logos are shown.' }).waitFor()
    await file.close()
  })

  it('leaves what is under the pointer where it is while more is found', async () => {
    desk.cliquify.configure({ pageSize: 20, assetCount: 120 })
    const file = await openTab(desk, 'Assets')
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
    const file = await openTab(desk, 'Assets')
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
    const file = await openTab(desk, 'Assets')
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
