import { describe, expect, it } from 'vitest'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { DEEP, times } from '../deep.ts'
import { openAssetsTab } from './assets-tab.ts'
import type { OpenFile } from './desk.ts'
import { dragTile } from './drag-tile.ts'
import { imageSizeOf, provenanceOf, samples } from './placed.ts'
import { screenshot } from './screenshot.ts'
import { COUNT, KIT_ID, openKit, review, stylesOf } from './syncing.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

async function click(file: OpenFile, name: string): Promise<void> {
  await file.plugin.getByRole('button', { name, exact: true }).click()
}

async function layerNamed(file: OpenFile, name: string): Promise<NodeSnapshot> {
  const layer = (await file.layers()).find((each) => each.name === name)
  if (layer === undefined) throw new Error(`no layer is named ${name}`)
  return layer
}

describe('with layers selected', () => {
  it('a fill shows an SVG as a crisp picture on each shape, and says what it left', async () => {
    const [icon] = samples(desk, 'svg', 1)
    if (icon === undefined) return
    const file = await openAssetsTab(desk)
    const hero = await layerNamed(file, 'Hero picture')
    const sun = await layerNamed(file, 'Sun')
    const text = (await file.layers()).find(({ type }) => type === 'TEXT')
    await file.select([hero.id, sun.id, text?.id ?? ''])
    const tile = file.plugin.getByRole('button', { name: icon.name, exact: true })
    await file.plugin.getByRole('button', { name: 'Fill selection' }).waitFor()
    await tile.click({ modifiers: ['Alt'] })
    await file.status
      .filter({ hasText: `“${icon.name}” put in 2 layers. Left as they are: 1 no shape or frame.` })
      .waitFor()
    for (const name of ['Hero picture', 'Sun']) {
      const layer = await layerNamed(file, name)
      expect(layer.fills).toMatchObject([{ type: 'IMAGE', scaleMode: 'FILL' }])
      const size = await imageSizeOf(file, layer)
      expect(size?.width).toBeGreaterThanOrEqual(hero.width * 2)
      expect(size?.height).toBeGreaterThanOrEqual(hero.height * 2)
    }
    await file.close()
  })

  it.runIf(DEEP)('a replacement of an SVG fill is as crisp as the fill was', async () => {
    const logos = desk.cliquify.brand.kits[0]?.logos.filter(({ format }) => format === 'svg')
    const [one, other] = logos ?? []
    if (one === undefined || other === undefined) throw new Error('too few SVG logos')
    const file = await openAssetsTab(desk)
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    const hero = await layerNamed(file, 'Hero picture')
    await file.select([hero.id])
    await file.plugin.getByRole('button', { name: 'Fill selection' }).waitFor()
    const tile = file.plugin.getByRole('button', { name: one.name, exact: true })
    await tile.click({ modifiers: ['Alt'] })
    await file.status.filter({ hasText: `“${one.name}” put in 1 layer.` }).waitFor()
    await file.plugin.getByRole('button', { name: 'Replace', exact: true }).click()
    await click(file, other.name)
    await file.status.filter({ hasText: `“${other.name}” put in 1 layer.` }).waitFor()
    const size = await imageSizeOf(file, await layerNamed(file, 'Hero picture'))
    expect(size?.width).toBeGreaterThanOrEqual(hero.width * 2)
    expect(size?.height).toBeGreaterThanOrEqual(hero.height * 2)
    await file.close()
  })

  it('a replacement keeps the size and the place of what was placed before', async () => {
    const [one, other] = samples(desk, 'png', 2)
    if (one === undefined || other === undefined) return
    const file = await openAssetsTab(desk)
    await click(file, one.name)
    await file.status.filter({ hasText: 'placed in' }).waitFor()
    const [before] = await file.placed()
    await file.plugin.getByRole('button', { name: 'Replace', exact: true }).click()
    await click(file, other.name)
    await file.status.filter({ hasText: `“${other.name}” put in 1 layer.` }).waitFor()
    const [after, second] = await file.placed()
    expect(second).toBeUndefined()
    expect(after).toMatchObject({ id: before?.id, name: other.name, width: before?.width })
    expect(after).toMatchObject({ absoluteX: before?.absoluteX, absoluteY: before?.absoluteY })
    expect(await imageSizeOf(file, after)).toEqual({ width: other.width, height: other.height })
    await file.close()
  })
})

