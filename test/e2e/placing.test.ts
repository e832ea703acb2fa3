import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { SampleItem } from '../cliquify/brand/brand.ts'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { DEEP, times } from '../deep.ts'
import { openDesk, type Desk, type OpenFile } from './desk.ts'
import { dragTile } from './drag-tile.ts'
import { readImageSize } from '../figma/image-size.ts'
import { screenshot } from './screenshot.ts'
import { COUNT, KIT_ID, openKit, review, stylesOf } from './syncing.ts'

/** The files themselves, but not their thumbnails. */
const FILES = '/media/assets/*'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterEach(() => desk.cliquify.reset())
afterAll(() => desk.close())

/** The Assets tab of a connected window, its tiles on screen. */
async function openAssets(): Promise<OpenFile> {
  const file = await desk.openConnected()
  await file.plugin.getByRole('tab', { name: 'Assets' }).click()
  await file.plugin.getByRole('tabpanel').locator('img').first().waitFor()
  return file
}

function provenanceOf(node: NodeSnapshot | undefined): Record<string, unknown> {
  const text = node?.sharedPluginData['cliquify']?.['asset'] ?? '{}'
  return JSON.parse(text) as Record<string, unknown>
}

/** Assets of the first page, by their format. */
function samples(format: SampleItem['format'], count: number): readonly SampleItem[] {
  const found = desk.cliquify.brand.assets
    .slice(0, 50)
    .filter((each) => each.format === format && Math.max(each.width, each.height) <= 4096)
  if (found.length < count) throw new Error(`the sample brand has too few assets in ${format}`)
  return found.slice(0, count)
}

async function click(file: OpenFile, name: string): Promise<void> {
  await file.plugin.getByRole('button', { name, exact: true }).click()
}

/** Selects tiles as a person does who scrolls down: only those near the window are there. */
async function selectTiles(file: OpenFile, wanted: readonly SampleItem[]): Promise<void> {
  const left = new Set(wanted.map(({ name }) => name))
  const panel = await file.plugin.getByRole('tabpanel').boundingBox()
  if (panel === null) throw new Error('the panel is not visible')
  for (let turn = 0; left.size > 0 && turn < 60; turn++) {
    for (const name of left) {
      const tile = file.plugin.getByRole('button', { name, exact: true })
      if ((await tile.count()) === 0) continue
      await tile.click({ modifiers: ['ControlOrMeta'] })
      left.delete(name)
    }
    await file.page.mouse.move(panel.x + panel.width / 2, panel.y + panel.height / 2)
    await file.page.mouse.wheel(0, 200)
    await file.page.waitForTimeout(100)
  }
  if (left.size > 0) throw new Error(`no tile was found for ${[...left].join(', ')}`)
}

async function imageIn(file: OpenFile, node: NodeSnapshot | undefined) {
  const hash = node?.fills.find(({ type }) => type === 'IMAGE')?.imageHash ?? ''
  const bytes = await file.page.evaluate(
    (given) => Array.from(window.preview.host.imageBytes(given) ?? []),
    hash,
  )
  return readImageSize(new Uint8Array(bytes))
}

function centre({ absoluteX, absoluteY, width, height }: NodeSnapshot): [number, number] {
  return [Math.round(absoluteX + width / 2), Math.round(absoluteY + height / 2)]
}

function overlap(one: NodeSnapshot, other: NodeSnapshot): boolean {
  return (
    one.absoluteX < other.absoluteX + other.width &&
    other.absoluteX < one.absoluteX + one.width &&
    one.absoluteY < other.absoluteY + other.height &&
    other.absoluteY < one.absoluteY + one.height
  )
}

async function layerNamed(file: OpenFile, name: string): Promise<NodeSnapshot> {
  const layer = (await file.layers()).find((each) => each.name === name)
  if (layer === undefined) throw new Error(`no layer is named ${name}`)
  return layer
}

