import { describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { some } from '../deep.ts'
import { assetNameAt, openAssetsTab, scrollBy, tile } from './assets-tab.ts'
import type { OpenFile } from './desk.ts'
import { resizeWindow } from './resize-window.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

const openAssets = () => openAssetsTab(desk)
const nameAt = (index: number) => assetNameAt(desk, index)

describe('with layers selected on the canvas', () => {
  async function selectShape(file: OpenFile): Promise<string> {
    const shape = (await file.layers()).find(({ name }) => name === 'Hero picture')
    if (shape === undefined) throw new Error('the sample design has changed')
    await file.select([shape.id])
    await action(file, 'Fill selection').waitFor()
    return shape.id
  }

  const action = (file: OpenFile, name: 'Fill selection' | 'Replace'): Locator =>
    file.plugin.getByRole('button', { name, exact: true })

  async function fillOf(file: OpenFile, id: string): Promise<string | undefined> {
    return (await file.layers()).find((layer) => layer.id === id)?.fills[0]?.type
  }

  /** An asset on the canvas, its layer still selected, as it is after a click. */
  async function placeFirst(file: OpenFile): Promise<string> {
    await tile(file, nameAt(0)).click()
    await file.status.filter({ hasText: 'placed' }).waitFor()
    await action(file, 'Replace').waitFor()
    const [layer] = await file.placed()
    if (layer === undefined) throw new Error('nothing was placed')
    return layer.id
  }

  it('Fill selection makes the next click a fill, and the one after it a placement', async () => {
    const file = await openAssets()
    const shape = await selectShape(file)
    const { length } = await file.layers()
    await action(file, 'Fill selection').click()
    expect(await action(file, 'Fill selection').getAttribute('aria-pressed')).toBe('true')
    await file.plugin.getByText('Choose a picture to fill the selection').waitFor()
    await screenshot(file, 'assets-fill')
    await tile(file, nameAt(3)).click()
    await expect.poll(() => fillOf(file, shape)).toBe('IMAGE')
    expect(await file.layers()).toHaveLength(length)
    expect(await action(file, 'Fill selection').getAttribute('aria-pressed')).toBe('false')
    await tile(file, nameAt(4)).click()
    await expect.poll(async () => (await file.layers()).length).toBeGreaterThan(length)
    await file.close()
  })

  it('a second click on Fill selection, and Escape, take back what the next click does', async () => {
    const file = await openAssets()
    await selectShape(file)
    const fill = action(file, 'Fill selection')
    await fill.click()
    await fill.click()
    expect(await fill.getAttribute('aria-pressed')).toBe('false')
    await fill.click()
    await tile(file, nameAt(3)).focus()
    await file.page.keyboard.press('Escape')
    expect(await fill.getAttribute('aria-pressed')).toBe('false')
    await file.close()
  })

  it('Fill selection uses the selected asset at once', async () => {
    const file = await openAssets()
    const shape = await selectShape(file)
    await tile(file, nameAt(3)).click({ modifiers: ['ControlOrMeta'] })
    expect(await action(file, 'Fill selection').getAttribute('aria-pressed')).toBeNull()
    await action(file, 'Fill selection').click()
    await file.status.filter({ hasText: `“${nameAt(3)}” put in 1 layer.` }).waitFor()
    expect(await fillOf(file, shape)).toBe('IMAGE')
    await file.close()
  })

  it('Replace shows the selected asset at once in what was placed before', async () => {
    const file = await openAssets()
    const id = await placeFirst(file)
    await tile(file, nameAt(3)).click({ modifiers: ['ControlOrMeta'] })
    await action(file, 'Replace').click()
    await file.status.filter({ hasText: `“${nameAt(3)}” put in 1 layer.` }).waitFor()
    expect((await file.placed()).map((layer) => [layer.id, layer.name])).toEqual([[id, nameAt(3)]])
    await file.close()
  })

  it('a click with Alt fills them, and the next one without it places', async () => {
    const file = await openAssets()
    const shape = await selectShape(file)
    const { length } = await file.layers()
    await tile(file, nameAt(3)).click({ modifiers: ['Alt'] })
    await expect.poll(() => fillOf(file, shape)).toBe('IMAGE')
    expect(await file.layers()).toHaveLength(length)
    await tile(file, nameAt(4)).click()
    await expect.poll(async () => (await file.layers()).length).toBeGreaterThan(length)
    await file.close()
  })

  it('the details of an asset offer Fill selection in place of the bar', async () => {
    const file = await openAssets()
    const shape = await selectShape(file)
    await tile(file, nameAt(3)).focus()
    await file.page.keyboard.press('Space')
    const dialog = file.plugin.getByRole('dialog')
    await dialog.waitFor()
    expect(await action(file, 'Fill selection').count()).toBe(1)
    await dialog.getByRole('button', { name: 'Fill selection' }).click()
    await expect.poll(() => fillOf(file, shape)).toBe('IMAGE')
    await file.close()
  })

  it.each(some([640, 300], 1))(
    'the bar hides no row at the end of a list %i px wide',
    async (width) => {
      desk.cliquify.configure({ assetCount: 20 })
      const file = await openAssets()
      await resizeWindow(file, width, 500)
      await placeFirst(file)
      await action(file, 'Replace').click()
      await file.plugin.getByText('Choose a picture to replace the selection').waitFor()
      await scrollBy(file, 5000)
      const last = tile(file, nameAt(-1))
      await last.waitFor()
      const bar = file.plugin.getByRole('group', { name: 'Selection' })
      await expect
        .poll(async () => {
          const [under, over] = await Promise.all([last.boundingBox(), bar.boundingBox()])
          return under !== null && over !== null && under.y + under.height <= over.y
        })
        .toBe(true)
      await file.close()
    },
  )
})
