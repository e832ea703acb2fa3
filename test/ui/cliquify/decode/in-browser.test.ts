import { colorsNamed } from 'culori'
import { build } from 'esbuild'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Rgba } from '../../../../shared/brand.ts'
import { hexOf } from '../../../../shared/color.ts'
import { parseWideColor } from '../../../../ui/cliquify/decode/css-color.ts'
import { oklchText } from '../../../../ui/colors/color-formats.ts'
import { launchBrowser } from '../../../browser/launch.ts'
import { times } from '../../../deep.ts'
import { colorTexts } from './color-texts.ts'

declare const cssColor: {
  readonly parseWideColor: typeof parseWideColor
  readonly oklchText: typeof oklchText
}

let browser: Browser
let page: Page
let script: string

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "export * from './cliquify/decode/css-color.ts'; export * from './colors/color-formats.ts'",
      resolveDir: new URL('../../../../ui', import.meta.url).pathname,
    },
    bundle: true,
    format: 'iife',
    globalName: 'cssColor',
    write: false,
  })
  script = outputFiles[0]?.text ?? ''
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.goto('data:text/html,<meta charset=utf-8>')
  await page.addScriptTag({ content: script })
}, 60_000)

afterAll(() => browser.close())

type Read = Rgba | null

const NO_COLOR: Rgba = { r: 0, g: 0, b: 0, a: 0 }

function readInBrowser(texts: readonly string[]): Promise<readonly Read[]> {
  return page.evaluate((all) => all.map((text) => cssColor.parseWideColor(text)), texts)
}

/** A quarter of an 8-bit step apart at most, or both far from what any screen shows. */
function isSame(one: Read, other: Read): boolean {
  if (one === null || other === null) return one === other
  const isNear = (['r', 'g', 'b', 'a'] as const).every(
    (channel) => Math.abs(one[channel] - other[channel]) < 0.25 / 255,
  )
  return isNear || (isFar(one) && isFar(other))
}

function isFar({ r, g, b }: Rgba): boolean {
  return [r, g, b].some((channel) => channel < -1 || channel > 1.5)
}

/** What the browser reads otherwise than Node, where tests run. */
async function differences(texts: readonly string[]): Promise<readonly unknown[]> {
  const inBrowser = await readInBrowser(texts)
  return texts.flatMap((text, index) => {
    const [theirs = null, ours] = [inBrowser[index], parseWideColor(text)]
    return isSame(theirs, ours) ? [] : [{ text, inBrowser: theirs, inNode: ours }]
  })
}

const SPACES = [
  ...['srgb', 'srgb-linear', 'display-p3', 'a98-rgb', 'prophoto-rgb', 'rec2020'],
  ...['xyz', 'xyz-d50', 'xyz-d65'],
]

const ANGLES = [0, 77.5, 210, 361, -30]

/** In every function, from its least to more than its most. */
const EVERY_FUNCTION = [
  ...['hsl', 'hwb'].flatMap((name) => grid(name, ANGLES, [0, 10.7, 50, 100, 120])),
  ...grid('lab', [0, 12.3, 50, 100, 120], [-125, -20.5, 0, 33, 125]),
  ...grid('lch', [0, 12.3, 50, 100, 120], [-10, 0, 20.5, 130], ANGLES),
  ...grid('oklab', [0, 0.123, 0.5, 1, 1.2], [-0.4, -0.07, 0, 0.11, 0.4]),
  ...grid('oklch', [0, 0.123, 0.5, 1, 1.2], [-0.1, 0, 0.07, 0.37], ANGLES),
  ...SPACES.flatMap((space) => grid(`color(${space}`, [-0.2, 0, 0.03, 0.7, 1], [0, 0.5, 1.1])),
]

function grid(
  name: string,
  firsts: readonly number[],
  seconds: readonly number[],
  thirds = seconds,
): readonly string[] {
  const open = name.includes('(') ? `${name} ` : `${name}(`
  const percent = name.startsWith('h') ? '%' : ''
  return firsts.flatMap((a) =>
    seconds.flatMap((b) => thirds.map((c) => `${open}${a} ${b}${percent} ${c}${percent})`)),
  )
}

const NOTATIONS = [
  ...['#0a84ff', '0A84FF', '#fff8', 'abc', '#12', '#12345', ''],
  ...['rgb(10 132 255 / 50%)', 'RGBA(10, 132, 255, .5)', 'rgb(300 -20 1e999)', 'rgb(1,2)'],
  ...['HSL(210deg 100% 52%)', 'hsla(210, 100%, 52%, .5)', 'hsl(0.5turn 1e1% 5e+1% / none)'],
  ...['hsl(0 -50% 40%)', 'hsl(120 200% 50%)', 'hsl(none, 50%, 50%)', 'hsl(1, 2, 3)'],
  ...['hwb(200 10% 10%)', 'hwb(120 0 0 / 0)', 'hwb(200, 10%, 10%)', 'hsl(3.6e2 100 50)'],
  ...['lab(50% 20 30)', 'lch(50% 30 200grad)', 'oklab(50% -25% none)', 'oklch(1e999 0 0)'],
  ...['oklch(0.2 none none / none)', 'oklch(70% 50% 3.5rad / 120%)', 'oklch(1e-9 1e-9 1e-9)'],
  ...['color(display-p3 none 1 0)', 'color(rec2020 none 1 0)', 'color(a98-rgb 10% .7 0 / .3)'],
  ...['color(xyz 1e30 0 0)', 'color(--own 1 0 0)', 'color(nope 1 0 0)', 'color(1 0 0)'],
  ...['color(srgb 1 0)', 'color(srgb 1 0 0 0)', 'color(srgb 1 0 0 / 1 / 1)', 'color()'],
  ...['rgb(/* R */0, 51, 255)', '/* ink */ navy /* brand */', 'rgb(10/**/132 255)', ' red\n'],
  ...['transparent', 'ReBeccaPurple', 'pin\u212a', '\u017failver', 'red blue', 'red;', 'red)'],
  ...['constructor(1 2 3)', 'color(constructor 1 0 0)', 'constructor', 'tostring'],
]

