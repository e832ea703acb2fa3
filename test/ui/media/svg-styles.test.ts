import { describe, expect, it } from 'vitest'
import { draw } from './drawn.ts'
import { useMediaPage } from './use-media-page.ts'

const page = useMediaPage()

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const SQUARE = '<rect width="20" height="20"'
const MIDDLE = [[0.5, 0.5]] as const

function svg(inside: string, root = ''): string {
  return `<svg ${NS} width="20" height="20" ${root}>${inside}</svg>`
}

describe('vectors have in attributes, as drawn,', () => {
  it.each([
    ['a class', `<style>.a{fill:#dd0000}</style>${SQUARE} class="a"/>`, 'fill="#dd0000"'],
    [
      'what is more specific',
      `<style>#b{fill:#dd0000}rect.a{fill:blue}</style>${SQUARE} id="b" class="a"/>`,
      'fill="#dd0000"',
    ],
    [
      'a rule within a rule',
      `<style>@media screen{svg{&amp; .a{fill:#dd0000}}}</style>${SQUARE} class="a"/>`,
      'fill="#dd0000"',
    ],
    [
      'the size of the view',
      `<style>@media (max-width:20px){.a{fill:#dd0000}}</style>${SQUARE} class="a"/>`,
      'fill="#dd0000"',
    ],
    [
      'what a group hands down',
      `<style>g{fill:#dd0000}</style><g>${SQUARE}/></g>`,
      '<g fill="#dd0000">',
    ],
    [
      'a variable',
      `<style>svg{--a:#dd0000}.a{fill:var(--a)}</style>${SQUARE} class="a"/>`,
      'fill="#dd0000"',
    ],
    [
      'a variable of a style',
      `<g style="--a:#dd0000">${SQUARE} style="fill:var(--a, blue)"/></g>`,
      'fill="#dd0000"',
    ],
    ['hsl()', `${SQUARE} fill="hsl(0 100% 43.3%)"/>`, 'fill="#dd0000"'],
    ['oklch()', `${SQUARE} style="fill:color(srgb 0.8667 0 0)"/>`, 'fill="#dd0000"'],
    ['currentColor', `<g color="#dd0000">${SQUARE} fill="currentColor"/></g>`, 'fill="#dd0000"'],
    [
      'a color of an attribute that a rule overrides',
      `<style>.a{fill:#dd0000}</style>${SQUARE} class="a" fill="blue"/>`,
      'fill="#dd0000"',
    ],
    [
      'a reference in quotes',
      `<linearGradient id="g"><stop stop-color="#dd0000"/></linearGradient>${SQUARE} fill="url('#g')"/>`,
      'fill="url(#g)"',
    ],
    [
      'a reference of a style',
      `<linearGradient id="g"><stop style="stop-color:hsl(0 100% 43.3%)"/></linearGradient>${SQUARE} style="fill:url(#g) blue"/>`,
      'fill="url(#g)"',
    ],
    [
      'a width of a rule',
      `<style>rect{width:20px;height:20px;fill:#dd0000}</style><rect/>`,
      'width="20"',
    ],
    [
      'a path of a rule',
      `<style>path{d:path("M0 0H20V20H0z");fill:#dd0000}</style><path/>`,
      'd="M 0 0',
    ],
    [
      'a transform of a rule',
      `<style>rect{transform:translate(10px) scale(2);transform-origin:10px 0;fill:#dd0000}</style><rect width="10" height="20"/>`,
      'transform="translate(10 0) matrix(',
    ],
    [
      'what is used elsewhere',
      `<style>.a{fill:#dd0000}</style><defs>${SQUARE} id="r"/></defs><use href="#r" class="a"/>`,
      'fill="#dd0000"',
    ],
    [
      'what a clip has',
      `<style>.c{clip-path:url(#c);fill:#dd0000}</style><clipPath id="c">${SQUARE}/></clipPath>${SQUARE} class="c"/>`,
      'clip-path="url(#c)"',
    ],
    [
      'what a mask has',
      `<style>.m{mask:url(#m)}.w{fill:white}</style><mask id="m">${SQUARE} class="w"/></mask>${SQUARE} class="m" fill="#dd0000"/>`,
      'mask="url(#m)"',
    ],
    [
      'how it blends',
      `<style>.b{mix-blend-mode:multiply;fill:#dd0000}</style>${SQUARE} class="b"/>`,
      'style="mix-blend-mode:multiply"',
    ],
    [
      'half of a color that has an opacity',
      `<rect width="20" height="20" fill="white"/>${SQUARE} style="fill:rgba(221,0,0,.5);fill-opacity:.5"/>`,
      'fill-opacity="0.25"',
      '#f6bfbf',
    ],
    [
      'half of a color',
      `<rect width="20" height="20" fill="white"/>${SQUARE} style="fill:rgba(221,0,0,.5)"/>`,
      'fill-opacity="0.5',
      '#ee7f7f',
    ],
  ])('%s', async (_, inside, expected, color = '#dd0000') => {
    const drawn = await draw(page(), svg(inside), MIDDLE)
    expect(drawn).toMatchObject({ type: 'vector', refused: '', note: null, colors: [color] })
    expect(drawn.svg).toContain(expected)
    expect(drawn.svg).not.toMatch(/<style|hsl|var\(|currentColor|url\(['"]/)
  })
})

describe('what attributes cannot say', () => {
  it.each([
    ['styles', 'a filter of CSS', `${SQUARE} style="filter:hue-rotate(90deg)"/>`],
    ['styles', 'a clip of CSS', `<style>rect{clip-path:circle(40%)}</style>${SQUARE}/>`],
    [
      'styles',
      'a transform about the middle of a shape',
      `<style>rect{transform-box:fill-box;transform-origin:center;transform:rotate(45deg)}</style>${SQUARE}/>`,
    ],
    ['styles', 'a rotation of its own', `${SQUARE} style="rotate:calc(45deg)"/>`],
    [
      'styles',
      'a color that each use has',
      `<defs>${SQUARE} id="r" fill="currentColor"/></defs><use href="#r" color="red"/>`,
    ],
    [
      'clips and effects of a whole drawing',
      'a clip of the whole',
      `<clipPath id="c">${SQUARE}/></clipPath>${SQUARE}/>`,
      'clip-path="url(#c)"',
    ],
    [
      'clips and effects of a whole drawing',
      'a filter of the whole',
      `<filter id="c"><feGaussianBlur stdDeviation="1"/></filter>${SQUARE}/>`,
      'style="filter:url(#c)"',
    ],
    [
      'markers',
      'markers',
      `<marker id="m"><path d="M0 0h2v2z"/></marker><path d="M0 0h9v9" marker-end="url(#m)"/>`,
    ],
  ])('makes it a picture, told as %s: %s', async (what, _, inside, root = '') => {
    expect(await draw(page(), svg(inside, root))).toMatchObject({
      type: 'image',
      note: `It is a picture, because Figma has no ${what === 'styles' ? 'such styles' : what} in vectors.`,
    })
  })
})

describe('what a drawing has of the page around it', () => {
  it.each([
    ['a width of the view', `<rect width="100vw" height="100vh" fill="#dd0000"/>`, ''],
    [
      'a width of the view in a style',
      `<rect style="width:100vw;height:100vh" fill="#dd0000"/>`,
      '',
    ],
    ['a ground', '', 'style="background:#dd0000"'],
    ['a ground of a rule', '<style>svg{background-color:#dd0000}</style>', ''],
  ])('is in the vectors: %s', async (_, inside, root) => {
    const drawn = await draw(page(), svg(inside, root), [[0.9, 0.9]])
    expect(drawn).toMatchObject({ type: 'vector', colors: ['#dd0000'] })
    expect(drawn.svg).not.toMatch(/\dv[wh]|background/)
  })

  it.each([
    ['a width of the view', `<rect width="25vw" height="100vh" fill="#dd0000"/>`],
    [
      'a rule for its size',
      `<style>@media (max-width:20px){.a{fill:#dd0000}}</style><rect class="a" width="5" height="20"/>`,
    ],
  ])('is in a picture of twice as many pixels: %s', async (_, inside) => {
    const pattern = `<pattern id="p" width="1" height="1"><path d="M0 0h9"/></pattern><path d="M0 0h1v1z" fill="url(#p)"/>`
    const drawn = await draw(page(), svg(inside + pattern), [
      [0.2, 0.5],
      [0.3, 0.5],
    ])
    expect(drawn).toMatchObject({ type: 'image', colors: ['#dd0000', 'none'] })
  })
})

describe('a paint of the whole', () => {
  it.each([['fill="url(#g)"'], ['style="fill:url(#g)"'], ['fill="hsl(120 100% 25.1%)"']])(
    'is in the vectors: %s',
    async (root) => {
      const gradient = '<linearGradient id="g"><stop stop-color="#008000"/></linearGradient>'
      const drawn = await draw(page(), svg(`${gradient}${SQUARE}/>`, root), MIDDLE)
      expect(drawn).toMatchObject({ type: 'vector', colors: ['#008000'] })
    },
  )
})

describe('a drawing that is shown to read its styles', () => {
  it('runs nothing, and leaves nothing in the window', async () => {
    const before = await page().evaluate(() => document.querySelectorAll('*').length)
    const hostile = `<style>.a{fill:#dd0000;animation:a 1s}@keyframes a{from{fill:#dd0000}}</style><animate onbegin="top.ran = 1" attributeName="x" begin="0s" dur="1s"/>${SQUARE} class="a" onload="top.ran = 1"/>`
    await draw(page(), svg(hostile, 'onload="top.ran = 1"'))
    expect(
      await page().evaluate(() => [
        document.querySelectorAll('*').length,
        Reflect.get(globalThis, 'ran'),
      ]),
    ).toEqual([before, undefined])
  })

  it('is left alone where its rules are more than can be matched in a moment', async () => {
    const rules = '.a{fill:red}'.repeat(10_000)
    const started = performance.now()
    const drawn = await draw(page(), svg(`<style>${rules}</style>${`${SQUARE}/>`.repeat(5000)}`))
    expect(drawn.type).toBe('image')
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
