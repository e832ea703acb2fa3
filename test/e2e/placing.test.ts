import { describe, expect, it } from 'vitest'
import type { SampleItem } from '../cliquify/brand/brand.ts'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { DEEP, times } from '../deep.ts'
import { openAssetsTab } from './assets-tab.ts'
import type { OpenFile } from './desk.ts'
import { imageSizeOf, incomplete, provenanceOf, samples } from './placed.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'
/** The files themselves, but not their thumbnails. */
const FILES = '/media/assets/*'

const desk = useDesk()

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
    // Until the next tiles are there; at the end of the list, nothing tells.
    await file.page.waitForTimeout(100)
  }
  if (left.size > 0) throw new Error(`no tile was found for ${[...left].join(', ')}`)
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

describe('on a slow network', () => {
  it('the thumbnail shows at once, then the whole picture in the same layer', async () => {
    const [photo] = samples(desk, 'png', 1)
    if (photo === undefined) return
    const file = await openAssetsTab(desk)
    desk.cliquify.addFault({ path: FILES, effect: { type: 'delay', ms: 3000 } })
    await click(file, photo.name)
    await expect.poll(async () => (await file.placed()).length).toBe(1)
    const [preview] = await file.placed()
    expect(preview?.name).toBe(`${photo.name} (preview)`)
    expect(provenanceOf(preview)).toMatchObject({ incomplete: true, version: null })
    expect((await imageSizeOf(file, preview))?.width).toBeLessThan(photo.width)
    expect(await file.status.innerText()).not.toContain('placed')
    await screenshot(file, 'placing-preview')

    await file.status.filter({ hasText: `“${photo.name}” placed in` }).waitFor()
    const [whole] = await file.placed()
    expect(whole?.id).toBe(preview?.id)
    expect(whole?.name).toBe(photo.name)
    expect(await imageSizeOf(file, whole)).toEqual({ width: photo.width, height: photo.height })
    if (preview === undefined || whole === undefined) return
    expect(centre(whole)).toEqual(centre(preview))
    expect(provenanceOf(whole)).toMatchObject({ assetId: String(photo.id), name: photo.name })
    await file.page.evaluate(() => window.preview.host.undo())
    expect(await file.placed()).toEqual([])
    await file.close()
  })

  it('an SVG becomes vectors where its thumbnail was, still selected', async () => {
    const [icon] = samples(desk, 'svg', 1)
    if (icon === undefined) return
    const file = await openAssetsTab(desk)
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
    const [photo] = samples(desk, 'png', 1)
    if (photo === undefined) return
    const file = await openAssetsTab(desk)
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
    expect(await imageSizeOf(file, placed[0])).toEqual({ width: photo.width, height: photo.height })
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })
})

describe('a network that goes in the middle of placing many', () => {
  it.runIf(DEEP)(
    'leaves each complete or with a Retry; none is lost, none doubled',
    async () => {
      const file = await openAssetsTab(desk)
      const photos = [
        ...samples(desk, 'png', times(6, 12)),
        ...samples(desk, 'jpeg', times(5, 8)),
      ].sort((one, other) => one.id - other.id)
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
        expect(await imageSizeOf(file, layer), layer.name).toEqual({
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
    const file = await openAssetsTab(desk)
    const photos = [...samples(desk, 'png', 2), ...samples(desk, 'svg', 1)]
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
