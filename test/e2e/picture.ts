import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator } from 'playwright-core'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { startDesk, THEMES, type Desk, type OpenFile } from './desk.ts'
import { dragTile } from './drag-tile.ts'
import { apply, openOptions, review, syncAs } from './syncing.ts'

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url))

type Theme = (typeof THEMES)[number]

/** In page pixels. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** As on most screens that they are looked at. */
const PIXEL_RATIO = 2
/** As wide as the page has room beside the plugin's window. */
const MARGIN = 16

/**
 * Takes every picture of the README and the guides from the built plugin. They are the same each
 * time, but for the day on which `update.png` is taken.
 */
export async function takePictures(): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  const desk = await startDesk({ pixelRatio: PIXEL_RATIO })
  try {
    await takeConnect(desk)
    for (const theme of THEMES) {
      await takeSync(desk, theme)
      await takeLibrary(desk, theme)
      await takeDrag(desk, theme)
    }
    await takeFill(desk)
    await takeUpdate(desk)
    await takeCheck(desk)
    await takeQuickInsert(desk)
    await takeDevMode(desk)
  } finally {
    await desk.close()
  }
}

async function takeConnect(desk: Desk): Promise<void> {
  const file = await desk.openFile()
  await file.plugin.getByLabel('Client ID').waitFor()
  await shrink(file, 510)
  await take(file, 'connect', await around(windowOf(file)))
  await file.close()
}

/** A second sync: what Cliquify and the file have changed since the first. */
async function takeSync(desk: Desk, theme: Theme): Promise<void> {
  const { cliquify } = desk
  const file = await openFirst(desk, theme)
  await review(file)
  await apply(file)
  const [kit] = cliquify.brand.kits
  if (kit === undefined) throw new Error('The sample has no kit.')
  const colors = kit.palettes.flatMap((palette) => palette.colors)
  const kitId = kit.id
  const colorId = (wanted: string): number => {
    const color = colors.find(({ name }) => name === wanted)
    if (color === undefined) throw new Error(`The sample has no color “${wanted}”.`)
    return color.id
  }
  cliquify.edit({ type: 'add-color', kitId, palette: 'Seasonal', name: 'Fjord', value: '#2F6F8F' })
  cliquify.edit({ type: 'change-color', kitId, colorId: colorId('Midsummer'), value: '#FFC94D' })
  cliquify.edit({ type: 'rename-color', kitId, colorId: colorId('Moss'), name: 'Spruce' })
  cliquify.edit({ type: 'change-color', kitId, colorId: colorId('Lingonberry'), value: '#B3174F' })
  await file.edit({
    type: 'paint-style',
    id: await styleNamed(file, 'Lingonberry'),
    color: { r: 0.9, g: 0.2, b: 0.45 },
  })
  await review(file)
  await take(file, `sync-${theme}`, await around(windowOf(file)))
  await file.close()
}

/** A file of a team that has published its brand in a library, a color of it just applied. */
async function takeLibrary(desk: Desk, theme: Theme): Promise<void> {
  const file = await openFirst(desk, theme)
  await show(file, 'Brand library')
  await review(file)
  await openOptions(file)
  await syncAs(file, 'Variables')
  await apply(file)
  await file.page.getByRole('button', { name: 'Publish' }).click()
  await show(file, 'Sample file')
  await file.plugin.locator('li svg').first().waitFor()
  await file.select([(await layerNamed(file, 'Button')).id])
  await file.plugin.getByRole('button', { name: /^Aurora Green/ }).click()
  await file.status.filter({ hasText: 'from Brand library.' }).waitFor()
  await take(file, `library-${theme}`, await around(windowOf(file)))
  await file.close()
}

/** A logo dragged onto a picture, the window below the design. */
async function takeDrag(desk: Desk, theme: Theme): Promise<void> {
  const clip = { x: 228, y: 20, width: 392, height: 672 }
  const logo = desk.cliquify.brand.kits[0]?.logos.find(({ name }) => /symbol, light/i.test(name))
  if (logo === undefined) throw new Error('The sample has no such logo.')
  const file = await openFirst(desk, theme)
  const picture = await fillHero(file)
  const page = await layerNamed(file, 'Landing page')
  const { pages } = await file.snapshot()
  for (const { id } of pages[0]?.children ?? []) {
    if (id !== page.id) await file.edit({ type: 'remove-node', id })
  }
  const bottom = await fitDesign(file, page, {
    x: clip.x + 3 * MARGIN,
    y: clip.y + 2.5 * MARGIN,
    width: clip.width - 6 * MARGIN,
  })
  const top = Math.round(bottom) + MARGIN
  await file.plugin.getByRole('tab', { name: 'Logos' }).click()
  await shrink(file, clip.y + clip.height - MARGIN - top - 40)
  await moveWindow(file, clip.x + MARGIN, top)
  const { absoluteX, absoluteY, width, height } = picture
  const middle = await file.toScreen(absoluteX + width / 2, absoluteY + height / 2)
  await dragTile(file, logo.name, middle)
  await file.status.filter({ hasText: `“${logo.name}” placed` }).waitFor()
  await file.select([])
  const tile = file.plugin.getByRole('button', { name: logo.name, exact: true })
  await tile.evaluate((element) => element.scrollIntoView({ block: 'end' }))
  await take(file, `drag-${theme}`, clip)
  await file.page.evaluate(() => localStorage.clear())
  await file.close()
}

