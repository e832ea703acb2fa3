import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { draw, type Drawn } from './drawn.ts'
import { useMediaPage } from './use-media-page.ts'

const page = useMediaPage()

const LEFT_AND_RIGHT = [
  [0.25, 0.5],
  [0.75, 0.5],
] as const

/** Files of `cases/` that went wrong once, and how they look in the left and right half. */
const CASES: readonly (readonly [file: string, expected: Partial<Drawn>])[] = [
  ['embedded-font.svgz', { width: 200, height: 60 }],
  ['import-google-fonts.svg', { colors: ['#dd0000', '#0000dd'] }],
  ['css-escape.svg', { colors: ['#dd0000', '#dd0000'] }],
  ['huge-no-viewbox.svg', { width: 16_384, height: 8192, colors: ['#0000dd', '#0000dd'] }],
  ['svg-inside-svg.svg', { type: 'image', colors: ['#0000dd', '#ff0000'] }],
  ['id-with-parentheses.svg', { type: 'vector', colors: ['#dd0000', '#dd0000'] }],
  ['namespace-in-doctype.svg', { type: 'vector', colors: ['#dd0000', '#dd0000'] }],
  ['wrong-namespace.svg', { refused: expect.stringContaining('is a broken file') as string }],
  ['pattern-laughs.svg', { refused: expect.stringContaining('too complex') as string }],
  [
    'many-shapes.svgz',
    { note: 'It is a picture, because it has more shapes than Figma takes as vectors.' },
  ],
  ['lossless-with-profile.webp', { start: 'PNG', width: 1100, height: 1000 }],
  ['turned-sharp-colors.jpg', { start: 'JPEG', width: 120, height: 160 }],
  ['ico-v5.ico', { width: 16, height: 16 }],
  ['screen-0.gif', { width: 16, height: 16 }],
  ['one-color.webp', { width: 64, height: 64 }],
]

describe('a file that went wrong once', () => {
  it.each(CASES)('is right, or refused in a sentence: %s', async (file, expected) => {
    const bytes = await readFile(new URL(`./cases/${file}`, import.meta.url))
    const drawn = await draw(page(), bytes, LEFT_AND_RIGHT)
    expect(drawn).toMatchObject({ refused: '', ...expected })
    expect(drawn.svg).not.toContain('example')
  })
})
