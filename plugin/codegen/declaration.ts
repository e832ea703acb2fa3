import { plainText } from '../../shared/plain-text.ts'
import type { Expression } from './expression.ts'
import type { Part } from './read-layer.ts'

/** One thing of a layer in code, before it has the form of a language. */
export interface Declaration {
  readonly part: Part
  /** Null where the part has no color. */
  readonly color: Expression | null
  /** Of its own within the layer: `fill`, `stroke`, `fill2`. */
  readonly name: string
  /** What is told beside it, on one line; may be empty. */
  readonly comment: string
}

const NAMES = { fill: 'fill', text: 'text', stroke: 'stroke', shadow: 'shadow', blur: 'blur' }

/** Longer texts are cut. */
const MOST_CHARACTERS = 24

/** `expressionOf`: a part’s color in the notation that is asked for. */
export function declarationsOf(
  parts: readonly Part[],
  expressionOf: (part: Part) => Expression | null,
): readonly Declaration[] {
  const counts = new Map<string, number>()
  return parts.map((part) => {
    const stem = NAMES[part.type === 'paint' ? part.on : part.type]
    const count = (counts.get(stem) ?? 0) + 1
    counts.set(stem, count)
    const color = expressionOf(part)
    const told = [
      part.type === 'paint' && part.characters !== null
        ? `“${plainText(part.characters, MOST_CHARACTERS)}”`
        : '',
      color?.comment ?? '',
      part.type === 'paint' && part.found === null ? `a ${part.what}, which is no color` : '',
      color?.code === null ? 'no such thing in this language' : '',
    ]
    const comment = told.filter((each) => each !== '').join(': ')
    return { part, color, name: count === 1 ? stem : stem + String(count), comment }
  })
}

/** What of a part is a size, in pixels. */
export function sizesOf(part: Part): readonly (readonly [string, number])[] {
  if (part.type === 'blur') return [['radius', part.radius]]
  if (part.type === 'paint') return part.width === null ? [] : [['width', part.width]]
  const { x, y, blur, spread } = part
  return [
    ['x', x],
    ['y', y],
    ['blur', blur],
    ...(spread === 0 ? [] : [['spread', spread] as const]),
  ]
}
