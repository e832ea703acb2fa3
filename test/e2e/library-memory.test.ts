import { describe, expect, it } from 'vitest'
import { DEEP } from '../deep.ts'
import type { OpenFile } from './desk.ts'
import { openTab, goTo, button, tile, tileNames, tileCount } from './finding.ts'
import { screenshot } from './screenshot.ts'
import { damageStoredBrand, recordIn, storedBrand } from './stored.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

describe('favourites and recents', () => {
  it('are found in the next window, also offline, and are gone after Disconnect', async () => {
    const file = await openTab(desk, 'Assets')
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
    const file = await openTab(desk, 'Logos')
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
    const file = await openTab(desk, 'Assets')
    const pages = (): readonly string[] =>
      desk.cliquify.requests.flatMap(({ path, query }) => (path === '/api/assets' ? [query] : []))
    // The second of three is asked for ahead of the scroll, as soon as there are tiles.
    await expect.poll(pages).toContain('page=2&per_page=50')
    desk.cliquify.forgetRequests()
    await button(file, 'Favourites').click()
    await file.plugin.getByText('No favourite assets yet').waitFor()
    // For the rest to be asked for, if it were.
    await file.page.waitForTimeout(300)
    expect(pages()).toEqual([])
    await file.close()
  })
})

/** How a tab shows its list, as the device holds it. */
async function viewOf(file: OpenFile, tab: string): Promise<Readonly<Record<string, unknown>>> {
  return recordIn(recordIn(await storedBrand(file), 'views'), tab)
}

describe('how a list is shown', () => {
  it('and filtered is kept for each tab by itself when the window is closed', async () => {
    const file = await openTab(desk, 'Logos')
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
    const file = await openTab(desk, 'Logos')
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