/** The library of assets beside a design, a shape of it selected. */
async function takeFill(desk: Desk): Promise<void> {
  const file = await openFirst(desk, 'light')
  const { id } = await fillHero(file)
  await file.select([id])
  await file.plugin.getByRole('button', { name: 'Replace' }).waitFor()
  await take(file, 'fill', { x: 208, y: 48, width: 832, height: 672 })
  await file.close()
}

async function takeUpdate(desk: Desk): Promise<void> {
  const file = await openFirst(desk, 'dark')
  const [kit] = desk.cliquify.brand.kits
  await file.plugin.getByRole('tab', { name: 'Logos' }).click()
  for (const { id, name } of kit?.logos.slice(3, 6) ?? []) {
    await file.plugin.getByRole('button', { name, exact: true }).click()
    await file.status.filter({ hasText: `“${name}” placed` }).waitFor()
    desk.cliquify.edit({ type: 'bump-logo', kitId: kit?.id ?? 0, logoId: id })
  }
  await file.select([])
  await file.run('update-assets')
  await file.plugin.getByRole('button', { name: 'Update all' }).waitFor()
  await shrink(file, 440)
  await take(file, 'update', await around(windowOf(file)))
  await file.close()
}

/** The sample file, of which nothing is linked to the brand yet, and a logo of yesterday. */
async function takeCheck(desk: Desk): Promise<void> {
  const file = await openFirst(desk, 'light')
  await review(file)
  await apply(file)
  const [kit] = desk.cliquify.brand.kits
  const logo = kit?.logos[3]
  if (kit === undefined || logo === undefined) throw new Error('no logo')
  await file.plugin.getByRole('tab', { name: 'Logos' }).click()
  await file.plugin.getByRole('button', { name: logo.name, exact: true }).click()
  await file.status.filter({ hasText: `“${logo.name}” placed` }).waitFor()
  desk.cliquify.edit({ type: 'bump-logo', kitId: kit.id, logoId: logo.id })
  await file.select([])
  await file.run('check-brand')
  await file.plugin.getByText('Outdated').waitFor()
  await file.plugin.getByRole('checkbox', { name: 'All: Near' }).check()
  await shrink(file, 560)
  await file.plugin.getByText('Outdated').hover()
  await file.page.mouse.wheel(0, -1000)
  await take(file, 'check', await around(windowOf(file)))
  await file.close()
}

async function takeQuickInsert(desk: Desk): Promise<void> {
  const file = await openFirst(desk, 'light')
  for (const tab of ['Logos', 'Assets']) {
    await file.plugin.getByRole('tab', { name: tab }).click()
    await file.plugin.getByRole('tabpanel').locator('img').first().waitFor()
  }
  await file.page.getByRole('button', { name: 'Close plugin' }).click()
  await file.run('insert-asset')
  const dialog = file.page.getByRole('dialog', { name: 'Quick actions' })
  await dialog.getByRole('combobox', { name: 'Asset' }).fill('symbol')
  // Logos and assets of all kits have come, or their pictures would depend on how fast.
  await dialog.getByRole('option').filter({ hasText: 'Northwind Studio' }).last().waitFor()
  await take(file, 'quick-insert', await around(dialog))
  await file.close()
}

/** Dev Mode, with a layer that has a synced style. */
async function takeDevMode(desk: Desk): Promise<void> {
  const file = await openFirst(desk, 'dark')
  await review(file)
  await apply(file)
  const { id } = await layerNamed(file, 'Button')
  await file.edit({ type: 'use-style', id, styleId: await styleNamed(file, 'Polar Violet') })
  await file.page.getByLabel('Editor').selectOption('Dev Mode')
  await file.page.getByRole('combobox', { name: 'Language' }).waitFor()
  await file.select([id])
  const panel = file.page.getByRole('complementary', { name: 'Inspect' })
  await panel.getByRole('figure', { name: 'Colors', exact: true }).waitFor()
  await take(file, 'dev-mode', { x: 864, y: 0, width: 416, height: 464 })
  await file.page.getByRole('button', { name: 'Export all colors…' }).click()
  await file.plugin.getByRole('main').waitFor()
  await take(file, 'export', await around(windowOf(file)))
  await file.close()
}

/** The first kit of the sample brand, in its colors. */
async function openFirst(desk: Desk, theme: Theme): Promise<OpenFile> {
  desk.cliquify.reset()
  const file = await desk.openConnected({ theme })
  await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
  return file
}

