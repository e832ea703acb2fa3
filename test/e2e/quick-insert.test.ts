import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './desk.ts'
import { bar, inFirstKit, logoName, openKnown, placedIn } from './quick-actions.ts'
import { screenshot } from './screenshot.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** What lies behind a wordmark of a tone, as RGBA. */
const GROUNDS: Readonly<Record<string, string>> = {
  light: '34,34,34,255',
  mono: '255,255,255,255',
}

/** The first pixel of a picture that has come from the window; empty for any other. */
function cornerOf(picture: Locator): Promise<string> {
  return picture.evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement) || !image.src.startsWith('blob:')) return ''
    await image.decode()
    const context = new OffscreenCanvas(1, 1).getContext('2d')
    context?.drawImage(image, 0, 0)
    return String(context?.getImageData(0, 0, 1, 1).data)
  })
}

describe('quick insert', () => {
  it('suggests as one types, with pictures, and places what is chosen without a window', async () => {
    const file = await openKnown(desk)
    await file.clearWrites()
    await file.page.getByRole('button', { name: /^Plugins/ }).click()
    await file.page.getByRole('menuitem', { name: 'Insert brand asset' }).click()
    const { dialog, field, options } = bar(file)
    await options.first().waitFor()
    expect(await options.count()).toBeGreaterThan(5)
    const name = logoName(desk, 'svg')
    await field.pressSequentially(name.slice(0, 6).toLowerCase())
    await options.filter({ hasText: name }).first().waitFor()
    const icon = options.first().locator('img')
    await expect
      .poll(() => icon.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    await screenshot(file, 'quick-insert')
    expect(await file.writes()).toEqual([])
    await field.fill(inFirstKit(desk, name))
    await expect.poll(() => options.first().textContent()).toContain(name)
    let shown = false
    const watch = file.page.getByRole('region', { name: /^Plugin window/ })
    watch.waitFor({ timeout: 15_000 }).then(
      () => (shown = true),
      () => undefined,
    )
    await field.press('Enter')
    await expect.poll(() => file.page.getByRole('log').textContent()).toContain('placed')
    const [logo, ...more] = placedIn(await file.layers())
    expect(more).toEqual([])
    expect(logo).toMatchObject({ name, type: 'FRAME' })
    const { selection, viewport } = await file.snapshot()
    expect(selection).toEqual([logo?.id])
    expect((logo?.absoluteX ?? 0) + (logo?.width ?? 0) / 2).toBeCloseTo(viewport.x, 0)
    expect(shown).toBe(false)
    await expect.poll(() => dialog.count()).toBe(0)
    await expect.poll(() => file.page.locator('iframe').count()).toBe(0)

    // What was placed last comes first the next time.
    await file.run('insert-asset')
    await expect.poll(() => options.first().textContent()).toContain(name)
    await field.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    // It is among the library's recents as well.
    await file.run('open')
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    await file.plugin.getByRole('button', { name: 'Recent', exact: true }).click()
    await file.plugin.getByRole('button', { name, exact: true }).waitFor()
    expect(await file.plugin.locator('li[data-index]').count()).toBe(1)
    expect(file.errors).toEqual([])
    await file.close()
  })

  it('finds what the library has never shown, brought by a window out of sight', async () => {
    const file = await desk.openConnected()
    await file.page.getByRole('button', { name: 'Close plugin' }).click()
    await file.run('insert-asset')
    const { field, options } = bar(file)
    const logo = desk.cliquify.brand.kits[1]?.logos[0]
    const photo = desk.cliquify.brand.assets[120]
    if (logo === undefined || photo === undefined) throw new Error('the sample brand is small')
    for (const name of [logo.name, photo.name]) {
      await field.fill(name)
      await expect
        .poll(() => options.allTextContents(), { timeout: 15_000 })
        .toContainEqual(expect.stringContaining(name))
    }
    await file.select([(await file.layers())[0]?.id ?? ''])
    await options.filter({ hasText: photo.name }).first().click()
    await expect
      .poll(async () => (await file.placed())[0]?.name, { timeout: 15_000 })
      .toBe(photo.name)
    expect(file.errors).toEqual([])
    expect(await file.page.getByRole('log').textContent()).not.toContain('No UI')
    await file.close()
  })

  it('shows white logos on a dark ground and black ones on a light one, once they are known', async () => {
    const file = await desk.openConnected({ theme: 'dark' })
    await file.page.getByRole('button', { name: 'Close plugin' }).click()
    const thumbnails = new Set(
      desk.cliquify.brand.kits[0]?.logos.map(({ path }) => `/media/thumbs/${encodeURI(path)}.png`),
    )
    const asked = (): number =>
      desk.cliquify.requests.filter(({ method, path }) => method === 'GET' && thumbnails.has(path))
        .length
    await file.run('insert-asset')
    const { dialog, field, options } = bar(file)
    const shows = async (tone: string): Promise<void> => {
      await field.fill(inFirstKit(desk, `Wordmark, ${tone} (SVG)`))
      await expect.poll(() => cornerOf(options.first().locator('img'))).toBe(GROUNDS[tone])
    }
    await shows('light')
    await shows('mono')
    await field.fill('wordmark')
    await expect.poll(() => options.count()).toBeGreaterThan(3)
    await screenshot(file, 'quick-insert-icons-dark')
    await field.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    expect(asked()).toBeGreaterThan(0)
    desk.cliquify.forgetRequests()
    await file.run('insert-asset')
    await shows('light')
    expect(asked()).toBe(0)
    expect(file.errors).toEqual([])
    await file.close()
  })

  it('is brought the logos of the chosen kit first, then those of one kit after the other', async () => {
    const file = await desk.openConnected()
    const [other, chosen] = desk.cliquify.brand.kits
    await file.plugin.getByLabel('Brand kit').selectOption({ label: chosen?.name ?? '' })
    await file.plugin.getByText('Signal', { exact: true }).waitFor()
    await file.page.getByRole('button', { name: 'Close plugin' }).click()
    const logosOf = (id: number | undefined): string => `/api/brand-kits/${String(id)}/logos`
    const asked = (): readonly string[] =>
      desk.cliquify.requests.flatMap(({ method, path }) =>
        method === 'GET' && path.endsWith('/logos') ? [path] : [],
      )
    desk.cliquify.addFault({ path: logosOf(chosen?.id), effect: { type: 'delay', ms: 1500 } })
    desk.cliquify.forgetRequests()
    await file.run('insert-asset')
    await bar(file).field.fill('a')
    await expect.poll(asked).toEqual([logosOf(chosen?.id)])
    await expect.poll(asked).toEqual([chosen, other].map((kit) => logosOf(kit?.id)))
    desk.cliquify.clearFaults()
    expect(file.errors).toEqual([])
    await file.close()
  })
})