describe('on a slow network', () => {
  it('the thumbnail shows at once, then the whole picture in the same layer', async () => {
    const [photo] = samples('png', 1)
    if (photo === undefined) return
    const file = await openAssets()
    desk.cliquify.addFault({ path: FILES, effect: { type: 'delay', ms: 3000 } })
    await click(file, photo.name)
    await expect.poll(async () => (await file.placed()).length).toBe(1)
    const [preview] = await file.placed()
    expect(preview?.name).toBe(`${photo.name} (preview)`)
    expect(provenanceOf(preview)).toMatchObject({ incomplete: true, version: null })
    expect((await imageIn(file, preview))?.width).toBeLessThan(photo.width)
    expect(await file.status.innerText()).not.toContain('placed')
    await screenshot(file, 'placing-preview')

    await file.status.filter({ hasText: `“${photo.name}” placed in` }).waitFor()
    const [whole] = await file.placed()
    expect(whole?.id).toBe(preview?.id)
    expect(whole?.name).toBe(photo.name)
    expect(await imageIn(file, whole)).toEqual({ width: photo.width, height: photo.height })
    if (preview === undefined || whole === undefined) return
    expect(centre(whole)).toEqual(centre(preview))
    expect(provenanceOf(whole)).toMatchObject({ assetId: String(photo.id), name: photo.name })
    await file.page.evaluate(() => window.preview.host.undo())
    expect(await file.placed()).toEqual([])
    await file.close()
  })

  it('an SVG becomes vectors where its thumbnail was, still selected', async () => {
    const [icon] = samples('svg', 1)
    if (icon === undefined) return
    const file = await openAssets()
    desk.cliquify.addFault({ path: FILES, effect: { type: 'delay', ms: 2000 } })
    await click(file, icon.name)
    await expect.poll(async () => (await file.placed())[0]?.type).toBe('RECTANGLE')
    const [preview] = await file.placed()
    await file.status.filter({ hasText: 'placed in' }).waitFor()
    const [vectors] = await file.placed()
    expect(vectors).toMatchObject({ type: 'FRAME', name: icon.name, fills: [] })
    expect(vectors?.children.length).toBeGreaterThan(0)
    expect((await file.snapshot()).selection).toEqual([vectors?.id])
    if (preview === undefined || vectors === undefined) return
    expect(centre(vectors)).toEqual(centre(preview))
    await file.close()
  })

  it('a file that fails leaves its thumbnail, and Retry completes that layer', async () => {
    const [photo] = samples('png', 1)
    if (photo === undefined) return
    const file = await openAssets()
    desk.cliquify.addFault({ path: FILES, effect: { type: 'status', status: 500, body: 'no' } })
    await click(file, photo.name)
    await file.alert.filter({ hasText: `“${photo.name}” shows only its preview` }).waitFor()
    await screenshot(file, 'placing-failed')
    const [preview] = await file.placed()
    desk.cliquify.clearFaults()
    await file.plugin.getByRole('button', { name: 'Retry', exact: true }).click()
    await file.status.filter({ hasText: 'placed in' }).waitFor()
    const placed = await file.placed()
    expect(placed.map(({ id, name }) => [id, name])).toEqual([[preview?.id, photo.name]])
    expect(await imageIn(file, placed[0])).toEqual({ width: photo.width, height: photo.height })
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })
})

