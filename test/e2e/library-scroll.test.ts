import { describe, expect, it } from 'vitest'
import {
  assetNameAt,
  focusedName,
  nameUnder,
  openAssetsTab,
  panel,
  scrollBy,
  scrollToRest,
  tile,
  tiles,
} from './assets-tab.ts'
import { DEEP, times } from '../deep.ts'
import type { OpenFile } from './desk.ts'
import { resizeWindow } from './resize-window.ts'
import { useDesk } from './use-desk.ts'

/** More tiles than this are never in the document, however many assets there are. */
const MOST_TILES = 120

const desk = useDesk()

const openAssets = () => openAssetsTab(desk)
const nameAt = (index: number) => assetNameAt(desk, index)

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

describe('a long list of assets', () => {
  const length = times(1000, 10_000)

  async function openMany(): Promise<OpenFile> {
    desk.cliquify.configure({ assetCount: length, pageSize: 500 })
    return openAssets()
  }

  it('are scrolled to their end with few tiles at a time, each page asked for once', async () => {
    const file = await openMany()
    desk.cliquify.forgetRequests()
    await tiles(file).first().getByRole('button').focus()
    await file.page.keyboard.press('End')
    // One page after the other, on whatever machine this is.
    await tile(file, nameAt(-1)).waitFor({ timeout: 60_000 })
    expect(await focusedName(file)).toBe(nameAt(-1))
    expect(await tiles(file).last().getAttribute('aria-posinset')).toBe(String(length))
    expect(await tiles(file).count()).toBeLessThan(MOST_TILES)
    expect(askedTwice('/api/')).toEqual([])
    await file.page.keyboard.press('Home')
    await expect.poll(() => focusedName(file)).toBe(nameAt(0))
    expect(await tiles(file).count()).toBeLessThan(MOST_TILES)
    expect(askedTwice('/api/')).toEqual([])
    await file.close()
  }, 120_000)

  it.runIf(DEEP)(
    'do not have their thumbnails fetched twice when they come back into view',
    async () => {
      const file = await openMany()
      const shown = (): Promise<number> => file.plugin.locator('[data-state=shown]').count()
      await expect.poll(shown).toBeGreaterThan(9)
      for (const step of [1500, 1500, -1500, -1500, 3000]) {
        await scrollBy(file, step)
        // Thumbnails are fetched once the list is at rest; those of the last step are shown, too.
        await file.page.waitForTimeout(400)
        await expect.poll(shown).toBeGreaterThan(9)
      }
      expect(askedTwice('/media/')).toEqual([])
      await file.close()
    },
  )

  it.runIf(DEEP)('are not fetched while the scrollbar flies past them', async () => {
    const file = await openMany()
    await tiles(file).first().locator('img').waitFor()
    // Until the others of the first view are there.
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
    // For what was passed to be fetched, if it were.
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

  it.runIf(DEEP)('keep the place when the window is resized', async () => {
    const file = await openMany()
    await scrollToRest(file, 5000)
    const view = await panel(file).boundingBox()
    if (view === null) throw new Error('the panel is not visible')
    const middle = { x: view.x + 40, y: view.y + view.height / 2 }
    const before = await nameUnder(file, middle)
    await resizeWindow(file, 600, 600)
    // Until the tiles stand in their new columns.
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
