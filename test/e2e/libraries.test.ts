import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk, type OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import {
  apply,
  COUNT,
  INK_ID,
  KIT_ID,
  openKit,
  openOptions,
  review,
  SIGNAL,
  stylesOf,
  syncAs,
} from './syncing.ts'

let desk: Desk
let file: OpenFile
beforeAll(async () => {
  desk = await openDesk()
  file = await openKit(desk)
})
afterAll(() => desk.close())

async function show(name: 'Brand library' | 'Sample file'): Promise<void> {
  const { page, plugin } = file
  await page.getByRole('combobox', { name: /^File/ }).selectOption(name)
  await expect.poll(async () => (await file.snapshot()).name).toBe(name)
  expect(await page.locator('iframe').count()).toBe(0)
  await file.run('open')
  await plugin.getByText('Ink', { exact: true }).waitFor()
}

const publish = (): Promise<void> => file.page.getByRole('button', { name: 'Publish' }).click()

async function keys(): Promise<Readonly<Record<string, string>>> {
  const { collections } = await file.snapshot()
  const variables = collections.flatMap((collection) => collection.variables)
  return Object.fromEntries(variables.map(({ name, key }) => [name.replace(/.*\//, ''), key]))
}

describe('a team’s library', () => {
  it('is synced and published in its own file', async () => {
    await show('Brand library')
    await openOptions(file)
    await file.plugin.getByLabel('Sync as').selectOption({ label: 'Variables' })
    await review(file)
    await apply(file)
    await publish()
    expect(Object.keys(await keys())).toHaveLength(COUNT)
  })

  it('gives its colors to another file, whose layers stay linked to it', async () => {
    const published = await keys()
    await show('Sample file')
    const { plugin, status } = file
    const layer = (await file.layers()).find(({ name }) => name === 'Button')
    await file.select([layer?.id ?? ''])
    const row = plugin.getByRole('button', { name: /^Ink/ })
    await expect.poll(() => row.getAttribute('title')).toContain('In Brand library')
    await screenshot(file, 'library-colors')
    await file.clearWrites()
    await row.click()
    await expect.poll(() => status.textContent()).toContain('from Brand library.')
    const [write] = await file.writes()
    expect(write?.op).toBe('set fills')
    const { collections } = await file.snapshot()
    const [variable] = collections[0]?.variables ?? []
    expect(collections[0]?.remote).toBe(true)
    expect(variable?.key).toBe(published['Ink'])
    expect(JSON.stringify(write?.value)).toContain(variable?.id ?? 'none')
  })

  it('spares that file copies of its own, unless they are asked for', async () => {
    const { plugin } = file
    await file.clearWrites()
    await review(file)
    await plugin.getByText(`This file can use ${COUNT} colors of Brand library.`).waitFor()
    await screenshot(file, 'library-review')
    await plugin.getByRole('button', { name: 'Use library colors' }).click()
    await plugin.getByText('No layer uses this file’s own colors.').waitFor()
    await plugin.getByRole('button', { name: 'Cancel' }).click()
    expect(await file.writes()).toEqual([])
    await review(file)
    await openOptions(file)
    await syncAs(file, 'Styles')
    await apply(file)
    expect(stylesOf(await file.snapshot())).toHaveLength(COUNT)
  })

  it('takes the place of copies that layers use, after a look, and of none without', async () => {
    const { plugin, status } = file
    const styles = stylesOf(await file.snapshot())
    const used = styles.find(({ name }) => name === SIGNAL)
    const layers = (await file.layers()).filter(({ name }) => name.startsWith('Swatch'))
    for (const { id } of layers) {
      await file.edit({ type: 'use-style', id, styleId: used?.id ?? '' })
    }
    await file.clearWrites()
    await plugin.getByRole('button', { name: 'Use library colors' }).click()
    await plugin.getByText(`${layers.length} layers on Launch page`).waitFor()
    expect(await file.writes()).toEqual([])
    await screenshot(file, 'library-move')
    await plugin.getByRole('button', { name: 'Apply changes' }).click()
    await expect
      .poll(() => status.textContent())
      .toContain(`${layers.length} layers put on colors of Brand library.`)
    const ops = (await file.writes()).map(({ op }) => op)
    expect(ops).toEqual([...layers.map(() => 'set fills'), 'setSharedPluginData'])
    await plugin.getByRole('button', { name: `Delete ${COUNT} unused colors` }).click()
    await expect.poll(async () => stylesOf(await file.snapshot())).toEqual([])
  })

  it('is told what is left to publish once the brand has changed', async () => {
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: INK_ID, value: '#123456' })
    await show('Brand library')
    await review(file)
    await apply(file)
    expect(await file.status.textContent()).toContain('To publish in Figma’s Libraries: 1 changed.')
  })

  it('tells a file that uses it what is new, until its updates are taken', async () => {
    const { page, status } = file
    await publish()
    await show('Sample file')
    await status
      .filter({ hasText: 'Brand library: 1 color changed. Take its updates in Figma.' })
      .waitFor()
    await screenshot(file, 'library-news')
    await page.getByRole('button', { name: 'Take updates' }).click()
    await file.run('open')
    await expect
      .poll(() => file.plugin.getByRole('button', { name: /^Ink/ }).getAttribute('title'))
      .toContain('In Brand library')
    expect(await status.textContent()).not.toContain('changed')
  })
})
