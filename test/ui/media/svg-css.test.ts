import { beforeAll, describe, expect, it } from 'vitest'
import { draw } from './drawn.ts'
import { networkRequests } from './network-requests.ts'
import { useMediaPage } from './use-media-page.ts'

const page = useMediaPage()
let requests: readonly string[] = []
beforeAll(() => {
  requests = networkRequests(page())
})

/** Two halves, of classes `a` and `b`; `g` is a gradient of one color, `#008000`. */
function halves(css: string): string {
  const gradient = '<linearGradient id="g"><stop stop-color="#008000"/></linearGradient>'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><defs>${gradient}</defs><style>${css}</style><rect class="a" width="10" height="10"/><rect class="b" x="10" width="10" height="10"/></svg>`
}

const HALVES = [
  [0.25, 0.5],
  [0.75, 0.5],
] as const

describe('style sheets in an SVG', () => {
  it.each([
    [
      "@import url('https://fonts.example/css2?wght@400;700');.a{fill:#dd0000}.b{fill:#0000dd}",
      ['#dd0000', '#0000dd'],
    ],
    ['@\\69mport "//x.example/a.css"; .a{fill:url(#g)}', ['#008000', '#000000']],
    ['@import "//x.example/{}.css" layer(a;b);.b{fill:url("#g")}', ['#000000', '#008000']],
    ['.a{fill:url(#g)} .b{fill:u\\72l(//x.example/a) #0000dd}', ['#008000', '#000000']],
    ['.a{fill:#dd0000;fill:src("//x.example")}.b{fill:#0000dd}', ['#dd0000', '#0000dd']],
    [
      '/* url( */ .a{fill:url(#g)} .b{mask:image-set("//x.example/a" 1x);fill:#0000dd}',
      ['#008000', '#0000dd'],
    ],
    [
      ':root{--x:u\\72l(//x.example/a);--y:#dd0000}.a{fill:var(--y)}.b{cursor:var(--x);fill:#0000dd}',
      ['#dd0000', '#0000dd'],
    ],
    [
      '@media screen{@supports (fill:red){.a{fill:#dd0000;filter:url(//x.example/f#f)}}}.b{fill:#0000dd}',
      ['#dd0000', '#0000dd'],
    ],
    [
      '.b{content:"}@import";fill:#0000dd}.a{fill:#dd0000} @property --p{syntax:"*";initial-value:url(//x.example);inherits:false}',
      ['#dd0000', '#0000dd'],
    ],
  ])('keep what they draw, and no address: %s', async (css, colors) => {
    const drawn = await draw(page(), halves(css), HALVES)
    expect(drawn).toMatchObject({ refused: '', colors })
    expect(drawn.svg).not.toMatch(/example|import/)
    expect(requests).toEqual([])
  })

  const A_FONT = '@font-face{font-family:A;src:url(data:font/woff2;base64,'
  it.each([
    ['a font', `${A_FONT}${'d09G'.repeat(500_000)})}`],
    ['a rule that is never closed', A_FONT + 'd09G'.repeat(500_000)],
    ['a picture', `.c{background:url("data:image/png;base64,${'d09G'.repeat(500_000)}")}`],
    ['a value of its own', `.c{--c:url(data:image/png;base64,${'d09G'.repeat(500_000)})}`],
    ['url( and spaces', `url(${' '.repeat(200_000)}`],
    ['many url(', 'url('.repeat(50_000)],
    ['many quotes', `.c{--c:${'url("'.repeat(50_000)}`],
    ['many references', `.c{--c:${'url( #a )'.repeat(20_000)}}`],
    ['many comments', `url(#a)${'/*'.repeat(100_000)}`],
    ['many imports', '@import '.repeat(25_000)],
    ['many escapes', '\\'.repeat(200_000)],
    ['many declarations', '.c{fill:url(#a)}'.repeat(12_000)],
  ])('cost no more than their length, however they are written: %s', async (_, css) => {
    const started = performance.now()
    const drawn = await draw(page(), halves(`.a{fill:#dd0000}${css}`), HALVES)
    expect(drawn.colors[0]).toBe('#dd0000')
    // By the square of their length it would be minutes.
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('CSS in attributes of an SVG', () => {
  it.each([
    ['style="fill: u\\72l(//x.example/a)"'],
    ['style="fill: src(\'//x.example/a\'); stroke: none"'],
    ['style="--a: url(//x.example/a); fill: var(--a)"'],
    ['mask="url(//x.example/a#b)"'],
    ['filter="u\\72l(//x.example/a#b)"'],
    ['clip-path="url( \'//x.example/a#b\' )"'],
    ['cursor="image-set(&quot;//x.example/a&quot; 1x)"'],
    ['data-more="url(//x.example/a)"'],
  ])('points nowhere else: %s', async (attribute) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" ${attribute}/></svg>`
    const drawn = await draw(page(), svg, [[0.5, 0.5]])
    expect(drawn).toMatchObject({ refused: '', colors: ['#000000'] })
    expect(drawn.svg).not.toContain('example')
  })

  it.each([
    ['id="image(1)"', 'href="#image(1)"'],
    ['id="url(#a)"', 'href="#url(#a)"'],
    ['id="src(&quot;a&quot;)"', 'href="#src(&quot;a&quot;)"'],
    ['id="a\\b@import"', 'href="#a\\b@import"'],
  ])('is not looked for in names: %s', async (id, reference) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><defs><rect ${id} width="4" height="4" fill="#dd0000"/></defs><use ${reference}/></svg>`
    expect(await draw(page(), svg, [[0.5, 0.5]])).toMatchObject({ colors: ['#dd0000'] })
  })

  it('keeps references to what is inside', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><linearGradient id="a(1)"><stop stop-color="#008000"/></linearGradient><rect width="2" height="4" fill="url('#a(1)')"/><rect x="2" width="2" height="4" style="fill: url(&quot;#a(1)&quot;)"/></svg>`
    expect((await draw(page(), svg, HALVES)).colors).toEqual(['#008000', '#008000'])
  })
})
