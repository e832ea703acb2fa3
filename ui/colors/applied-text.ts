import type { ColorUse, UsedColor } from '../../shared/sync.ts'
import { countOf } from '../kit/count-of.ts'
import { sentences } from '../kit/sentences.ts'

/** "Night Sky applied as fill to 2 layers.", or why to none, and what to do about it. */
export function appliedText(name: string, as: ColorUse['as'], used: UsedColor): string {
  const { layers, locked, unable, manyColored, pictures, linked, unreachable } = used
  const picturesText = `${countOf(pictures, 'picture')} left unchanged.`
  if (layers > 0) {
    return sentences(
      `${name} applied as ${as} to ${countOf(layers, 'layer')}${linked?.library ? `, from ${linked.library}` : ''}.`,
      linked?.lags && 'It is older than Cliquify’s: update the library.',
      unreachable && 'The library could not be reached.',
      locked > 0 && `${countOf(locked, 'locked layer')} left unchanged.`,
      manyColored > 0 && `${countOf(manyColored, 'layer')} of several colors left unchanged.`,
      pictures > 0 && picturesText,
      unable > 0 && `${countOf(unable, 'layer')} cannot take a ${as}.`,
    )
  }
  const again = `then click ${name} again.`
  if (locked > 0) return `What is selected is locked. Unlock it, ${again}`
  if (pictures > 0) return picturesText
  if (manyColored > 0) {
    return `What is selected has several colors. Select a shape in it, ${again}`
  }
  return unable > 0
    ? `What is selected cannot take a ${as}. Select a shape, frame or text, ${again}`
    : `Nothing is selected. Select a layer, ${again}`
}