describe('a drag with the pointer', () => {
  it('with Alt held fills the shape under it, and leaves what else it is', async () => {
    const [photo] = samples(desk, 'jpeg', 1)
    if (photo === undefined) return
    const file = await openAssetsTab(desk)
    const before = await layerNamed(file, 'Hero picture')
    const [x, y] = [before.absoluteX + before.width - 12, before.absoluteY + before.height / 2 + 40]
    const to = await file.toScreen(x, y)
    await file.page.keyboard.down('Alt')
    await dragTile(file, photo.name, to)
    await file.page.keyboard.up('Alt')
    await file.status.filter({ hasText: `“${photo.name}” put in 1 layer.` }).waitFor()
    const after = await layerNamed(file, 'Hero picture')
    expect(after).toMatchObject({
      id: before.id,
      width: before.width,
      height: before.height,
      absoluteX: before.absoluteX,
      cornerRadius: before.cornerRadius,
      fills: [{ type: 'IMAGE', scaleMode: 'FILL' }],
      relaunchData: { 'update-assets': '', open: '' },
    })
    expect(await imageSizeOf(file, after)).toEqual({ width: photo.width, height: photo.height })
    expect(provenanceOf(after)).toMatchObject({ assetId: String(photo.id), fill: true })
    await screenshot(file, 'placing-filled')
    await file.page.evaluate(() => window.preview.host.undo())
    expect((await layerNamed(file, 'Hero picture')).fills).toMatchObject([{ type: 'SOLID' }])
    await file.close()
  })

  it('into auto layout goes to the index under it, no wider than the room', async () => {
    const [photo] = samples(desk, 'png', 1)
    if (photo === undefined) return
    const file = await openAssetsTab(desk)
    const card = await layerNamed(file, 'Card')
    // Out from below the plugin's window.
    await file.page.mouse.move(320, 150)
    await file.page.mouse.wheel(420, 0)
    const picture = await layerNamed(file, 'Picture')
    const to = await file.toScreen(
      card.absoluteX + card.width / 2,
      picture.absoluteY + picture.height + 6,
    )
    await dragTile(file, photo.name, to)
    await file.status.filter({ hasText: 'placed in Card' }).waitFor()
    const { children } = await layerNamed(file, 'Card')
    const placed = children.find(({ name }) => name === photo.name)
    expect(children.map(({ name }) => name).slice(0, 2)).toEqual(['Picture', photo.name])
    expect(placed?.width).toBeLessThanOrEqual(240)
    expect((placed?.width ?? 0) / (placed?.height ?? 1)).toBeCloseTo(photo.width / photo.height, 1)
    await file.close()
  })
})

describe('placing while a long sync runs', () => {
  const more = times(100, 300)

  it('comes after it: one undo takes back the asset, the next one all colors', async () => {
    const [photo] = samples(desk, 'png', 1)
    if (photo === undefined) return
    for (let index = 0; index < more; index++) {
      const value = `#${(index * 25).toString(16).padStart(6, '0')}`
      const name = `Color ${String(index)}`
      desk.cliquify.edit({ type: 'add-color', kitId: KIT_ID, palette: 'Many', name, value })
    }
    const file = await openKit(desk)
    await file.plugin.getByRole('tab', { name: 'Assets' }).click()
    await file.plugin.getByRole('tabpanel').locator('img').first().waitFor()
    await file.plugin.getByRole('tab', { name: 'Colors' }).click()
    await review(file)
    const look = async () => [stylesOf(await file.snapshot()).length, (await file.placed()).length]
    const before = (await file.snapshot()).undoSteps

    // As fast as the window allows, so that the sync has hardly begun.
    const names = ['Apply changes', 'Assets', photo.name]
    await file.plugin.locator('body').evaluate(async (body, wanted) => {
      const button = (name: string): HTMLElement | undefined =>
        [...body.querySelectorAll('button')].find(
          (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
        )
      for (const name of wanted) {
        while (button(name) === undefined) await new Promise(requestAnimationFrame)
        button(name)?.click()
      }
    }, names)
    await expect.poll(look, { timeout: 15_000 }).toEqual([COUNT + more, 1])
    await expect.poll(async () => (await file.placed())[0]?.name).toBe(photo.name)
    expect((await file.snapshot()).undoSteps).toBe(before + 2)
    await file.page.evaluate(() => window.preview.host.undo())
    expect(await look()).toEqual([COUNT + more, 0])
    await file.page.evaluate(() => window.preview.host.undo())
    expect(await look()).toEqual([0, 0])
    expect(file.errors).toEqual([])
    await file.close()
  })
})