describe('a network that goes in the middle of placing many', () => {
  it.runIf(DEEP)(
    'leaves each complete or with a Retry; none is lost, none doubled',
    async () => {
      const file = await openAssets()
      const photos = [...samples('png', times(6, 12)), ...samples('jpeg', times(5, 8))].sort(
        (one, other) => one.id - other.id,
      )
      desk.cliquify.addFault({ path: FILES, effect: { type: 'delay', ms: 4000 } })
      await selectTiles(file, photos)
      await file.plugin.getByRole('button', { name: 'Place', exact: true }).click()
      await expect
        .poll(async () => (await file.placed()).length, { timeout: 30_000 })
        .toBe(photos.length)
      await file.setOffline(true)
      desk.cliquify.setOffline(true)

      // Tiles out of sight are not in the document, so the failures told say when all has ended.
      await expect
        .poll(
          async () => {
            const left = incomplete(await file.placed()).length
            const told = file.alert.filter({ hasText: `${left} assets could not be placed` })
            return left > 2 && (await told.count()) > 0
          },
          { timeout: 30_000 },
        )
        .toBe(true)
      const before = await file.placed()
      const left = incomplete(before)
      expect(before).toHaveLength(photos.length)
      await screenshot(file, 'placing-many-offline')
      await file.plugin.getByText('Show each').click()
      expect(await file.plugin.getByRole('button', { name: 'Retry', exact: true }).count()).toBe(
        left.length,
      )
      await screenshot(file, 'placing-many-each')

      await file.setOffline(false)
      desk.cliquify.setOffline(false)
      desk.cliquify.clearFaults()
      await file.plugin.getByRole('button', { name: 'Retry all' }).click()
      await expect.poll(() => file.alert.count(), { timeout: 30_000 }).toBe(0)
      await expect
        .poll(async () => (await file.placed()).map(({ name }) => name).sort(), {
          timeout: 30_000,
        })
        .toEqual(photos.map(({ name }) => name).sort())
      const after = await file.placed()
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
      for (const layer of after) {
        const photo = photos.find(({ name }) => name === layer.name)
        expect(await imageIn(file, layer), layer.name).toEqual({
          width: photo?.width,
          height: photo?.height,
        })
      }
      await file.close()
    },
    120_000,
  )
})

describe('several', () => {
  it('lie side by side in reading order, all selected, as one undo step', async () => {
    const file = await openAssets()
    const photos = [...samples('png', 2), ...samples('svg', 1)]
    const names = photos.map(({ name }) => name)
    for (const name of names) {
      const tile = file.plugin.getByRole('button', { name, exact: true })
      await tile.click({ modifiers: ['ControlOrMeta'] })
    }
    await file.plugin.getByRole('button', { name: 'Place', exact: true }).click()
    await file.status.filter({ hasText: '3 assets placed in Launch page.' }).waitFor()
    const placed = await file.placed()
    expect(placed.map(({ name }) => name).sort()).toEqual([...names].sort())
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(index + 1)) expect(overlap(one, other)).toBe(false)
    }
    expect((await file.snapshot()).selection).toEqual(placed.map(({ id }) => id))
    await screenshot(file, 'placing-several')
    await file.page.evaluate(() => window.preview.host.undo())
    expect(await file.placed()).toEqual([])
    await file.close()
  })
})

