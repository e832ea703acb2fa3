import { describe, expect, it } from 'vitest'
import type { OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import {
  apply,
  COUNT,
  KIT,
  KIT_ID,
  openKit,
  openOptions,
  openSynced,
  review,
  SIGNAL_ID,
  signalOf,
  stylesOf,
  syncAs,
  variablesOf,
} from './syncing.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

describe('the sync options', () => {
  it('are folded away by Escape, with the focus where they are opened', async () => {
    const file = await openKit(desk)
    await review(file)
    await openOptions(file)
    await file.plugin.getByLabel('Sync as').focus()
    await file.page.keyboard.press('Escape')
    const options = file.plugin.locator('summary').filter({ hasText: 'Sync options' })
    expect(await options.evaluate((summary) => summary === document.activeElement)).toBe(true)
    expect(await file.plugin.getByLabel('Sync as').isVisible()).toBe(false)
    // What is behind them is left by another one.
    await file.plugin.getByRole('heading', { name: 'Review changes' }).waitFor()
    await file.page.keyboard.press('Escape')
    await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
    await file.close()
  })

  it('preview the names, and rename in place what was synced with others', async () => {
    const file = await openSynced(desk)
    const ids = stylesOf(await file.snapshot()).map(({ id }) => id)
    await openOptions(file)
    await file.plugin.getByText('Northwind Studio/Primary/Ink').waitFor()
    await file.plugin
      .getByRole('combobox', { name: 'Folder prefix' })
      .selectOption({ label: 'Custom text' })
    await file.plugin.getByLabel('Custom prefix').fill('Brand')
    await file.plugin.getByLabel('Group by palette').uncheck()
    await file.plugin.getByText('Brand/Ink', { exact: true }).waitFor()
    await screenshot(file, 'sync-options')
    await review(file)
    await file.plugin.getByRole('heading', { name: `Renamed ${COUNT}` }).waitFor()
    await apply(file)
    const renamed = stylesOf(await file.snapshot())
    expect(renamed.map(({ id }) => id)).toEqual(ids)
    expect(renamed.map(({ name }) => name)).toContain('Brand/Signal')
    await file.close()
  })

  it('make variables of colors in a collection of the kit’s own', async () => {
    const file = await openKit(desk)
    await review(file)
    await openOptions(file)
    await syncAs(file, 'Variables')
    await apply(file)
    const document = await file.snapshot()
    expect(variablesOf(document)).toHaveLength(COUNT)
    expect(stylesOf(document)).toEqual([])
    expect(document.collections.map(({ name }) => name)).toContain(KIT)
    await file.close()
  })

  it('make styles bound to variables, and a change of the target doubles nothing', async () => {
    const file = await openSynced(desk)
    const ids = stylesOf(await file.snapshot()).map(({ id }) => id)
    await reviewAs(file, 'Styles and variables')
    await apply(file)
    const both = await file.snapshot()
    expect(stylesOf(both).map(({ id }) => id)).toEqual(ids)
    expect(variablesOf(both)).toHaveLength(COUNT)

    const variables = variablesOf(both).map(({ id }) => id)
    await file.clearWrites()
    await openOptions(file)
    await file.plugin.getByLabel('Sync as').selectOption({ label: 'Variables' })
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.status.filter({ hasText: 'up to date' }).waitFor()
    expect(await file.writes()).toEqual([])
    const again = await file.snapshot()
    expect(variablesOf(again).map(({ id }) => id)).toEqual(variables)
    expect(stylesOf(again).map(({ id }) => id)).toEqual(ids)
    await file.close()
  })
})

/** Opens a review with another target; there may be nothing to review with the one before. */
async function reviewAs(file: OpenFile, label: string): Promise<void> {
  await openOptions(file)
  await file.plugin.getByLabel('Sync as').selectOption({ label })
  await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
  await file.plugin.getByRole('heading', { name: 'Review changes' }).waitFor()
}

describe('the command “Sync brand colors”', () => {
  it('syncs without a window what needs no decision, and tells the result', async () => {
    const file = await openSynced(desk)
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: SIGNAL_ID, value: '#0f0' })
    await file.run('sync-colors')
    await file.page.getByText('1 brand color updated.').waitFor()
    expect((await signalOf(file)).paints[0]?.color).toEqual({ r: 0, g: 1, b: 0 })

    await file.clearWrites()
    await file.run('sync-colors')
    await file.page.getByText('Cliquify colors are up to date.').waitFor()
    expect(await file.writes()).toEqual([])

    // A merged branch brings styles, but not what was noted of them.
    const lost = { namespace: 'cliquify', key: `made-${KIT_ID}`, value: '' }
    await file.edit({ type: 'note', id: '0:0', ...lost })
    await file.run('sync-colors')
    await expect.poll(async () => (await file.writes()).length).toBe(2)
    expect((await file.snapshot()).sharedPluginData['cliquify']?.[lost.key]).toMatch(/colors/)
    await file.close()
  })

  it('opens the review where there is something to decide', async () => {
    const file = await openSynced(desk)
    desk.cliquify.edit({ type: 'remove-color', kitId: KIT_ID, colorId: SIGNAL_ID })
    await file.run('sync-colors')
    await file.plugin.getByRole('heading', { name: 'Removed in Cliquify 1' }).waitFor()
    expect(await file.writes()).toEqual([])
    await file.close()
  })

  it('opens the review before the first sync of a kit', async () => {
    const file = await openKit(desk)
    await file.run('sync-colors')
    await file.plugin.getByRole('button', { name: 'Apply changes' }).waitFor()
    expect(stylesOf(await file.snapshot())).toEqual([])
    await file.close()
  })

  it('opens the window to connect', async () => {
    const file = await desk.openFile({ command: 'sync-colors' })
    await file.plugin.getByLabel('Client ID').waitFor()
    await file.connect()
    await file.plugin.getByRole('button', { name: 'Apply changes' }).waitFor()
    await file.close()
  })
})
