import { describe, expect, it } from 'vitest'
import { assetNameAt, openAssetsTab, scrollBy, tile } from './assets-tab.ts'
import { dragTile } from './drag-tile.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

const openAssets = () => openAssetsTab(desk)
const nameAt = (index: number) => assetNameAt(desk, index)

describe('a click', () => {
  it('places one, also when it is a double click, however fast', async () => {
    const file = await openAssets()
    const { mouse } = file.page
    const bePlaced = (name: string): Promise<void> =>
      file.status.filter({ hasText: `“${name}” placed` }).waitFor()
    await tile(file, nameAt(3)).dblclick()
    await bePlaced(nameAt(3))
    await tile(file, nameAt(4)).click()
    await bePlaced(nameAt(4))
    await mouse.down({ clickCount: 2 })
    await mouse.up({ clickCount: 2 })
    // By when the next one is there, a second of the others would be, too.
    await tile(file, nameAt(5)).click()
    await bePlaced(nameAt(5))
    const names = (await file.placed()).map(({ name }) => name)
    expect(names).toEqual([nameAt(3), nameAt(4), nameAt(5)])
    await file.close()
  })

  it('on a file that cannot be placed says why, and places nothing', async () => {
    const file = await openAssets()
    const pdf = desk.cliquify.brand.assets.find(({ format }) => format === 'pdf')
    if (pdf === undefined) throw new Error('the library has no PDF')
    await scrollBy(file, 900)
    await tile(file, pdf.name).click()
    await file.status.filter({ hasText: 'is a PDF, which Figma cannot place' }).waitFor()
    expect(await file.placed()).toEqual([])
    await file.close()
  })
})

describe('several', () => {
  it('are selected with Ctrl and Shift, and placed together', async () => {
    const file = await openAssets()
    await tile(file, nameAt(0)).click({ modifiers: ['ControlOrMeta'] })
    await tile(file, nameAt(3)).click({ modifiers: ['ControlOrMeta'] })
    await tile(file, nameAt(5)).click({ modifiers: ['Shift'] })
    await tile(file, nameAt(4)).click({ modifiers: ['ControlOrMeta'] })
    const bar = file.plugin.getByRole('group', { name: 'Selection' })
    await bar.getByText('3 selected').waitFor()
    expect(await tile(file, nameAt(3)).getAttribute('aria-pressed')).toBe('true')
    expect(await tile(file, nameAt(4)).getAttribute('aria-pressed')).toBe('false')
    expect(await file.placed()).toEqual([])
    await screenshot(file, 'assets-selected')
    await bar.getByRole('button', { name: 'Place', exact: true }).click()
    await expect
      .poll(async () => (await file.placed()).map(({ name }) => name).sort())
      .toEqual([nameAt(0), nameAt(3), nameAt(5)].sort())
    await bar.getByText('3 selected').waitFor({ state: 'detached' })
    await file.close()
  })

  it('that are placed end what the next click would have done, as Escape does', async () => {
    const file = await openAssets()
    const hero = (await file.layers()).find(({ name }) => name === 'Hero picture')
    if (hero === undefined) throw new Error('the sample document has no hero picture')
    await file.select([hero.id])
    await file.plugin.getByRole('button', { name: 'Fill selection' }).click()
    const hint = file.plugin.getByText('Choose a picture to fill the selection')
    await hint.waitFor()
    await file.page.keyboard.press('Escape')
    expect(await hint.count()).toBe(0)
    await file.plugin.getByRole('button', { name: 'Fill selection' }).click()
    await hint.waitFor()
    await tile(file, nameAt(0)).click({ modifiers: ['ControlOrMeta'] })
    const bar = file.plugin.getByRole('group', { name: 'Selection' })
    await bar.getByRole('button', { name: 'Place', exact: true }).click()
    await file.status.filter({ hasText: 'placed' }).waitFor()
    expect(await hint.count()).toBe(0)
    await file.close()
  })

  it('are selected by the mark that the pointer finds on a tile', async () => {
    const file = await openAssets()
    await tile(file, nameAt(1)).hover()
    await file.plugin.getByRole('checkbox', { name: `Select ${nameAt(1)}` }).check()
    await file.plugin.getByText('1 selected').waitFor()
    await file.plugin.getByRole('button', { name: 'Clear selection' }).click()
    await file.plugin.getByText('1 selected').waitFor({ state: 'detached' })
    // The button went, and the keys go on in the grid.
    const focused = file.plugin.locator(':focus')
    expect(await focused.getAttribute('aria-label')).toBe(nameAt(0))
    await file.close()
  })

  it('are all those shown with Ctrl-A', async () => {
    desk.cliquify.configure({ assetCount: 30 })
    const file = await openAssets()
    await tile(file, nameAt(0)).focus()
    await file.page.keyboard.press('ControlOrMeta+a')
    await file.plugin.getByText('30 selected').waitFor()
    await file.close()
  })

  it('go along when one of them is dragged', async () => {
    const file = await openAssets()
    await tile(file, nameAt(0)).click({ modifiers: ['ControlOrMeta'] })
    await tile(file, nameAt(1)).click({ modifiers: ['ControlOrMeta'] })
    await dragTile(file, nameAt(1), await file.toScreen(100, -150))
    await expect
      .poll(async () => (await file.placed()).map(({ name }) => name).sort())
      .toEqual([nameAt(0), nameAt(1)].sort())
    await file.plugin.getByText('2 selected').waitFor({ state: 'detached' })
    await file.close()
  })

  it('stay behind when another one is dragged', async () => {
    const file = await openAssets()
    await tile(file, nameAt(0)).click({ modifiers: ['ControlOrMeta'] })
    await dragTile(file, nameAt(2), await file.toScreen(100, -150))
    await expect
      .poll(async () => (await file.placed()).map(({ name }) => name))
      .toEqual([nameAt(2)])
    await file.close()
  })
})
