import type { Filled, Obstacle, TemplatePage, Unfilled } from '../../shared/placement.ts'
import { countOf } from '../kit/count-of.ts'
import { sentences } from '../kit/sentences.ts'

const MOST_NOTES = 3

const OBSTACLES: Record<Obstacle['why'], string> = {
  instance: 'is an instance',
  locked: 'is locked',
  hidden: 'is hidden',
  variants: 'holds only variants',
}

/** Why layers were left as they are. */
const LEFT: readonly (readonly [Unfilled, string])[] = [
  ['locked', 'locked'],
  ['unable', 'no shape or frame'],
  ['gone', 'no longer in the file'],
  ['failed', 'refused by Figma'],
]

/** "“Logo”", or "3 assets". */
export function assetsText(names: readonly string[]): string {
  const [name = '', ...others] = names
  return others.length === 0 ? `“${name}”` : countOf(names.length, 'asset')
}

/** "“Logo” placed in Page 1.", or how many of how many were, with what people should know of them. */
export function placedText(
  names: readonly string[],
  total: number,
  parentName: string,
  notes: readonly string[],
): string {
  const { length } = names
  if (length === 0) return ''
  const where = parentName === '' ? '' : ` in ${parentName}`
  const what = length === total ? assetsText(names) : `${length} of ${total} assets`
  return withNotes(`${what} placed${where}.`, notes)
}

/** "“Card” is locked: placed in “Page 1” instead." */
export function elsewhereText({ name, why }: Obstacle, parentName: string): string {
  return `“${name}” ${OBSTACLES[why]}: placed in “${parentName}” instead.`
}

/** What of a template people can change. */
export function templateText(template: TemplatePage): string {
  const where = template === 'with-page' ? ' “Edit in Cliquify” opens it there.' : ''
  return `The picture in its frame is locked.${where}`
}

/** How many layers show these assets now, and how many do not, and why. */
export function shownText(
  names: readonly string[],
  all: readonly Filled[],
  notes: readonly string[],
): string {
  const sum = (countIn: (each: Filled) => number): number =>
    all.reduce((total, each) => total + countIn(each), 0)
  const left = LEFT.flatMap(([why, text]) => {
    const count = sum((each) => each.left[why])
    return count === 0 ? [] : [`${count} ${text}`]
  })
  const filled = countOf(
    sum((each) => each.filled),
    'layer',
  )
  const done = names.length === 0 ? 'Nothing was filled.' : `${assetsText(names)} put in ${filled}.`
  return withNotes(
    sentences(done, left.length > 0 && `Left as they are: ${left.join(', ')}.`),
    notes,
  )
}

/** Of several assets for fewer layers, those that found none; empty where there are none. */
export function unusedNotes(assets: number, layers: number): readonly string[] {
  return assets > layers ? [`Only ${layers} of ${assets} assets used, one for each layer.`] : []
}

function withNotes(text: string, notes: readonly string[]): string {
  const different = [...new Set(notes)]
  const more = different.length - MOST_NOTES
  return sentences(
    text,
    ...different.slice(0, MOST_NOTES),
    more > 0 && `${more} more were changed in that way.`,
  )
}
