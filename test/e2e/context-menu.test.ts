import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { THEMES, type OpenFile } from './desk.ts'
import { focusedName, openTab, placedNames, tile, tileNames } from './finding.ts'
import { resizeWindow } from './resize-window.ts'
import { screenshot } from './screenshot.ts'
import { problemsInWindow } from './serious-problems.ts'
import { openKit } from './syncing.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

const menu = (file: OpenFile): Locator => file.plugin.getByRole('menu')
const item = (file: OpenFile, name: string): Locator =>
  menu(file).getByRole('menuitem', { name, exact: true })

describe('the context menu of a tile', () => {
  it('places it, marks it and selects it', async () => {
    const file = await openTab(desk, 'Logos')
    const [first, second] = await tileNames(file)
    await tile(file, 1).click({ button: 'right' })
    expect(await menu(file).getByRole('menuitem').allInnerTexts()).toEqual([
      'Place',
      'Place as component',
      'Details',
      'Select',
      'Add to favourites',
    ])
    await item(file, 'Place').click()
    await file.status.filter({ hasText: `“${second}” placed` }).waitFor()
    expect(await placedNames(file)).toEqual([second])
    expect(await menu(file).count()).toBe(0)

    await tile(file, 1).click({ button: 'right' })
    await item(file, 'Add to favourites').click()
    await tile(file, 1).click({ button: 'right' })
    await item(file, 'Remove from favourites').waitFor()
    await item(file, 'Select').click()
    await tile(file, 0).click({ button: 'right' })
    await item(file, 'Select').click()
    await file.plugin.getByText('2 selected').waitFor()
    // One of those that are selected stands for all of them.
    await tile(file, 0).click({ button: 'right' })
    await item(file, 'Place 2').click()
    await file.status.filter({ hasText: '2 assets placed' }).waitFor()
    expect((await placedNames(file)).toSorted()).toEqual([second, second, first].toSorted())
    await file.close()
  })

  it('is gone through by keys, and gives the focus back', async () => {
    const file = await openTab(desk, 'Logos')
    const [first] = await tileNames(file)
    await tile(file, 0).focus()
    await file.page.keyboard.press('Shift+F10')
    await item(file, 'Place').waitFor()
    await file.page.keyboard.press('Escape')
    await expect.poll(() => menu(file).count()).toBe(0)
    expect(await focusedName(file)).toBe(first)
    await file.page.keyboard.press('Shift+F10')
    await item(file, 'Place').waitFor()
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await file.page.keyboard.press(key)
    await file.plugin.getByRole('dialog', { name: first ?? '' }).waitFor()
    expect(await placedNames(file)).toEqual([])
    await file.close()
  })

  it('is left by a press beside it, which does nothing else', async () => {
    const file = await openTab(desk, 'Logos')
    await tile(file, 0).click({ button: 'right' })
    await item(file, 'Place').waitFor()
    const box = await tile(file, 4).boundingBox()
    await file.page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5)
    await expect.poll(() => menu(file).count()).toBe(0)
    expect(await placedNames(file)).toEqual([])
    await file.close()
  })

  it.each(THEMES)('is whole in a small window in the %s theme', async (theme) => {
    const file = await openTab(desk, 'Logos', { theme })
    await resizeWindow(file, 300, 360)
    const box = await file.plugin.getByRole('tabpanel').boundingBox()
    await tile(file, 1).click({ button: 'right', position: { x: 40, y: 60 } })
    await item(file, 'Place').waitFor()
    expect(await problemsInWindow(file)).toEqual([])
    await screenshot(file, `context-menu-${theme}`)
    const seen = await menu(file).boundingBox()
    const right = (box?.x ?? 0) + (box?.width ?? 0)
    expect((seen?.x ?? 0) + (seen?.width ?? 0)).toBeLessThanOrEqual(right)
    expect(file.errors).toEqual([])
    await file.close()
  })
})

describe('the context menu of a color', () => {
  it('applies it as stroke, and copies it', async () => {
    const file = await openKit(desk)
    const layer = (await file.layers()).find(({ name }) => name === 'Swatch 1')
    await file.select([layer?.id ?? ''])
    const signal = file.plugin.getByRole('button', { name: /^Signal #/ })
    await signal.click({ button: 'right' })
    await screenshot(file, 'context-menu-color')
    await item(file, 'Apply as stroke').click()
    await file.status.filter({ hasText: 'Stroked 1 layer, not linked' }).waitFor()
    const stroked = (await file.layers()).find(({ id }) => id === layer?.id)
    expect(stroked?.strokes[0]?.color?.g).toBeCloseTo(0x5a / 255)
    await signal.click({ button: 'right' })
    await item(file, 'Copy HEX').click()
    await file.status.filter({ hasText: /^Copied #[0-9A-F]{6}\.$/i }).waitFor()
    expect(file.errors).toEqual([])
    await file.close()
  })
})