/** What depends on a page, a system, or another value. */
const DEPENDENT = [
  ...['currentColor', 'inherit', 'initial', 'unset', 'revert', 'revert-layer', 'none', 'auto'],
  ...['AccentColor', 'AccentColorText', 'ActiveText', 'ButtonBorder', 'ButtonFace', 'ButtonText'],
  ...['Canvas', 'CanvasText', 'Field', 'FieldText', 'GrayText', 'Highlight', 'HighlightText'],
  ...['LinkText', 'Mark', 'MarkText', 'SelectedItem', 'SelectedItemText', 'VisitedText'],
  ...['ActiveBorder', 'ActiveCaption', 'AppWorkspace', 'Background', 'ButtonHighlight'],
  ...['ButtonShadow', 'CaptionText', 'InactiveBorder', 'InactiveCaption', 'InactiveCaptionText'],
  ...['InfoBackground', 'InfoText', 'Menu', 'MenuText', 'Scrollbar', 'ThreeDDarkShadow'],
  ...['ThreeDFace', 'ThreeDHighlight', 'ThreeDLightShadow', 'ThreeDShadow', 'Window'],
  ...['WindowFrame', 'WindowText', '-webkit-link', '-webkit-text', '-webkit-focus-ring-color'],
  ...['var(--x)', 'env(x)', 'light-dark(red, blue)', 'color-mix(in srgb, red, blue)'],
  ...['contrast-color(red)', 'device-cmyk(0 0 0 1)', 'calc(1)', 'url(#a)'],
  ...['rgb(from red r g b)', 'oklch(from canvas l c h)', 'color(from currentcolor srgb r g b)'],
  ...['rgb(calc(1 + 1) 0 0)', 'oklch(var(--l) 0 0)', 'attr(x)', 'linear-gradient(red, blue)'],
]

describe('a CSS color in the browser', () => {
  it('is what it is in Node, in every function and space', async () => {
    expect(await differences(EVERY_FUNCTION)).toEqual([])
  })

  it('is what it is in Node, in notations old, new and odd', async () => {
    expect(await differences(NOTATIONS)).toEqual([])
  })

  it('is what it is in Node, whatever its parts', async () => {
    const texts = fc.sample(colorTexts(SPACES), times(2000, 50_000))
    expect(await differences(texts)).toEqual([])
  })

  it('is exactly its own 8 bits where it has a name', async () => {
    const names = Object.keys(colorsNamed)
    const exact = Object.values(colorsNamed).map((bits) => parseWideColor(`#${hexDigits(bits)}`))
    expect(names).toHaveLength(148)
    expect(await readInBrowser(names)).toEqual(exact)
    expect(names.map(parseWideColor)).toEqual(exact)
  })

  it('is told in OKLCH, which is read back as the same color', async () => {
    const texts = ['#0F1B3D', '#FFFFFF', '#000000', '#808080', 'red', 'blue', '#0A84FF']
    const colors = texts.map((text) => parseWideColor(text) ?? NO_COLOR)
    const told = await page.evaluate((all) => all.map((color) => cssColor.oklchText(color)), colors)
    expect(told.slice(0, -1)).toEqual(colors.slice(0, -1).map(oklchText))
    expect(told[0]).toBe('oklch(23.3% 0.067 266.6)')
    expect(told.map((text) => hexOf(parseWideColor(text) ?? NO_COLOR))).toEqual(colors.map(hexOf))
  })

  it('is none where it depends on a page, a system or another value', async () => {
    expect(DEPENDENT.filter((text) => parseWideColor(text) !== null)).toEqual([])
    const read = await readInBrowser(DEPENDENT)
    expect(DEPENDENT.filter((_, index) => read[index] !== null)).toEqual([])
  })

  it('is read where contrast is forced, and where nobody sees the window', async () => {
    const texts = ['teal', 'hsl(210 50% 50%)', 'oklch(0.7 0.1 200)', 'color(rec2020 0 1 0)']
    await page.emulateMedia({ forcedColors: 'active' })
    expect(await differences(texts)).toEqual([])
    await page.emulateMedia({ forcedColors: 'none' })
    const hidden = await page.evaluate(
      async ([code = '', ...all]) => {
        const frame = document.createElement('iframe')
        frame.hidden = true
        frame.srcdoc = `<script>${code};onmessage = ({ data }) =>
          parent.postMessage(data.map((text) => cssColor.parseWideColor(text)), '*')</script>`
        document.body.append(frame)
        await new Promise((resolve) => frame.addEventListener('load', resolve))
        const answer = new Promise<MessageEvent<Read[]>>((resolve) =>
          addEventListener('message', resolve, { once: true }),
        )
        frame.contentWindow?.postMessage(all, '*')
        return (await answer).data
      },
      [script, ...texts],
    )
    expect(hidden).toEqual(await readInBrowser(texts))
  })
})

function hexDigits(bits: number): string {
  return bits.toString(16).padStart(6, '0')
}
