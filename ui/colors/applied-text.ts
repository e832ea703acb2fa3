import type { ColorUse, UsedColor } from '../../shared/sync.ts'
import { countOf } from '../kit/count-of.ts'

/** "Filled 2 layers with Night Sky.", or with what is to be known in its place, or what to do first. */
export function appliedText(
  name: string,
  as: ColorUse['as'],
  used: UsedColor,
  isUnsynced = false,
): string {
  const { layers, locked, unable, manyColored, pictures, linked, unreachable } = used
  const picturesText = `${countOf(pictures, 'picture')} left unchanged`
  if (layers > 0) {
    const from = linked?.library ? `, from ${linked.library}` : ''
    const notes = [
      isUnsynced && 'not linked: not synced yet',
      linked?.lags && `older than Cliquify’s: update ${linked.library}`,
      unreachable && 'the library was not reached',
      locked > 0 && `${locked} locked left unchanged`,
      manyColored > 0 && `${manyColored} of several colors left unchanged`,
      pictures > 0 && picturesText,
      unable > 0 && `${unable} cannot take a ${as}`,
    ].filter(Boolean)
    const what = `${as === 'fill' ? 'Filled' : 'Stroked'} ${countOf(layers, 'layer')}`
    return notes.length > 0 ? `${what}, ${notes.join(', ')}.` : `${what} with ${name}${from}.`
  }
  if (locked > 0) return 'What is selected is locked. Unlock it first.'
  if (pictures > 0) return `${picturesText}.`
  if (manyColored > 0) return 'It has several colors. Select a shape in it first.'
  return unable > 0
    ? `It cannot take a ${as}. Select a shape, frame or text first.`
    : 'Select a layer first.'
}
