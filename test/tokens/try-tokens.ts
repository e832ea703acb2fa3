import { converter, parse } from 'culori'
import type { BrandColor, Rgba } from '../../shared/brand.ts'
import { sameColor } from '../../shared/color.ts'
import { decodeColors } from '../../ui/cliquify/decode/colors.ts'
import { openColors } from '../plugin/colors/open-colors.ts'
import { readTokenSets, type TokenSet } from './token-sets.ts'

/** Reads published sets of colors and syncs them; true where nothing was wrong. */
export async function tryTokens(): Promise<boolean> {
  const rows: Awaited<ReturnType<typeof trySet>>[] = []
  for (const set of await readTokenSets()) rows.push(await trySet(set))
  console.table(rows)
  return rows.every((row) => row.wrong + row.failed + row['second sync'] === 0)
}

async function trySet({ name, content }: TokenSet) {
  const { items, skipped } = decodeColors(content)
  const synced = { wrong: items.filter(isMisread).length, failed: 0, again: 0 }
  for (const target of ['styles', 'variables'] as const) {
    const opened = openColors({ target })
    const report = await opened.apply(items)
    synced.failed += report.rows.filter(({ result }) => result === 'failed').length
    synced.wrong += countMissing(
      items,
      target === 'styles' ? stylesIn(opened) : variablesIn(opened),
    )
    opened.file.clearWrites()
    await opened.apply(items)
    synced.again += opened.file.writes().length
  }
  return {
    set: name,
    colors: items.length,
    skipped: skipped.length,
    wrong: synced.wrong,
    failed: synced.failed,
    'second sync': synced.again,
  }
}

/** Whether culori reads another color in the same text. */
function isMisread({ value, notation, gradient }: BrandColor): boolean {
  const theirs = gradient === undefined ? parse(notation) : undefined
  if (theirs === undefined) return false
  const { r, g, b, alpha = 1 } = toRgb(theirs)
  return !sameColor(value, { r: unit(r), g: unit(g), b: unit(b), a: alpha })
}

const toRgb = converter('rgb')

function unit(channel: number): number {
  return Math.min(1, Math.max(0, channel))
}

type Opened = ReturnType<typeof openColors>

function stylesIn({ styles }: Opened): readonly Rgba[] {
  return styles().flatMap(({ paints: [paint] }) =>
    paint?.color == null ? [] : [{ ...paint.color, a: paint.opacity }],
  )
}

function variablesIn({ variables }: Opened): readonly Rgba[] {
  return variables().flatMap(({ valuesByMode }) => Object.values(valuesByMode) as readonly Rgba[])
}

/** How many of the colors the file has not got, by their values. */
function countMissing(colors: readonly BrandColor[], written: readonly Rgba[]): number {
  return colors.filter(({ value }) => !written.some((each) => sameColor(each, value))).length
}
