import { describe, expect, it } from 'vitest'
import type { Route } from 'playwright-core'
import { assetNameAt, focusedName, openAssetsTab, scrollBy, tile } from './assets-tab.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

const openAssets = () => openAssetsTab(desk)
const nameAt = (index: number) => assetNameAt(desk, index)

describe('a thumbnail', () => {
  it.each(['light', 'dark'] as const)(
    'can be seen in the %s theme, be it white or black',
    async (theme) => {
      const file = await desk.openConnected({ theme })
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
    expect((await tile(file, name).locator('[aria-hidden=true]').innerText()).toLowerCase()).toBe(
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

  it('that fails after the device was back online is tried once more', async () => {
    const file = await desk.openConnected()
    const { name, path } = desk.cliquify.brand.assets[2] ?? { name: '', path: '' }
    const held: Route[] = []
    await file.page.route(
      (url) => url.pathname.includes(encodeURI(path)) && held.length < 2,
      (route) => {
        held.push(route)
        // Both ways to a picture fail: the file at once, then the image element.
        return held.length === 1 ? route.abort() : undefined
      },
    )
    await file.plugin.getByRole('tab', { name: 'Assets' }).click()
    await expect.poll(() => held.length).toBe(2)
    await tile(file, name).evaluate(() => dispatchEvent(new Event('online')))
    await held[1]?.abort()
    await tile(file, name).locator('[data-state="shown"]').waitFor()
    await file.close()
  })
})
