import { describe, expect, it } from 'vitest'
import type { OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { recordOf } from './stored.ts'
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
  variablesOf,
  LINK,
  group,
  ops,
} from './syncing.ts'
import { useDesk } from './use-desk.ts'

const BLUE = { r: 0, g: 0, b: 1 }
const desk = useDesk()

describe('an outcome of the review', () => {
  it('“New” makes a style, complete and linked', async () => {
    const file = await openSynced(desk)
    const color = { palette: 'Primary', name: 'Coral', value: '#f08060' }
    desk.cliquify.edit({ type: 'add-color', kitId: KIT_ID, ...color })
    await review(file)
    await group(file, 'New 1')
    await file.plugin.getByText(`${COUNT} colors unchanged`).waitFor()
    expect(await file.writes()).toEqual([])
    await apply(file)
    expect(await ops(file)).toEqual([
      'createPaintStyle',
      'set name',
      'set paints',
      ...LINK,
      // When it was synced, and which colors have been in the file.
      ...['setSharedPluginData', 'setSharedPluginData'],
    ])
    expect(stylesOf(await file.snapshot()).map(({ name }) => name)).toContain(
      'Northwind Studio/Primary/Coral',
    )
    await file.close()
  })

  it('“Changed” repaints the style in place, and writes nothing else', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: SIGNAL_ID, value: '#00f' })
    await review(file)
    await group(file, 'Changed 1')
    await apply(file)
    expect(await ops(file)).toEqual(['set paints', ...LINK, 'setSharedPluginData'])
    expect(await signalOf(file)).toMatchObject({ id, paints: [{ color: BLUE }] })
    await file.close()
  })

  it('“Renamed” renames the style in place, and leaves its paint', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    desk.cliquify.edit({ type: 'rename-color', kitId: KIT_ID, colorId: SIGNAL_ID, name: 'Flare' })
    await review(file)
    await group(file, 'Renamed 1')
    await apply(file)
    expect(await ops(file)).toEqual(['set name', ...LINK, 'setSharedPluginData'])
    const renamed = stylesOf(await file.snapshot()).find((style) => style.id === id)
    expect(renamed?.name).toBe('Northwind Studio/Primary/Flare')
    await file.close()
  })

  it('“Link in doubt” keeps a style that has nothing but a link, until a person takes Cliquify’s', async () => {
    const file = await openSynced(desk)
    const { id, sharedPluginData } = await signalOf(file)
    await file.edit({ type: 'remove-style', id })
    await file.edit({ type: 'create-style', name: 'Mine/Navy', color: BLUE })
    const navy = (await file.snapshot()).paintStyles.find(({ name }) => name === 'Mine/Navy')
    if (navy === undefined) throw new Error('no style of mine')
    const link = recordOf(JSON.parse(sharedPluginData['cliquify']?.['color'] ?? ''))
    const value = JSON.stringify({ ...link, name: 'Mine/Navy', value: [0, 0, 1, 1] })
    await file.edit({ type: 'note', id: navy.id, namespace: 'cliquify', key: 'color', value })
    await review(file)
    await group(file, 'Link in doubt 1')
    await screenshot(file, 'colors-in-doubt')
    expect(await file.plugin.getByRole('radio', { name: 'Keep Figma’s' }).isChecked()).toBe(true)
    await keep(file)
    expect(await file.writes()).toEqual([])
    await review(file)
    await file.plugin.getByRole('radio', { name: 'Use Cliquify’s' }).check()
    await apply(file)
    expect(await signalOf(file)).toMatchObject({ id: navy.id, name: SIGNAL })
    await file.close()
  })

  it('“Deleted here” is made again, and what looks the same is linked, only where they are ticked', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    const ink = stylesOf(await file.snapshot()).find(({ name }) => name.endsWith('/Ink'))
    await file.edit({ type: 'remove-style', id })
    await file.edit({ type: 'rename-style', id: ink?.id ?? '', name: 'Mine/2026/Ink' })
    await file.edit({ type: 'create-style', name: 'Hand-made blue', color: BLUE })
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: INK_ID, value: '#0f0' })
    const blue = { palette: 'Support', name: 'Sea', value: '#0000ff' }
    desk.cliquify.edit({ type: 'add-color', kitId: KIT_ID, ...blue })
    await review(file)
    await group(file, 'New 1')
    await group(file, 'Deleted here 1')
    await file.plugin.getByText('It keeps its place here.').waitFor()
    await screenshot(file, 'review-deleted-alike')
    await file.plugin.getByLabel(/Use Hand-made blue, which looks the same/).check()
    await apply(file)
    const names = stylesOf(await file.snapshot()).map(({ name }) => name)
    expect(names).toContain('Mine/2026/Ink')
    expect(names).toContain('Northwind Studio/Support/Sea')
    expect(names).not.toContain(SIGNAL)
    expect((await file.snapshot()).paintStyles.map(({ name }) => name)).not.toContain(
      'Hand-made blue',
    )
    await review(file)
    await file.plugin.getByRole('checkbox', { name: /^Signal/ }).check()
    await apply(file)
    expect((await signalOf(file)).id).not.toBe(id)
    await file.close()
  })

  it('“Left out” is a new color that was unticked, until it is ticked again', async () => {
    const file = await openSynced(desk)
    for (const name of ['Coral', 'Moss', 'Plum']) {
      const value = name === 'Moss' ? '#6b7a3a' : '#f08060'
      desk.cliquify.edit({ type: 'add-color', kitId: KIT_ID, palette: 'Primary', name, value })
    }
    await review(file)
    await group(file, 'New 3')
    await file.plugin.getByRole('checkbox', { name: 'All 3' }).uncheck()
    await file.plugin.getByRole('checkbox', { name: /^Coral/ }).check()
    await apply(file)
    await file.status.filter({ hasText: '1 style created, 2 left out.' }).waitFor()
    expect(stylesOf(await file.snapshot())).toHaveLength(COUNT + 1)
    await file.clearWrites()
    await review(file)
    await group(file, 'Left out 2')
    for (const theme of ['Light', 'Dark']) {
      await file.page.getByLabel('Theme').selectOption({ label: theme })
      await screenshot(file, `review-left-out-${theme.toLowerCase()}`)
    }
    await file.plugin.getByRole('checkbox', { name: /^Moss/ }).check()
    await file.plugin.getByText('1 change', { exact: true }).waitFor()
    await apply(file)
    const names = stylesOf(await file.snapshot()).map(({ name }) => name)
    expect(names).toContain('Northwind Studio/Primary/Moss')
    expect(names).not.toContain('Northwind Studio/Primary/Plum')
    await file.close()
  })

  it('“unchanged” writes nothing, and is told at once, beside the time of the last sync', async () => {
    const file = await openSynced(desk)
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.status.filter({ hasText: 'Everything is up to date.' }).waitFor()
    await file.plugin.getByText(/synced · today at/).waitFor()
    expect(await file.plugin.getByRole('button', { name: 'Apply changes' }).count()).toBe(0)
    expect(await file.writes()).toEqual([])
    await file.close()
  })

  it('“Skipped” says why, and writes nothing', async () => {
    const file = await openSynced(desk)
    const signal = await signalOf(file)
    const value = 'linear-gradient(90deg, red, blue)'
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: SIGNAL_ID, value })
    await openOptions(file)
    await file.plugin.getByLabel('Sync as').selectOption({ label: 'Variables' })
    await review(file)
    await group(file, 'Skipped 1')
    await file.plugin.getByText('A variable cannot hold a gradient', { exact: false }).waitFor()
    await apply(file)
    const document = await file.snapshot()
    const variables = variablesOf(document)
    expect(variables).toHaveLength(COUNT - 1)
    expect(variables.map(({ name }) => name)).not.toContain(SIGNAL)
    expect(await signalOf(file)).toEqual(signal)
    const made = (await ops(file)).filter((op) => op.startsWith('createVariable'))
    expect(made).toHaveLength(COUNT)
    await file.plugin.getByText('1 color skipped').waitFor()
    await file.close()
  })
})

