import type { Filled, Obstacle, TemplatePage } from '../../shared/placement.ts'
import { countOf } from '../kit/count-of.ts'
import { sentences } from '../kit/sentences.ts'

const MOST_NOTES = 3

const OBSTACLES: Record<Obstacle['why'], string> = {
  instance: 'is an instance',
  locked: 'is locked',
  hidden: 'is hidden',
  variants: 'holds only variants',
}

/** "“Logo” placed in Page 1.", or how many of how many were, with what people should know of them. */
export function placedText(
  names: readonly string[],
  total: number,
  parentName: string,
  notes: readonly string[],
): string {
  const [name] = names
  if (name === undefined) return ''
  const where = parentName === '' ? '' : ` in ${parentName}`
  const what =
    total === 1
      ? `“${name}”`
      : names.length === total
        ? countOf(total, 'asset')
        : `${names.length} of ${total} assets`
  return withNotes(`${what} placed${where}.`, notes)
}

/** "“Card” is locked, so it was placed in “Page 1” instead." */
export function elsewhereText({ name, why }: Obstacle, parentName: string, count: number): string {
  const was = count === 1 ? 'it was' : 'they were'
  return `“${name}” ${OBSTACLES[why]}, so ${was} placed in “${parentName}” instead.`
}

/** What of a template people can change. */
export function templateText(template: TemplatePage): string {
  const where = template === 'with-page' ? ' “Edit in Cliquify” opens it there.' : ''
  return `The picture in its frame is locked.${where}`
}

/** How many layers show them now, and how many do not, and why. */
export function filledText(
  names: readonly string[],
  { filled, left }: Filled,
  notes: readonly string[],
): string {
  const reasons = [
    reason(left.locked, 'locked'),
    reason(left.unable, 'no shape or frame'),
    reason(left.gone, 'no longer in the file'),
    reason(left.failed, 'refused by Figma'),
  ].filter((text) => text !== null)
  const [name = '', second] = names
  const what = second === undefined ? `“${name}” fills` : `${countOf(names.length, 'asset')} fill`
  const done = filled === 0 ? 'Nothing was filled.' : `${what} ${countOf(filled, 'layer')}.`
  const leftAlone = reasons.length > 0 && `Left as they are: ${reasons.join(', ')}.`
  return withNotes(sentences(done, leftAlone), notes)
}

export function replacedText(
  names: readonly string[],
  replaced: number,
  notes: readonly string[],
): string {
  const [name = '', second] = names
  const what =
    second === undefined ? `“${name}” now shows` : `${countOf(names.length, 'asset')} now show`
  return withNotes(`${what} in ${countOf(replaced, 'layer')}.`, notes)
}

/** Of several assets for fewer layers, those that found none; empty where there are none. */
export function unusedNotes(assets: number, layers: number): readonly string[] {
  if (assets <= layers) return []
  const used = layers === 1 ? 'Only the first' : `Only the first ${layers}`
  return [`${used} of ${assets} assets ${layers === 1 ? 'is' : 'are'} used, one for each layer.`]
}

export function loadingText(names: readonly string[]): string {
  const [name, second] = names
  if (name === undefined) return ''
  return second === undefined
    ? `Loading the full picture of “${name}”…`
    : `Loading the full pictures of ${countOf(names.length, 'asset')}…`
}

function reason(count: number, why: string): string | null {
  return count === 0 ? null : `${count} ${why}`
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
