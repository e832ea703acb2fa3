import type { FileFormat, SampleFile } from './brand.ts'
import type { Drawing, Gradient, Shape } from './drawing.ts'
import { arc, circle, curve, line, linear, polygon, roundRect, shape } from './drawing.ts'
import type { LogoArtwork, LogoBrand, LogoForm, LogoTone } from './logo-artwork.ts'
import { lettering } from './lettering.ts'

interface Inks {
  readonly text: string
  readonly symbol: string | Gradient
  readonly accent: string
}

/** A new version of a logo has another accent, so that it can be told by eye. */
const ACCENTS: Readonly<Record<LogoBrand, readonly string[]>> = {
  aurora: ['#3ddc97', '#7c5cff', '#ffb74d', '#ff6b4a'],
  northwind: ['#ff5a36', '#1f7a8c', '#e3b23c', '#6d4aff'],
}

export function drawLogo({ brand, form, tone }: LogoArtwork, version: number): Drawing {
  const accents = ACCENTS[brand]
  const black = version % 2 === 0 ? '#262626' : '#000000'
  const accent = tone === 'mono' ? black : accents[(version - 1) % accents.length]
  const inks = inksFor(brand, tone, accent ?? black)
  const symbol = brand === 'aurora' ? auroraSymbol : northwindSymbol
  if (form === 'symbol') return { width: 240, height: 240, shapes: symbol(inks, 20, 20) }
  if (form === 'app-icon') return appIcon(brand, symbol, inks)
  const words = brand === 'aurora' ? 'aurora coffee' : 'northwind studio'
  const left = form === 'lockup' ? 172 : 12
  const { width, paths } = lettering(words, left, 114, 56)
  const letters = paths.map((path) => line(path, brand === 'aurora' ? 10 : 7, inks.text))
  const mark = form === 'lockup' ? symbol(inks, 12, 12, 0.68) : []
  const dot = form === 'wordmark' ? [shape(circle(left + width + 22, 107, 9), inks.accent)] : []
  const drawn = Math.ceil(left + width + (form === 'wordmark' ? 43 : 12))
  return { width: drawn, height: 160, shapes: [...mark, ...letters, ...dot] }
}

function inksFor(brand: LogoBrand, tone: LogoTone, accent: string): Inks {
  if (tone === 'mono') return { text: accent, symbol: accent, accent }
  const from = { x: 20, y: 20 }
  const to = { x: 220, y: 220 }
  const night = brand === 'aurora' ? '#0f1b3d' : '#16202b'
  if (tone === 'dark') {
    return { text: night, symbol: linear(from, to, accent, night), accent }
  }
  return { text: '#ffffff', symbol: linear(from, to, '#ffffff', accent), accent }
}

/** A cup seen from above, with northern lights in it; 200 px a side. */
function auroraSymbol(inks: Inks, x: number, y: number, scale = 1): Shape[] {
  const at = (px: number, py: number): { x: number; y: number } => ({
    x: x + px * scale,
    y: y + py * scale,
  })
  const wave = (top: number, width: number, opacity: number): Shape =>
    line(
      curve([at(44, top + 14), at(76, top - 8), at(108, top + 12), at(140, top - 6), at(156, top)]),
      width * scale,
      inks.symbol,
      opacity,
    )
  const centre = at(100, 100)
  return [
    line(circle(centre.x, centre.y, 90 * scale), 14 * scale, inks.symbol),
    wave(72, 14, 1),
    wave(104, 14, 0.7),
    wave(136, 14, 0.4),
  ]
}

/** A compass needle in a broken ring; 200 px a side. */
function northwindSymbol(inks: Inks, x: number, y: number, scale = 1): Shape[] {
  const at = (px: number, py: number): { x: number; y: number } => ({
    x: x + px * scale,
    y: y + py * scale,
  })
  const centre = at(100, 100)
  return [
    line(arc(centre.x, centre.y, 88 * scale, -20, 250), 12 * scale, inks.symbol),
    shape(polygon([at(168, 14), at(116, 118), at(84, 86)]), inks.accent),
    shape(polygon([at(44, 158), at(116, 118), at(84, 86)]), inks.symbol, 0.85),
  ]
}

function appIcon(brand: LogoBrand, symbol: typeof auroraSymbol, inks: Inks): Drawing {
  const [from, to] = brand === 'aurora' ? ['#1b2c63', '#0b1230'] : ['#24333f', '#10181f']
  const ground = linear({ x: 0, y: 0 }, { x: 0, y: 512 }, from, to)
  return {
    width: 512,
    height: 512,
    shapes: [
      shape(roundRect(0, 0, 512, 512, 112), ground),
      ...symbol({ ...inks, symbol: '#ffffff' }, 116, 116, 1.4),
    ],
  }
}

const FORMS: readonly {
  readonly form: LogoForm
  readonly tone: LogoTone
  readonly format: FileFormat
  readonly width: number
}[] = [
  { form: 'wordmark', tone: 'dark', format: 'svg', width: 0 },
  { form: 'wordmark', tone: 'light', format: 'svg', width: 0 },
  { form: 'wordmark', tone: 'mono', format: 'svg', width: 0 },
  { form: 'symbol', tone: 'dark', format: 'svg', width: 0 },
  { form: 'symbol', tone: 'light', format: 'svg', width: 0 },
  { form: 'symbol', tone: 'mono', format: 'svg', width: 0 },
  { form: 'lockup', tone: 'dark', format: 'png', width: 1600 },
  { form: 'lockup', tone: 'light', format: 'png', width: 1600 },
  { form: 'app-icon', tone: 'dark', format: 'png', width: 512 },
  { form: 'lockup', tone: 'mono', format: 'webp', width: 800 },
  { form: 'symbol', tone: 'dark', format: 'webp', width: 480 },
]

/** The logos of a kit; their ids count up from `firstId`. */
export function logosOf(
  brand: LogoBrand,
  kitName: string,
  firstId: number,
  updatedAt: number,
): SampleFile[] {
  return FORMS.map(({ form, tone, format, width }, i) => {
    const artwork: LogoArtwork = { type: 'logo', brand, form, tone }
    const drawn = drawLogo(artwork, 1)
    const shown = width === 0 ? drawn.width : width
    const title = form === 'app-icon' ? 'App icon' : form.charAt(0).toUpperCase() + form.slice(1)
    return {
      id: firstId + i,
      name: form === 'app-icon' ? title : `${title}, ${tone} (${format.toUpperCase()})`,
      path: `${brand}/logos/${kitName} ${form}, tone=${tone}.${format}`,
      format,
      width: shown,
      height: Math.round((drawn.height * shown) / drawn.width),
      artwork,
      version: 1,
      updatedAt: updatedAt + i * 3_600_000,
    }
  })
}
