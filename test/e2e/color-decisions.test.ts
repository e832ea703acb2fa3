import { describe, expect, it } from 'vitest'
import { resizeWindow } from './resize-window.ts'
import { screenshot } from './screenshot.ts'
import {
  apply,
  COUNT,
  INK_ID,
  keep,
  KIT_ID,
  openKit,
  openOptions,
  openSynced,
  review,
  SIGNAL,
  SIGNAL_ID,
  signalOf,
  stylesOf,
  syncAs,
  LINK,
} from './syncing.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

/** Two more colors of the kit. */
const OTHER_IDS = [1203, 1204]
const BLUE = { r: 0, g: 0, b: 1 }

/** As a designer does, on two pages. */
const USE_SIGNAL = `(async () => {
  const style = (await figma.getLocalPaintStylesAsync()).find(({ name }) => name === '${SIGNAL}')
  const layers = [figma.createRectangle(), figma.createRectangle()]
  figma.createPage().appendChild(layers[1])
  for (const layer of layers) await layer.setFillStyleIdAsync(style.id)
  figma.closePlugin()
})()`

describe('a color that was edited in Figma', () => {
  it('is kept, and written only for a person who takes Cliquify’s', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    await file.edit({ type: 'paint-style', id, color: BLUE })
    await review(file)
    await file.plugin.getByRole('heading', { name: 'Edited in Figma 1' }).waitFor()
    await keep(file)
    expect(await file.writes()).toEqual([])
    expect((await signalOf(file)).paints[0]?.color).toEqual(BLUE)

    await review(file)
    await file.plugin.getByLabel('Use Cliquify’s').check()
    await apply(file)
    // Its link is as it was: only the paint differed.
    expect(await file.writes()).toMatchObject([
      { op: 'set paints', target: id },
      { op: 'setSharedPluginData' },
    ])
    expect((await signalOf(file)).paints[0]?.color?.r).toBe(1)
    expect((await signalOf(file)).id).toBe(id)
    await file.close()
  })
})

describe('a color that changed on both sides', () => {
  it('is kept by default, and taken where a person says so', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    await file.edit({ type: 'paint-style', id, color: BLUE })
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: SIGNAL_ID, value: '#0f0' })
    await review(file)
    await file.plugin.getByRole('heading', { name: 'Conflict 1' }).waitFor()
    await screenshot(file, 'sync-conflict')
    const side = (name: string) => file.plugin.getByRole('radio', { name, exact: true })
    expect(await side('Keep Figma’s #0000FF').isChecked()).toBe(true)
    await side('Use Cliquify’s #00FF00').check()
    await file.plugin.getByText('1 change', { exact: true }).waitFor()
    await side('Keep Figma’s #0000FF').check()
    await keep(file)
    expect(await file.writes()).toEqual([])
    expect((await signalOf(file)).paints[0]?.color).toEqual(BLUE)

    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: INK_ID, value: '#222' })
    await review(file)
    await apply(file)
    expect((await signalOf(file)).paints[0]?.color).toEqual(BLUE)
    await file.status.filter({ hasText: /^1 kept as in Figma\. 1 style updated\./ }).waitFor()

    await review(file)
    await file.plugin.getByLabel('Use Cliquify’s').check()
    await file.clearWrites()
    await apply(file)
    expect((await file.writes()).slice(0, 3)).toMatchObject(
      ['set paints', ...LINK].map((op) => ({ op, target: id })),
    )
    expect(await file.writes()).toHaveLength(4)
    expect((await signalOf(file)).paints[0]?.color).toEqual({ r: 0, g: 1, b: 0 })
    await file.close()
  })
})

describe('what was kept', () => {
  it('is told in sight and once, in the status, which leaves the list where it is', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    await resizeWindow(file, 300, 360)
    await file.edit({ type: 'paint-style', id, color: BLUE })
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: SIGNAL_ID, value: '#0f0' })
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: INK_ID, value: '#222' })
    await review(file)
    const panel = file.plugin.getByRole('tabpanel')
    await panel.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await apply(file)
    await file.status.filter({ hasText: /^1 kept as in Figma/ }).waitFor()
    expect(await file.plugin.getByText('kept as in Figma').count()).toBe(1)
    const search = file.plugin.getByRole('searchbox', { name: 'Search' })
    const [first, view] = [await search.boundingBox(), await panel.boundingBox()]
    expect((first?.y ?? Infinity) - (view?.y ?? 0)).toBeLessThan(24)
    await file.close()
  })
})