async function show(file: OpenFile, name: 'Brand library' | 'Sample file'): Promise<void> {
  await file.page.getByRole('combobox', { name: /^File/ }).selectOption(name)
  await file.page.locator('iframe').waitFor({ state: 'detached' })
  await file.run('open')
  await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
}

/** Shows a photo in the design's empty shape, as one does with the shape selected. */
async function fillHero(file: OpenFile): Promise<NodeSnapshot> {
  const hero = await layerNamed(file, 'Hero picture')
  await file.plugin.getByRole('tab', { name: 'Assets' }).click()
  await file.select([hero.id])
  await file.plugin.getByRole('button', { name: 'Fill selection' }).waitFor()
  await file.plugin
    .getByRole('button', { name: 'Northern lights, violet hour', exact: true })
    .click({ modifiers: ['Alt'] })
  await file.status.filter({ hasText: 'put in 1 layer.' }).waitFor()
  await file.edit({ type: 'remove-node', id: (await layerNamed(file, 'Sun')).id })
  return hero
}

async function layerNamed(file: OpenFile, wanted: string): Promise<NodeSnapshot> {
  const layer = (await file.layers()).find(({ name }) => name === wanted)
  if (layer === undefined) throw new Error(`The sample has no “${wanted}”.`)
  return layer
}

/** The id of a synced style, by the name of its color. */
async function styleNamed(file: OpenFile, color: string): Promise<string> {
  const { paintStyles } = await file.snapshot()
  const style = paintStyles.find(({ name }) => name.endsWith(`/${color}`))
  if (style === undefined) throw new Error(`“${color}” is not synced.`)
  return style.id
}

const windowOf = (file: OpenFile): Locator =>
  file.page.getByRole('region', { name: /^Plugin window/ })

/** Zooms and pans the canvas until a frame lies there; tells where it ends, in page pixels. */
async function fitDesign(
  file: OpenFile,
  { absoluteX, absoluteY, width, height }: NodeSnapshot,
  to: Pick<Box, 'x' | 'y' | 'width'>,
): Promise<number> {
  const { mouse, keyboard } = file.page
  const corner = (): Promise<{ x: number; y: number }> => file.toScreen(absoluteX, absoluteY)
  // Chromium counts the wheel in pixels of the screen.
  const wheel = (x: number, y: number): Promise<void> =>
    mouse.wheel(x * PIXEL_RATIO, y * PIXEL_RATIO)
  const before = await corner()
  const right = await file.toScreen(absoluteX + width, absoluteY)
  await mouse.move(before.x + 8, before.y + 8)
  await keyboard.down('Control')
  await wheel(0, 300 * Math.log((right.x - before.x) / to.width))
  await keyboard.up('Control')
  await file.page.waitForTimeout(200)
  const zoomed = await corner()
  await wheel(zoomed.x - to.x, zoomed.y - to.y)
  await file.page.waitForTimeout(200)
  return (await file.toScreen(absoluteX, absoluteY + height)).y
}

/** Makes the window's inside as high as this; a window that has just opened may not hear it yet. */
async function shrink(file: OpenFile, height: number): Promise<void> {
  const inside = file.page.locator('iframe')
  // As the handle asks for it: a drag of that gets lost where a window has just opened.
  const payload = { width: 360, height }
  await file.plugin.locator('body').evaluate((_, size) => {
    const event = { channel: 'event', name: 'window:resize', payload: size }
    parent.postMessage({ pluginMessage: event }, '*')
  }, payload)
  for (let tries = 0; tries < 10; tries += 1) {
    await file.page.waitForTimeout(300)
    if (Math.round((await boxOf(inside)).height) === height) return
  }
  throw new Error(`The window did not become ${height} pixels high.`)
}

/** Drags the window by its bar until its corner is there. */
async function moveWindow(file: OpenFile, x: number, y: number): Promise<void> {
  const box = await boxOf(windowOf(file))
  const { mouse } = file.page
  await mouse.move(box.x + 120, box.y + 20)
  await mouse.down()
  await mouse.move(x + 120, y + 20, { steps: 4 })
  await mouse.up()
}

/** A part of the page with some room around it. */
async function around(part: Locator): Promise<Box> {
  const box = await boxOf(part)
  return {
    x: box.x - MARGIN,
    y: box.y - MARGIN,
    width: box.width + 2 * MARGIN,
    height: box.height + 2 * MARGIN,
  }
}

async function boxOf(part: Locator): Promise<Box> {
  const box = await part.boundingBox()
  if (box === null) throw new Error('What is to be pictured is not on the page.')
  return box
}

async function take(file: OpenFile, name: string, clip: Box): Promise<void> {
  await file.page.mouse.move(4, 4)
  // Thumbnails and fades come to rest.
  await file.page.waitForTimeout(1000)
  const path = `${FOLDER}/${name}.png`
  await file.page.screenshot({ path, clip })
  console.log(`Wrote ${path}`)
}
