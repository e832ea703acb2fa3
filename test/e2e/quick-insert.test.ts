import { describe, expect, it } from 'vitest'
import { bar, inFirstKit, logoName, openKnown, placedIn } from './quick-actions.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

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
})
