import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { draw } from './drawn.ts'
import { useMediaPage } from './use-media-page.ts'

const page = useMediaPage()

function svg(inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="200">${inside}</svg>`
}

/** Levels of definitions, each of which is drawn ten times by the one before. */
function laughs(
  levels: number,
  define: (id: string, inside: string) => string,
  use: (id: string) => string,
): string {
  const definitions = Array.from({ length: levels }, (_, level) =>
    define(
      `n${level}`,
      level === levels - 1 ? '<path d="M0 0h9"/>' : use(`n${level + 1}`).repeat(10),
    ),
  )
  return svg(`<defs>${definitions.join('')}</defs>${use('n0')}`)
}

const group = (id: string, inside: string): string => `<g id="${id}">${inside}</g>`
const square = (more: string): string => `<rect width="4" height="4" ${more}/>`
const pattern = (id: string, inside: string): string =>
  `<pattern id="${id}" width="4" height="4" patternUnits="userSpaceOnUse">${inside}</pattern>`
const GRADIENTS = Array.from(
  { length: 2000 },
  (_, at) => `<linearGradient id="g${at}" href="#g${at + 1}"/>`,
).join('')
const dataOf = (text: string): string => Buffer.from(text).toString('base64')

const BOMBS: readonly (readonly [name: string, file: string | Uint8Array])[] = [
  ['patterns in patterns', laughs(9, pattern, (id) => square(`fill="url(#${id})"`))],
  ['uses of uses', laughs(8, group, (id) => `<use href="#${id}"/>`)],
  [
    'uses of uses, as they were written once',
    laughs(8, group, (id) => `<use xlink:href="#${id}"/>`),
  ],
  [
    'symbols in symbols',
    laughs(
      8,
      (id, inside) => `<symbol id="${id}">${inside}</symbol>`,
      (id) => `<use href="#${id}"/>`,
    ),
  ],
  [
    'masks in masks',
    laughs(
      8,
      (id, inside) => `<mask id="${id}">${inside}</mask>`,
      (id) => square(`mask="url(#${id})"`),
    ),
  ],
  [
    'markers on markers',
    laughs(
      6,
      (id, inside) => `<marker id="${id}">${inside}</marker>`,
      (id) => `<path d="M0 0h1v1" marker-mid="url(#${id})"/>`,
    ),
  ],
  [
    'patterns that a rule gives',
    svg(
      `<style>.p *{fill:url(#n0)}</style>${laughs(8, pattern, (id) => square(`style="fill:url('#${id}')"`))}<g class="p">${square('')}</g>`,
    ),
  ],
  [
    'patterns that a group hands down',
    laughs(8, pattern, (id) => `<g fill="url(#${id})">${square('')}</g>`),
  ],
  [
    'patterns that a variable hands down',
    laughs(8, pattern, (id) => `<g style="--p:url(#${id})">${square('style="fill:var(--p)"')}</g>`),
  ],
  ['gradients of gradients', svg(`${GRADIENTS}<rect width="9" height="9" fill="url(#g0)"/>`)],
  [
    'a picture that is one',
    svg(
      `<image width="9" height="9" href="data:image/svg+xml;base64,${dataOf(laughs(9, pattern, (id) => square(`fill="url(#${id})"`)))}"/>`,
    ),
  ],
  [
    'rules of references for each of many shapes',
    svg(`<style>${'rect{fill:url(#a)}'.repeat(5000)}</style>${square('id="a"').repeat(5000)}`),
  ],
  ['two million shapes, packed', gzipSync(svg('<path/>'.repeat(2_000_000)))],
  [
    'a pattern of a path of two million points',
    svg(
      `${pattern('p', `<path d="M0 0${'h1v1'.repeat(1_000_000)}"/>`)}${square('fill="url(#p)"').repeat(50)}`,
    ),
  ],
]

describe('an SVG that would take minutes to draw', () => {
  it.each(BOMBS)('is refused before anything is drawn: %s', async (_, file) => {
    const started = performance.now()
    const { refused } = await draw(page(), file)
    expect(refused).toContain('“Mark” is an SVG that is too complex.')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('and what only looks like one is drawn', async () => {
    const few = laughs(3, pattern, (id) => square(`fill="url(#${id})"`))
    expect(await draw(page(), few)).toMatchObject({ type: 'image', refused: '' })
    const again = svg(
      '<g id="a"><use href="#b"/><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    )
    expect(await draw(page(), again)).toMatchObject({ refused: '' })
    const many = svg(
      `<mask id="m"><rect width="9" height="9"/></mask><g mask="url(#m)">${square('').repeat(9000)}</g>`,
    )
    expect(await draw(page(), many)).toMatchObject({ type: 'vector', refused: '' })
  })
})

describe('an SVG of more than Figma takes as vectors is a picture', () => {
  it.each([
    ['shapes', square('').repeat(15_001)],
    [
      'shapes that are repeated',
      `<g id="a">${square('').repeat(1000)}</g>${'<use href="#a"/>'.repeat(20)}`,
    ],
    ['points', `<path d="M0 0${'h1v1'.repeat(400_000)}"/>`],
    ['points of lines', `<polyline points="${'10 20 '.repeat(300_000)}"/>`],
  ])('by its %s', async (_, inside) => {
    expect(await draw(page(), svg(inside))).toMatchObject({
      type: 'image',
      note: 'It is a picture, because it has more shapes than Figma takes as vectors.',
    })
  })
})

describe('a drawing that takes long', () => {
  it('is drawn beside the window, which goes on answering', async () => {
    const slow = `<filter id="f"><feGaussianBlur stdDeviation="40"/><feTurbulence/></filter>${square('filter="url(#f)" transform="scale(40)"').repeat(200)}`
    await page().evaluate(() => {
      let last = performance.now()
      const watch = { longest: 0 }
      Object.assign(globalThis, { watch })
      setInterval(() => {
        watch.longest = Math.max(watch.longest, performance.now() - last)
        last = performance.now()
      }, 10)
    })
    const started = performance.now()
    await draw(page(), svg(slow).replaceAll('"200"', '"1000"'))
    const took = performance.now() - started
    const longest = await page().evaluate(
      () => (Reflect.get(globalThis, 'watch') as { longest: number }).longest,
    )
    expect(longest).toBeLessThan(took / 2)
  })
})