describe('a gradient of the brand', () => {
  it('becomes a gradient paint of the style, in place, and is then unchanged', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    const value = 'linear-gradient(90deg, #f00, #0000ff80)'
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: SIGNAL_ID, value })
    await review(file)
    await group(file, 'Changed 1')
    await screenshot(file, 'sync-gradient')
    await apply(file)
    expect(await signalOf(file)).toMatchObject({
      id,
      paints: [
        {
          type: 'GRADIENT_LINEAR',
          gradientStops: [
            { position: 0, color: { r: 1, a: 1 } },
            { position: 1, color: { b: 1 } },
          ],
        },
      ],
    })
    await file.clearWrites()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.status.filter({ hasText: 'up to date' }).waitFor()
    expect(await file.writes()).toEqual([])
    await file.close()
  })
})

describe('the list of colors', () => {
  const told = (file: OpenFile, name: string) =>
    file.plugin.getByRole('button', { name: new RegExp(`^${name} #`) }).getAttribute('title')

  it('tells of each color how it is linked to a file that the kit was synced into', async () => {
    const file = await openKit(desk)
    expect(await told(file, 'Signal')).not.toContain('this file')
    await review(file)
    await file.plugin.getByRole('checkbox', { name: 'Brass' }).uncheck()
    await apply(file)
    await expect.poll(() => told(file, 'Ink')).toContain('Synced into this file')
    expect(await told(file, 'Brass')).toContain('Left out of this file')
    await file.plugin.getByText(/^8 synced · today at \d/).waitFor()
    const { id } = await signalOf(file)
    await file.edit({ type: 'paint-style', id, color: { r: 0, g: 0, b: 1 } })
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    await file.plugin.getByRole('tab', { name: 'Colors' }).click()
    await expect.poll(() => told(file, 'Signal')).toContain('Other in this file')
    expect(await told(file, 'Ink')).toContain('Synced into this file')
    await screenshot(file, 'colors-linked')
    await file.close()
  })

  it('knows of an undo, and of one color that is synced by itself', async () => {
    const file = await openKit(desk)
    await review(file)
    await apply(file)
    await expect.poll(() => told(file, 'Ink')).toContain('Synced into this file')
    await file.plugin.getByRole('button', { name: 'Undo' }).click()
    await file.plugin.getByText('Not in this file yet.').waitFor()
    expect(await told(file, 'Ink')).not.toContain('this file')
    await file.close()
  })
})
