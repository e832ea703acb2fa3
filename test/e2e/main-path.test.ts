import { describe, expect, it } from 'vitest'
import type { DocumentSnapshot, StyleSnapshot } from '../figma/host-api.ts'
import type { OpenFile } from './desk.ts'
import { dragTile } from './drag-tile.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const KIT = 'Northwind Studio'
const KIT_ID = 12
/** In the sample brand: “Signal”, #ff5a36, in the palette “Primary”. */
const SIGNAL_ID = 1202

const desk = useDesk()

async function chooseKit(file: OpenFile): Promise<void> {
  await file.plugin.getByLabel('Brand kit').selectOption({ label: KIT })
  await file.plugin.getByText('Signal', { exact: true }).waitFor()
}

async function syncColors(file: OpenFile): Promise<void> {
  await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
  await file.plugin.getByRole('button', { name: 'Apply changes' }).click()
  await file.plugin.getByRole('button', { name: 'Apply changes' }).waitFor({ state: 'detached' })
  await file.plugin.getByRole('button', { name: 'Undo' }).waitFor()
}

function styleNamed(document: DocumentSnapshot, name: string): StyleSnapshot {
  const style = document.paintStyles.find((each) => each.name === name)
  if (style === undefined) throw new Error(`no style is named ${name}`)
  return style
}

describe('brand colors', () => {
  it('are shown with name, value and palette', async () => {
    const file = await desk.openConnected()
    await chooseKit(file)
    const panel = file.plugin.getByRole('tabpanel')
    for (const text of ['Primary', 'Support', 'Signal', '#FF5A36', 'Fog']) {
      expect(await panel.getByText(text, { exact: true }).count(), text).toBeGreaterThan(0)
    }
    await screenshot(file, 'colors')
    await file.close()
  })

  it('that cannot be read are listed with the reason, and stop nothing', async () => {
    const file = await desk.openConnected()
    await file.plugin.getByLabel('Brand kit').selectOption({ label: 'Aurora Coffee' })
    await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
    await file.plugin.getByText(/could not be (read|used)/).click()
    await file.plugin.getByText('Seasonal gold foil').waitFor()
    await file.close()
  })

  it('become linked color styles, and a second sync writes nothing', async () => {
    const file = await desk.openConnected()
    await chooseKit(file)
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.plugin.getByRole('button', { name: 'Apply changes' }).waitFor()
    expect((await file.snapshot()).paintStyles.filter(({ name }) => name.startsWith(KIT))).toEqual(
      [],
    )
    await screenshot(file, 'review-new')
    await file.plugin.getByRole('button', { name: 'Apply changes' }).click()
    await file.plugin.getByRole('button', { name: 'Undo' }).waitFor()
    await screenshot(file, 'synced')

    const synced = (await file.snapshot()).paintStyles.filter(({ name }) => name.startsWith(KIT))
    expect(synced.map(({ name }) => name).sort()).toEqual([
      'Northwind Studio/Primary/Ink',
      'Northwind Studio/Primary/Paper',
      'Northwind Studio/Primary/Signal',
      'Northwind Studio/Primary/Tide',
      'Northwind Studio/Support/Brass',
      'Northwind Studio/Support/Fog',
      'Northwind Studio/Support/Kelp',
      'Northwind Studio/Support/Sea Glass',
      'Northwind Studio/Support/Slate',
    ])
    for (const { sharedPluginData } of synced) expect(sharedPluginData['cliquify']).toBeDefined()
    const fog = styleNamed(await file.snapshot(), 'Northwind Studio/Support/Fog')
    expect(fog.paints[0]?.opacity).toBeCloseTo(0.7)
    const signal = styleNamed(await file.snapshot(), 'Northwind Studio/Primary/Signal')
    expect(signal.paints[0]?.color?.g).toBeCloseTo(0x5a / 255)

    await file.clearWrites()
    await file.run('open')
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.plugin
      .getByText(/up to date/i)
      .first()
      .waitFor()
    expect(await file.writes()).toEqual([])
    await screenshot(file, 'up-to-date')
    await file.close()
  })

  it('that change or are renamed in Cliquify change or rename their style, same id', async () => {
    const file = await desk.openConnected()
    await chooseKit(file)
    await syncColors(file)
    const before = styleNamed(await file.snapshot(), 'Northwind Studio/Primary/Signal')
    const count = (await file.snapshot()).paintStyles.length

    desk.cliquify.edit({
      type: 'change-color',
      kitId: KIT_ID,
      colorId: SIGNAL_ID,
      value: '#00ff00',
    })
    await file.clearWrites()
    await file.run('open')
    await syncColors(file)
    const changed = styleNamed(await file.snapshot(), 'Northwind Studio/Primary/Signal')
    expect(changed.id).toBe(before.id)
    expect(changed.paints[0]?.color).toMatchObject({ r: 0, g: 1, b: 0 })
    const targets = (await file.writes()).map(({ op, target }) => [op, target])
    expect(targets).toContainEqual(['set paints', before.id])
    expect(targets.filter(([op]) => op === 'set paints' || op === 'set name')).toHaveLength(1)

    desk.cliquify.edit({ type: 'rename-color', kitId: KIT_ID, colorId: SIGNAL_ID, name: 'Beacon' })
    await file.run('open')
    await syncColors(file)
    const renamed = styleNamed(await file.snapshot(), 'Northwind Studio/Primary/Beacon')
    expect(renamed.id).toBe(before.id)
    expect((await file.snapshot()).paintStyles).toHaveLength(count)
    await file.close()
  })

  it('are synced in one undo step, taken back by Undo or by its keys, but not while typing', async () => {
    const file = await desk.openFile()
    const styles = async () => (await file.snapshot()).paintStyles
    const before = await styles()
    await file.connect()
    await chooseKit(file)
    await syncColors(file)
    await file.plugin.getByRole('button', { name: 'Undo' }).click()
    await file.status.filter({ hasText: 'Undone.' }).waitFor()
    expect(await styles()).toEqual(before)
    expect(await file.plugin.getByRole('button', { name: 'Undo' }).count()).toBe(0)

    await syncColors(file)
    const synced = await styles()
    await file.plugin.getByLabel('Search').fill('moss')
    await file.page.keyboard.press('Control+z')
    expect(await styles()).toEqual(synced)
    await file.plugin.getByRole('button', { name: 'Sync colors' }).focus()
    await file.page.keyboard.press('Control+z')
    await file.status.filter({ hasText: 'Undone.' }).waitFor()
    expect(await styles()).toEqual(before)
    await file.close()
  })
})