describe('a color that was removed in Cliquify', () => {
  it('stays until a person ticks its deletion', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    desk.cliquify.edit({ type: 'remove-color', kitId: KIT_ID, colorId: SIGNAL_ID })
    await review(file)
    await file.plugin.getByRole('heading', { name: 'Removed in Cliquify 1' }).waitFor()
    await keep(file)
    expect(stylesOf(await file.snapshot())).toHaveLength(COUNT)
    expect(await file.writes()).toEqual([])

    await review(file)
    await file.plugin.getByLabel(/Delete this style/).check()
    await apply(file)
    expect(await file.writes()).toMatchObject([
      { op: 'remove', target: id },
      // When it was synced, and which colors have been in the file.
      { op: 'setSharedPluginData' },
      { op: 'setSharedPluginData' },
    ])
    const left = stylesOf(await file.snapshot())
    expect(left).toHaveLength(COUNT - 1)
    expect(left.map(({ name }) => name)).not.toContain(SIGNAL)
    await file.close()
  })

  it('says of each whether its style, its variable or both would be deleted, and what uses it', async () => {
    const file = await openKit(desk)
    await review(file)
    await openOptions(file)
    await syncAs(file, 'Styles and variables')
    await apply(file)
    await file.runCode(USE_SIGNAL)
    await file.run('open')
    await file.plugin.getByText('Signal', { exact: true }).waitFor()
    const ink = stylesOf(await file.snapshot()).find(({ name }) => name.endsWith('/Ink'))
    await file.edit({ type: 'remove-style', id: ink?.id ?? '' })
    for (const colorId of [INK_ID, SIGNAL_ID]) {
      desk.cliquify.edit({ type: 'remove-color', kitId: KIT_ID, colorId })
    }
    await review(file)
    const of = (name: string): string => `: Northwind Studio/Primary/${name}`
    await file.plugin.getByLabel(`Delete this variable${of('Ink')}`, { exact: true }).waitFor()
    const both = `Delete this style and variable${of('Signal')}`
    await file.plugin.getByLabel(both, { exact: true }).waitFor()
    await file.plugin.getByText('used by 0 layers').waitFor()
    await file.plugin.getByText('used by 2 layers').waitFor()
    await screenshot(file, 'review-removed')
    await file.close()
  })
})

describe('a choice for all of an outcome', () => {
  it('takes, keeps or deletes each of them', async () => {
    const file = await openSynced(desk)
    const synced = stylesOf(await file.snapshot())
    for (const colorId of [INK_ID, SIGNAL_ID]) {
      desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId, value: '#0f0' })
    }
    const conflicting = synced.filter(({ name }) => /Ink$|Signal$/.test(name))
    for (const { id } of conflicting) await file.edit({ type: 'paint-style', id, color: BLUE })
    for (const colorId of OTHER_IDS) {
      desk.cliquify.edit({ type: 'remove-color', kitId: KIT_ID, colorId })
    }
    await review(file)
    await file.plugin.getByRole('heading', { name: 'Conflict 2' }).waitFor()
    await file.plugin.getByRole('heading', { name: 'Removed in Cliquify 2' }).waitFor()
    await file.plugin.getByRole('button', { name: 'Use all Cliquify’s' }).click()
    await file.plugin.getByText('2 changes', { exact: true }).waitFor()
    await file.plugin.getByRole('button', { name: 'Keep all Figma’s' }).click()
    await file.plugin.getByLabel('Delete all 2').check()
    await file.plugin.getByText('2 changes', { exact: true }).waitFor()
    await file.plugin.getByRole('button', { name: 'Use all Cliquify’s' }).click()
    await file.plugin.getByText('4 changes', { exact: true }).waitFor()
    await file.clearWrites()
    await apply(file)
    const left = stylesOf(await file.snapshot())
    expect(left).toHaveLength(COUNT - OTHER_IDS.length)
    for (const { id } of conflicting) {
      const paint = left.find((style) => style.id === id)?.paints[0]
      expect(paint?.color).toEqual({ r: 0, g: 1, b: 0 })
    }
    const removed = (await file.writes()).filter(({ op }) => op === 'remove')
    expect(removed).toHaveLength(OTHER_IDS.length)
    await file.close()
  })
})

describe('a style that a person made earlier under the same name', () => {
  it('is linked, and keeps its id', async () => {
    const file = await openKit(desk)
    await file.edit({ type: 'create-style', name: SIGNAL, color: BLUE })
    const made = (await file.snapshot()).paintStyles.find(({ name }) => name === SIGNAL)
    await review(file)
    await file.plugin.getByRole('heading', { name: 'Linked 1' }).waitFor()
    await file.plugin.getByLabel('Filter by outcome').selectOption({ label: 'Linked (1)' })
    expect(await file.plugin.getByRole('heading', { name: /^New/ }).count()).toBe(0)
    await file.clearWrites()
    await apply(file)
    const written = (await file.writes()).filter(({ target }) => target === made?.id)
    expect(written.map(({ op }) => op)).toEqual(['set paints', ...LINK])
    expect((await signalOf(file)).paints[0]?.color?.r).toBe(1)
    expect((await signalOf(file)).id).toBe(made?.id)
    expect(stylesOf(await file.snapshot())).toHaveLength(COUNT)
    await file.close()
  })
})
