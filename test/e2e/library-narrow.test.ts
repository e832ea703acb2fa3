import { describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { openTab, goTo, button, tile, tileNames, tileCount } from './finding.ts'
import { resizeWindow } from './resize-window.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

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
    const captions = file.plugin.locator('[data-index] [dir=auto]')
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