describe('with layers selected', () => {
  it('a fill shows an SVG as a crisp picture on each shape, and says what it left', async () => {
    const [icon] = samples('svg', 1)
    if (icon === undefined) return
    const file = await openAssets()
    const hero = await layerNamed(file, 'Hero picture')
    const sun = await layerNamed(file, 'Sun')
    const text = (await file.layers()).find(({ type }) => type === 'TEXT')
    await file.select([hero.id, sun.id, text?.id ?? ''])
    const tile = file.plugin.getByRole('button', { name: icon.name, exact: true })
    await file.plugin.getByRole('button', { name: 'Fill selection' }).waitFor()
    await tile.click({ modifiers: ['Alt'] })
    await file.status
      .filter({ hasText: `“${icon.name}” fills 2 layers. Left as they are: 1 no shape or frame.` })
      .waitFor()
    for (const name of ['Hero picture', 'Sun']) {
      const layer = await layerNamed(file, name)
      expect(layer.fills).toMatchObject([{ type: 'IMAGE', scaleMode: 'FILL' }])
      const size = await imageIn(file, layer)
      expect(size?.width).toBeGreaterThanOrEqual(hero.width * 2)
      expect(size?.height).toBeGreaterThanOrEqual(hero.height * 2)
    }
    await file.close()
  })

  it.runIf(DEEP)('a replacement of an SVG fill is as crisp as the fill was', async () => {
    const logos = desk.cliquify.brand.kits[0]?.logos.filter(({ format }) => format === 'svg')
    const [one, other] = logos ?? []
    if (one === undefined || other === undefined) throw new Error('too few SVG logos')
    const file = await openAssets()
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    const hero = await layerNamed(file, 'Hero picture')
    await file.select([hero.id])
    await file.plugin.getByRole('button', { name: 'Fill selection' }).waitFor()
    const tile = file.plugin.getByRole('button', { name: one.name, exact: true })
    await tile.click({ modifiers: ['Alt'] })
    await file.status.filter({ hasText: `“${one.name}” fills 1 layer.` }).waitFor()
    await file.plugin.getByRole('button', { name: 'Replace', exact: true }).click()
    await click(file, other.name)
    await file.status.filter({ hasText: `“${other.name}” now shows in 1 layer.` }).waitFor()
    const size = await imageIn(file, await layerNamed(file, 'Hero picture'))
    expect(size?.width).toBeGreaterThanOrEqual(hero.width * 2)
    expect(size?.height).toBeGreaterThanOrEqual(hero.height * 2)
    await file.close()
  })

  it('a replacement keeps the size and the place of what was placed before', async () => {
    const [one, other] = samples('png', 2)
    if (one === undefined || other === undefined) return
    const file = await openAssets()
    await click(file, one.name)
    await file.status.filter({ hasText: 'placed in' }).waitFor()
    const [before] = await file.placed()
    await file.plugin.getByRole('button', { name: 'Replace', exact: true }).click()
    await click(file, other.name)
    await file.status.filter({ hasText: `“${other.name}” now shows in 1 layer.` }).waitFor()
    const [after, second] = await file.placed()
    expect(second).toBeUndefined()
    expect(after).toMatchObject({ id: before?.id, name: other.name, width: before?.width })
    expect(after).toMatchObject({ absoluteX: before?.absoluteX, absoluteY: before?.absoluteY })
    expect(await imageIn(file, after)).toEqual({ width: other.width, height: other.height })
    await file.close()
  })
})

describe('a drag with the pointer', () => {
  it('with Alt held fills the shape under it, and leaves what else it is', async () => {
    const [photo] = samples('jpeg', 1)
    if (photo === undefined) return
    const file = await openAssets()
    const before = await layerNamed(file, 'Hero picture')
    const [x, y] = [before.absoluteX + before.width - 12, before.absoluteY + before.height / 2 + 40]
    const to = await file.toScreen(x, y)
    await file.page.keyboard.down('Alt')
    await dragTile(file, photo.name, to)
    await file.page.keyboard.up('Alt')
    await file.status.filter({ hasText: `“${photo.name}” fills 1 layer.` }).waitFor()
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
    expect(await imageIn(file, after)).toEqual({ width: photo.width, height: photo.height })
    expect(provenanceOf(after)).toMatchObject({ assetId: String(photo.id), fill: true })
    await screenshot(file, 'placing-filled')
    await file.page.evaluate(() => window.preview.host.undo())
    expect((await layerNamed(file, 'Hero picture')).fills).toMatchObject([{ type: 'SOLID' }])
    await file.close()
  })

  it('into auto layout goes to the index under it, no wider than the room', async () => {
    const [photo] = samples('png', 1)
    if (photo === undefined) return
    const file = await openAssets()
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

function incomplete(layers: readonly NodeSnapshot[]): readonly NodeSnapshot[] {
  return layers.filter((layer) => provenanceOf(layer)['incomplete'] === true)
}

describe('placing while a long sync runs', () => {
  const more = times(100, 300)

  it('comes after it: one undo takes back the asset, the next one all colors', async () => {
    const [photo] = samples('png', 1)
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
