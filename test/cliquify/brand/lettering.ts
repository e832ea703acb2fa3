import { arc, circle, open } from './drawing.ts'

/** A letter as strokes: the baseline is y = 0, lower-case letters are 10 high. */
interface Letter {
  readonly width: number
  readonly strokes: readonly string[]
}

const stem = (x: number, top: number): string =>
  open([
    { x, y: top },
    { x, y: 0 },
  ])
const bowl = circle(5, -5, 5)
const bar = open([
  { x: 0, y: -10 },
  { x: 6, y: -10 },
])
const arch = `${arc(4.5, -5.5, 4.5, 180, 360)} L9 0`

const LETTERS: Readonly<Record<string, Letter>> = {
  a: { width: 10, strokes: [bowl, stem(10, -10)] },
  c: { width: 8.6, strokes: [arc(5, -5, 5, -45, -315)] },
  d: { width: 10, strokes: [bowl, stem(10, -16)] },
  e: { width: 10, strokes: [`M0 -5 L10 -5`, arc(5, -5, 5, 0, -312)] },
  f: { width: 6, strokes: [`${arc(5.5, -12.8, 3.2, -80, -180)} L2.3 0`, bar] },
  h: { width: 9, strokes: [stem(0, -16), arch] },
  i: { width: 0.6, strokes: [stem(0.3, -10), 'M0.3 -14.4 L0.3 -14.3'] },
  n: { width: 9, strokes: [stem(0, -10), arch] },
  o: { width: 10, strokes: [bowl] },
  r: { width: 5.6, strokes: [stem(0, -10), arc(4.8, -5.2, 4.8, 180, 280)] },
  s: {
    width: 6.8,
    strokes: [
      'M6.4 -8.4 C6 -9.5 4.9 -10 3.5 -10 C1.7 -10 0.4 -9 0.4 -7.5 C0.4 -4 6.8 -6 6.8 -2.6 ' +
        'C6.8 -1 5.2 0 3.4 0 C1.7 0 0.4 -0.7 0 -2',
    ],
  },
  t: { width: 6, strokes: ['M2.4 -14 L2.4 -3 C2.4 -1 3.6 0 5.8 -0.2', bar] },
  u: { width: 9, strokes: [`M0 -10 L0 -4.5 C0 -2 2 0 4.5 0 C7 0 9 -2 9 -4.5 L9 -10`] },
  w: { width: 14, strokes: ['M0 -10 L3.5 0 L7 -10 L10.5 0 L14 -10'] },
  ' ': { width: 4, strokes: [] },
}

const GAP = 3.4

/** Lays out lower-case words as stroked paths; `size` is the height of an x in pixels. */
export function lettering(
  text: string,
  x: number,
  baseline: number,
  size: number,
): { readonly width: number; readonly paths: readonly string[] } {
  const scale = size / 10
  const paths: string[] = []
  let at = 0
  for (const character of text) {
    const letter = LETTERS[character]
    if (letter === undefined) throw new Error(`the lettering has no "${character}"`)
    for (const stroke of letter.strokes) paths.push(moved(stroke, x + at * scale, baseline, scale))
    at += letter.width + GAP
  }
  return { width: (at - GAP) * scale, paths }
}

function moved(d: string, x: number, y: number, scale: number): string {
  let isX = false
  return d.replace(/-?[\d.]+/g, (text) => {
    isX = !isX
    return String(Math.round((Number(text) * scale + (isX ? x : y)) * 100) / 100)
  })
}