describe('logos', () => {
  async function openLogos(): Promise<OpenFile> {
    const file = await desk.openConnected()
    await chooseKit(file)
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    await file.plugin.getByRole('tabpanel').locator('img').first().waitFor()
    return file
  }

  it('are placed by a click at the centre of the view, selected', async () => {
    const file = await openLogos()
    const { svg } = logoNames()
    await screenshot(file, 'logos')
    await file.plugin.getByRole('button', { name: svg, exact: true }).click()
    await file.status.filter({ hasText: 'placed' }).waitFor()
    const { viewport, selection } = await file.snapshot()
    const [logo] = await file.placed()
    if (logo === undefined) throw new Error('nothing was placed')
    expect(selection).toEqual([logo.id])
    expect(logo.absoluteX + logo.width / 2).toBeCloseTo(viewport.x, 0)
    expect(logo.absoluteY + logo.height / 2).toBeCloseTo(viewport.y, 0)
    expect(logo.type).toBe('FRAME')
    expect(logo.children.length).toBeGreaterThan(0)
    expect(logo.name).toBe(svg)
    await screenshot(file, 'logo-placed')
    await file.close()
  })

  it('in PNG are placed with their own bytes, in WebP re-encoded', async () => {
    const file = await openLogos()
    for (const name of [logoNames().png, logoNames().webp]) {
      await file.plugin.getByRole('button', { name, exact: true }).click()
      await expect.poll(async () => (await file.placed()).map((each) => each.name)).toContain(name)
    }
    for (const layer of await file.placed()) {
      const hash = layer.fills[0]?.imageHash
      if (typeof hash !== 'string') throw new Error(`${layer.name} shows no image`)
      const head = await file.page.evaluate(
        (given) => Array.from(window.preview.host.imageBytes(given)?.slice(1, 4) ?? []),
        hash,
      )
      expect(String.fromCharCode(...head)).toBe('PNG')
    }
    await file.close()
  })

  it('dragged with the pointer land exactly where they are dropped, inside the frame there', async () => {
    const file = await openLogos()
    const { svg } = logoNames()
    const frame = (await file.layers()).find(
      ({ type, layoutMode, name }) => type === 'FRAME' && layoutMode === 'NONE' && name !== '',
    )
    if (frame === undefined) throw new Error('the sample design has no frame')
    const at = { x: frame.absoluteX + frame.width / 2, y: frame.absoluteY + frame.height - 60 }
    const to = await file.toScreen(at.x, at.y)
    await dragTile(file, svg, to)
    await expect.poll(async () => (await file.placed()).length).toBe(1)
    const [logo] = await file.placed()
    if (logo === undefined) throw new Error('nothing was placed')
    const parent = (await file.layers()).find(({ children }) =>
      children.some(({ id }) => id === logo.id),
    )
    expect(parent?.name).toBe(frame.name)
    expect(Math.abs(logo.absoluteX + logo.width / 2 - at.x)).toBeLessThan(2)
    expect(Math.abs(logo.absoluteY + logo.height / 2 - at.y)).toBeLessThan(2)
    await screenshot(file, 'logo-dropped')
    await file.close()
  })

  it('let go of inside the window place nothing', async () => {
    const file = await openLogos()
    const box = await file.plugin.getByRole('tabpanel').boundingBox()
    if (box === null) throw new Error('the panel is not visible')
    const { svg, png } = logoNames()
    await dragTile(file, svg, { x: box.x + box.width / 2, y: box.y + box.height - 20 })
    // What comes after it is placed alone.
    await file.plugin.getByRole('button', { name: png, exact: true }).click()
    await file.status.filter({ hasText: 'placed' }).waitFor()
    expect((await file.placed()).map(({ name }) => name)).toEqual([png])
    await file.close()
  })
})

/** One logo of each format, by the names that the stand-in gives them. */
function logoNames(): { svg: string; png: string; webp: string } {
  const { logos } = desk.cliquify.brand.kits.find(({ id }) => id === KIT_ID) ?? { logos: [] }
  const named = (format: string): string => {
    const logo = logos.find((each) => each.format === format)
    if (logo === undefined) throw new Error(`the sample kit has no ${format} logo`)
    return logo.name
  }
  return { svg: named('svg'), png: named('png'), webp: named('webp') }
}
