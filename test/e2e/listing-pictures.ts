import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { MARK_RING } from '../../shared/mark.ts'
import type { SampleFile } from '../cliquify/brand/brand.ts'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { openDesk, type Desk, type OpenFile } from './desk.ts'
import { dragTile } from './drag-tile.ts'

const LISTINGS = new URL('../../docs/release/', import.meta.url)
/** “Aurora Coffee”, the sample's first kit. */
const KIT = 11
const HERO = 'Northern lights, violet hour'

/** A part of the preview's page, in its pixels. */
interface Part {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/**
 * The canvas with the plugin's window, the window with the styles on its right, Dev Mode's window, and its
 * panel.
 */
const CANVAS: Part = { x: 216, y: 44, width: 820, height: 680 }
const STYLES: Part = { x: 490, y: 54, width: 790, height: 655 }
const EXPORT: Part = { x: 158, y: 44, width: 772, height: 640 }
const INSPECT: Part = { x: 440, y: 0, width: 840, height: 696.5 }

/** How one listing looks: the same mark on another ground. */
interface Look {
  readonly folder: string
  readonly ground: string
  readonly ink: string
}
const CLIQUIFY: Look = { folder: 'cliquify', ground: '#5B3DF5', ink: '#1B1440' }
const DEV_MODE: Look = { folder: 'cliquify-for-dev-mode', ground: '#0B8043', ink: '#06301B' }

/** What stands beside a picture of the product. */
interface Words {
  readonly headline: string
  readonly line: string
}

/** Takes icon, cover and carousel of both listings from the built product with its sample brand. */
export async function takeListingPictures(): Promise<void> {
  const desk = await openDesk()
  try {
    await takeCliquify(desk)
    await takeDevMode(desk)
  } finally {
    await desk.close()
  }
}

async function takeCliquify(desk: Desk): Promise<void> {
  const file = await openSynced(desk, 'light')
  await drawIcon(file, CLIQUIFY)
  const logo = await placeBrand(desk, file)
  await file.plugin.getByRole('tab', { name: 'Assets' }).click()
  await file.select([])
  await take(file, CLIQUIFY, 'cover', CANVAS, {
    headline: 'Your brand, in Figma.',
    line: 'Colors that stay linked. Logos and assets one drag away.',
  })

  desk.cliquify.edit({ type: 'change-color', kitId: KIT, colorId: 1102, value: '#22c98a' })
  desk.cliquify.edit({ type: 'rename-color', kitId: KIT, colorId: 1104, name: 'Dark Roast' })
  desk.cliquify.edit({
    type: 'add-color',
    kitId: KIT,
    palette: 'Seasonal',
    name: 'Rose Hip',
    value: '#e4572e',
  })
  await file.plugin.getByRole('tab', { name: 'Colors' }).click()
  await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
  await file.plugin.getByRole('heading', { name: 'Review changes' }).waitFor()
  const { x, y } = await file.toScreen(0, 0)
  await moveLandingPage(file, { x: 0, y })
  await take(file, CLIQUIFY, 'carousel-1', STYLES, {
    headline: 'Look, then write.',
    line: 'Sync shows each change first. What you edited by hand stays.',
  })

  await moveLandingPage(file, { x, y })
  await file.plugin.getByRole('button', { name: 'Cancel' }).click()
  await file.plugin.getByRole('tab', { name: 'Assets' }).click()
  const search = file.plugin.getByRole('searchbox', { name: 'Search' })
  await search.fill('violet')
  // Its caret blinks: now it would be in the picture, now not.
  await search.blur()
  await take(file, CLIQUIFY, 'carousel-2', CANVAS, {
    headline: 'Find it, drag it.',
    line: 'Search from the first key. SVGs land as vectors, exactly where you drop them.',
  })

  desk.cliquify.edit({ type: 'bump-logo', kitId: KIT, logoId: logo.id })
  desk.cliquify.edit({ type: 'bump-asset', assetId: assetNamed(desk, HERO).id })
  await file.run('update-assets')
  await file.plugin.getByRole('button', { name: 'Update all' }).waitFor()
  await take(file, CLIQUIFY, 'carousel-3', CANVAS, {
    headline: 'Up to date, in place.',
    line: 'Old and new side by side; size, crop and name are kept.',
  })
  await file.close()
}

async function takeDevMode(desk: Desk): Promise<void> {
  desk.cliquify.reset()
  const file = await openSynced(desk, 'dark')
  await drawIcon(file, DEV_MODE)
  const logo = await placeBrand(desk, file)
  const button = await layerNamed(file, 'Button')
  await file.select([button.id])
  await file.plugin.getByRole('tab', { name: 'Colors' }).click()
  await file.plugin
    .getByRole('button', { name: /^Polar Violet/ })
    .first()
    .click()
  await file.status.filter({ hasText: 'Polar Violet' }).waitFor()
  await file.page.getByLabel('Editor').selectOption('Dev Mode')
  const language = file.page.getByRole('combobox', { name: 'Language' })
  await language.waitFor()
  await moveLandingPage(file, { x: 460, y: 190 })
  await take(file, DEV_MODE, 'cover', INSPECT, {
    headline: 'Your brand’s names, in code.',
    line: 'Select a layer. Read its colors as your brand calls them.',
  })

  await language.selectOption('SwiftUI')
  await take(file, DEV_MODE, 'carousel-1', INSPECT, {
    headline: 'In your language.',
    line: 'CSS, Tailwind, Design Tokens, SwiftUI, Compose, Android XML and more.',
  })

  await language.selectOption('CSS')
  await file.select([(await layerNamed(file, 'one drag away.')).id])
  await take(file, DEV_MODE, 'carousel-2', INSPECT, {
    headline: 'Off brand shows.',
    line: 'What is none of your brand’s colors comes with the nearest that is.',
  })

  await file.select([(await layerNamed(file, logo.name)).id])
  await take(file, DEV_MODE, 'carousel-3', INSPECT, {
    headline: 'What is this logo?',
    line: 'Name, version and link of what was placed from Cliquify.',
  })

  await file.select([])
  await file.page.getByRole('button', { name: 'Export all colors…' }).click()
  await file.plugin.getByRole('main').waitFor()
  await take(file, DEV_MODE, 'carousel-4', EXPORT, {
    headline: 'All of it, as files.',
    line: 'A kit with its modes and themes, in each of these languages.',
  })
  await file.close()
}

/** Shows a picture in the sample's landing page, drops a logo on it, and leaves nothing beside it. */
async function placeBrand(desk: Desk, file: OpenFile): Promise<SampleFile> {
  const logo = desk.cliquify.brand.kits[0]?.logos.find(({ name }) => /symbol, light/i.test(name))
  if (logo === undefined) throw new Error('The sample has changed.')
  const hero = await layerNamed(file, 'Hero picture')
  await file.plugin.getByRole('tab', { name: 'Assets' }).click()
  await file.select([hero.id])
  await file.plugin.getByRole('button', { name: 'Fill selection' }).waitFor()
  const tile = file.plugin.getByRole('button', { name: HERO, exact: true })
  await tile.click({ modifiers: ['Alt'] })
  await file.status.filter({ hasText: 'put in 1 layer.' }).waitFor()
  await file.edit({ type: 'remove-node', id: (await layerNamed(file, 'Sun')).id })
  for (const { id, name } of (await file.snapshot()).pages[0]?.children ?? []) {
    if (name !== 'Landing page') await file.edit({ type: 'remove-node', id })
  }
  await file.plugin.getByRole('tab', { name: 'Logos' }).click()
  const middle = [hero.absoluteX + hero.width / 2, hero.absoluteY + hero.height / 2] as const
  await dragTile(file, logo.name, await file.toScreen(...middle))
  await file.status.filter({ hasText: `“${logo.name}” placed` }).waitFor()
  return logo
}

/** Pans the canvas until the landing page's upper left corner is there, in page pixels. */
async function moveLandingPage(file: OpenFile, to: Pick<Part, 'x' | 'y'>): Promise<void> {
  const from = await file.toScreen(0, 0)
  await file.page.mouse.move(300, 700)
  await file.page.mouse.wheel(from.x - to.x, from.y - to.y)
}

function assetNamed(desk: Desk, wanted: string): SampleFile {
  const asset = desk.cliquify.brand.assets.find(({ name }) => name === wanted)
  if (asset === undefined) throw new Error(`The sample has no “${wanted}”.`)
  return asset
}

/** A file with the sample's first kit synced. */
async function openSynced(desk: Desk, theme: 'light' | 'dark'): Promise<OpenFile> {
  const file = await desk.openConnected({ theme })
  await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
  await file.plugin.getByRole('button', { name: 'Apply changes' }).click()
  await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
  return file
}

async function layerNamed(file: OpenFile, wanted: string): Promise<NodeSnapshot> {
  const layer = (await file.layers()).find(({ name }) => name === wanted)
  if (layer === undefined) throw new Error(`The sample has no “${wanted}”.`)
  return layer
}

/** Sets a part of the preview, and words beside it, as a picture of 1920 × 1080. */
async function take(
  file: OpenFile,
  look: Look,
  name: string,
  part: Part,
  words: Words,
): Promise<void> {
  await file.page.mouse.move(4, 4)
  // The preview's own switches are none of Figma's.
  await file.page.addStyleTag({ content: '.drawer-button, .tool-bar { display: none }' })
  await file.page.waitForTimeout(1000)
  const devTools = await file.page.context().newCDPSession(file.page)
  const { data } = await devTools.send('Page.captureScreenshot', {
    clip: { ...part, scale: 2 },
  })
  await devTools.detach()
  await draw(
    file,
    look,
    name,
    { width: 1920, height: 1080 },
    `<style>
      body { font-family: Inter, 'Helvetica Neue', 'Nimbus Sans', Helvetica, sans-serif; color: #fff; background: ${look.ink} }
      .mark { position: absolute; left: 80px; top: 80px; width: 112px; height: 112px }
      .words { position: absolute; left: 80px; bottom: 96px; width: 500px }
      h1 { margin: 0 0 32px; font-size: 80px; line-height: 1.05; letter-spacing: -0.02em; text-wrap: balance }
      p { margin: 0; font-size: 34px; line-height: 1.35; opacity: 0.8 }
      img { position: absolute; left: 640px; top: 30px; width: 1230px; height: 1020px; border-radius: 20px }
    </style>
    <div class="mark">${mark(look.ground)}</div>
    <div class="words"><h1>${words.headline}</h1><p>${words.line}</p></div>
    <img src="data:image/png;base64,${data}" alt="" />`,
  )
}

function drawIcon(file: OpenFile, look: Look): Promise<void> {
  const size = { width: 128, height: 128 }
  return draw(file, look, 'icon', size, `<style>svg { display: block }</style>${mark(look.ground)}`)
}

/**
 * The mark: an open ring, a C, and the tile that goes into it. White on a ground that stands off
 * from light and dark panels; no line is thinner than a pixel at 16 px.
 */
function mark(ground: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">
    <rect width="128" height="128" rx="28" fill="${ground}" />
    <path d="${MARK_RING}" fill="none" stroke="#fff" stroke-width="16" stroke-linecap="round" />
    <rect x="80" y="54" width="20" height="20" rx="5" fill="#fff" />
  </svg>`
}

async function draw(
  file: OpenFile,
  { folder }: Look,
  name: string,
  size: { readonly width: number; readonly height: number },
  content: string,
): Promise<void> {
  const page: Page = await file.page.context().newPage()
  await page.setViewportSize(size)
  await page.setContent(`<!doctype html><style>body { margin: 0 }</style>${content}`)
  const bytes = await page.screenshot({ omitBackground: true })
  await page.close()
  const path = fileURLToPath(new URL(`${folder}/${name}.png`, LISTINGS))
  await writeFile(path, bytes)
  console.log(`${path}: ${(bytes.length / 1000).toFixed(0)} kB`)
}
