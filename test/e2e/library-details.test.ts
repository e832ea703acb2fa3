import { describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { assetNameAt, focusedName, openAssetsTab, tile, tiles } from './assets-tab.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

const openAssets = () => openAssetsTab(desk)
const nameAt = (index: number) => assetNameAt(desk, index)

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
