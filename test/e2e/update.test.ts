import { describe, expect, it } from 'vitest'
import { DEEP, some, times } from '../deep.ts'
import { THEMES, type OpenFile } from './desk.ts'
import { imageSizeOf, provenanceOf } from './placed.ts'
import { screenshot } from './screenshot.ts'
import { bump, logo, openPlaced, rows, updateAll, versionOf } from './updating.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

const areDrawn = (images: readonly Element[]): readonly boolean[] =>
  images.map((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)

const focusedText = (file: OpenFile): Promise<string> => file.plugin.locator(':focus').innerText()

describe('“Update placed assets”', () => {
  it('lists what has a newer version, and brings all of it up to date in one undo step', async () => {
    const file = await openPlaced(desk, ['svg', 'png', 'webp'])
    const before = await file.placed()
    bump(desk, 'svg')
    bump(desk, 'png')
    await file.run('update-assets')
    await rows(file).first().waitFor()
    expect(await rows(file).count()).toBe(2)
    await file.plugin.getByText('1 layer already up to date.').waitFor()
    // The old picture and the new one, of vectors as of images.
    for (const row of [rows(file).first(), rows(file).nth(1)]) {
      await expect.poll(() => row.locator('img').evaluateAll(areDrawn)).toEqual([true, true])
    }
    await screenshot(file, 'update-list')
    expect(await file.writes()).toEqual([])

    const { undoSteps } = await file.snapshot()
    await updateAll(file).click()
    await file.status.filter({ hasText: '2 layers updated.' }).waitFor()
    await file.plugin.getByText('Nothing is left to update.').waitFor()
    await screenshot(file, 'update-done')
    const after = await file.placed()
    expect(after).toHaveLength(before.length)
    for (const node of before) {
      const now = after.find(({ id }) => id === node.id)
      const { x, y, width, height, name } = node
      expect(now).toMatchObject({ x, y, width, height, name })
      const changed = name === logo(desk, 'svg').name || name === logo(desk, 'png').name
      expect(versionOf(now) !== versionOf(node), name).toBe(changed)
    }
    expect((await file.snapshot()).undoSteps).toBe(undoSteps + 1)
    await file.page.evaluate(() => window.preview.host.undo())
    expect((await file.placed()).map(provenanceOf)).toEqual(before.map(provenanceOf))

    await file.plugin.getByRole('button', { name: 'Look again' }).click()
    await expect.poll(() => rows(file).count()).toBe(2)
    await updateAll(file).click()
    await file.status.filter({ hasText: '2 layers updated.' }).waitFor()
    await file.clearWrites()
    await file.plugin.getByRole('button', { name: 'Look again' }).click()
    await file.plugin.getByText('Everything is up to date', { exact: true }).waitFor()
    expect(await file.writes()).toEqual([])
    await screenshot(file, 'update-nothing')
    expect(file.errors).toEqual([])
    await file.close()
  })

  it.runIf(DEEP)('leaves an SVG that fills a layer as crisp as it was', async () => {
    const file = await openPlaced(desk, [])
    const hero = (await file.layers()).find(({ name }) => name === 'Hero picture')
    if (hero === undefined) throw new Error('the sample document has no hero picture')
    await file.select([hero.id])
    await file.plugin.getByRole('button', { name: 'Fill selection' }).waitFor()
    const tile = file.plugin.getByRole('button', { name: logo(desk, 'svg').name, exact: true })
    await tile.click({ modifiers: ['Alt'] })
    await file.status.filter({ hasText: 'put in 1 layer.' }).waitFor()
    const [before] = await file.placed()
    const crisp = await imageSizeOf(file, before)
    expect(crisp?.width).toBeGreaterThanOrEqual(hero.width * 2)

    bump(desk, 'svg')
    await file.run('update-assets')
    await rows(file).first().waitFor()
    await updateAll(file).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    const [after] = await file.placed()
    expect(versionOf(after)).not.toBe(versionOf(before))
    expect(await imageSizeOf(file, after)).toEqual(crisp)
    await file.close()
  })

  it('updates only what is ticked, and looks where it is told to', async () => {
    const file = await openPlaced(desk, ['svg', 'png'])
    bump(desk, 'svg')
    bump(desk, 'png')
    const [first, second] = await file.placed()
    if (first === undefined || second === undefined) throw new Error('nothing was placed')
    await file.select([first.id])
    await file.run('update-assets')
    await rows(file).first().waitFor()
    expect(await rows(file).count()).toBe(1)
    const scope = file.plugin.getByRole('combobox', { name: 'Look in' })
    expect(await scope.inputValue()).toBe('selection')
    await scope.selectOption('Whole document')
    await expect.poll(() => rows(file).count()).toBe(2)
    await file.plugin.getByRole('checkbox', { name: first.name }).uncheck()
    await file.plugin.getByRole('button', { name: 'Update 1 layer' }).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    const now = await file.placed()
    expect(versionOf(now.find(({ id }) => id === first.id))).toBe(versionOf(first))
    expect(versionOf(now.find(({ id }) => id === second.id))).not.toBe(versionOf(second))
    await file.close()
  })

  it('is offered when the window opens, by what is known by then, and for the page', async () => {
    const file = await openPlaced(desk, ['svg', 'png'])
    bump(desk, 'svg')
    await file.run('open')
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    const note = file.status.filter({ hasText: '1 layer has a newer version in Cliquify.' })
    await note.waitFor()
    await screenshot(file, 'update-note')
    // The page is looked at, whatever is selected.
    const current = (await file.placed()).find(({ name }) => name === logo(desk, 'png').name)
    await file.select([current?.id ?? ''])
    await file.plugin.getByRole('button', { name: 'Review', exact: true }).click()
    await rows(file).first().waitFor()
    expect(await focusedText(file)).toBe('Update placed assets')
    await file.plugin.getByRole('button', { name: 'Update all' }).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    // What is taken back is offered again.
    await file.plugin.getByRole('button', { name: 'Undo' }).click()
    await file.plugin.getByRole('button', { name: 'Update all' }).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    expect(await focusedText(file)).toBe('Update placed assets')
    await file.plugin.getByRole('button', { name: 'Done' }).click()
    await file.plugin.getByRole('tab', { name: 'Logos' }).waitFor()
    expect(await note.count()).toBe(0)
    await file.close()
  })

  it.runIf(DEEP)('of a layer that is up to date leads on to its page', async () => {
    const file = await openPlaced(desk, ['svg', 'png'])
    const [first] = await file.placed()
    await file.select([first?.id ?? ''])
    bump(desk, 'png')
    bump(desk, 'svg')
    const { id } = (await file.placed()).at(-1) ?? {}
    await file.run('update-assets')
    await rows(file).first().waitFor()
    await file.plugin.getByRole('button', { name: 'Update all' }).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    await file.plugin.getByRole('button', { name: 'Look again' }).click()
    await file.plugin.getByText('Everything is up to date', { exact: true }).waitFor()
    await file.plugin.getByRole('button', { name: 'Check this page' }).click()
    await rows(file).first().waitFor()
    expect(id).not.toBe(first?.id)
    await file.close()
  })

  it.runIf(DEEP)('goes on when the brand kit is loaded anew behind it', async () => {
    const file = await openPlaced(desk, ['png'])
    bump(desk, 'png')
    const path = '/api/brand-kits'
    const renamed = [{ id: logo(desk, 'png').kitId, name: 'Renamed kit' }]
    desk.cliquify.addFault({ path, effect: { type: 'delay', ms: 4_000 } })
    desk.cliquify.addFault({ path, effect: { type: 'status', status: 200, body: renamed } })
    await file.run('update-assets')
    const box = file.plugin.getByRole('checkbox', { name: logo(desk, 'png').name })
    await box.uncheck()
    await file.plugin.getByRole('option', { name: 'Renamed kit' }).waitFor({ state: 'attached' })
    // For the rows to be drawn anew, if they were.
    await file.page.waitForTimeout(300)
    expect(await box.isChecked()).toBe(false)
    await file.close()
  })

  it.runIf(DEEP)('works where the account has no brand kits', async () => {
    desk.cliquify.configure({ paths: { brandKits: 'none', colors: 'none', logos: 'none' } })
    const file = await desk.openConnected()
    await file.plugin.getByRole('tab', { name: 'Assets' }).click()
    const asset = desk.cliquify.brand.assets.find(({ format }) => format === 'png')
    if (asset === undefined) throw new Error('no asset is a PNG')
    await file.plugin.getByLabel('Search', { exact: true }).fill(asset.name)
    await file.plugin.getByRole('button', { name: asset.name, exact: true }).first().click()
    await file.status.filter({ hasText: `“${asset.name}” placed` }).waitFor()
    await file.select([])
    desk.cliquify.edit({ type: 'bump-asset', assetId: asset.id })
    await file.run('update-assets')
    await updateAll(file).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    await screenshot(file, 'update-no-kits')
    await file.plugin.getByRole('button', { name: 'Done' }).click()
    await file.plugin.getByRole('tab', { name: 'Assets' }).waitFor()
    await file.close()
  })

  it('shows a layer on the canvas when its row is clicked', async () => {
    const file = await openPlaced(desk, ['svg'])
    bump(desk, 'svg')
    await file.run('update-assets')
    await rows(file).getByRole('button').first().click()
    const [node] = await file.placed()
    await expect.poll(async () => (await file.snapshot()).selection).toEqual([node?.id])
    await file.close()
  })

  it.runIf(DEEP)(
    'is as fluent with many layers: few rows are drawn, and it can be cancelled',
    async () => {
      const file = await openPlaced(desk, ['png'])
      const [node] = await file.placed()
      if (node === undefined) throw new Error('nothing was placed')
      const copies = times(200, 1500)
      await file.page.evaluate(
        ([id, count]) => {
          for (let copy = 0; copy < count; copy++) {
            window.preview.host.edit({ type: 'duplicate-node', id })
          }
        },
        [node.id, copies] as const,
      )
      bump(desk, 'png')
      await file.run('update-assets')
      const count = (copies + 1).toLocaleString('en')
      await file.status.filter({ hasText: `${count} layers have a newer version` }).waitFor()
      expect(await rows(file).count()).toBeLessThan(40)
      await rows(file).first().hover()
      await file.page.mouse.wheel(0, 60_000)
      await expect
        .poll(() => rows(file).first().getAttribute('aria-posinset').then(Number))
        .toBeGreaterThan(100)
      expect(await rows(file).count()).toBeLessThan(40)
      await screenshot(file, 'update-many')
      await updateAll(file).click()
      await file.plugin.getByRole('progressbar', { name: 'Updating layers' }).waitFor()
      await screenshot(file, 'update-progress')
      await file.plugin.getByRole('button', { name: 'Cancel' }).click()
      await file.status.filter({ hasText: 'Cancelled' }).waitFor()
      const versions = (await file.placed()).map(versionOf)
      expect(new Set(versions).size).toBe(2)
      await file.close()
    },
  )

  it.each(some(THEMES, 1))('fits a narrow window in the %s theme', async (theme) => {
    const file = await openPlaced(desk, ['svg', 'png'], theme)
    for (const each of await file.placed()) {
      await file.edit({
        type: 'rename-node',
        id: each.id,
        name: `${each.name} in the header of the landing page, second version`,
      })
    }
    bump(desk, 'svg')
    bump(desk, 'png')
    await file.run('update-assets')
    await rows(file).first().waitFor()
    await file.page.locator('iframe').evaluate((frame) => {
      frame.style.width = '280px'
      if (frame.parentElement !== null) frame.parentElement.style.width = '280px'
    })
    await rows(file).nth(1).locator('img').nth(1).waitFor()
    await screenshot(file, `update-narrow-${theme}`)
    const overflow = await file.plugin
      .getByRole('region', { name: 'Update placed assets' })
      .evaluate((region) => region.scrollWidth - region.clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await file.close()
  })
})
