import { commentText } from '../../shared/notation/notation.ts'
import type { Declaration } from './declaration.ts'
import { sized, type Unit } from './preferences.ts'
import type { LayerKind } from './read-layer.ts'

const FILLS = { box: 'background', text: 'color', shape: 'fill' } as const

/** Properties of CSS, which Sass and Tailwind’s theme take as well. */
export function writeWeb(
  declarations: readonly Declaration[],
  kind: LayerKind,
  unit: Unit,
): string {
  return declarations
    .map((declaration) => {
      const comment = commentText(declaration.comment, '*/')
      const property = propertyOf(declaration, kind, unit)
      if (property === null) return `/* ${comment} */`
      return comment === '' ? `${property};` : `${property}; /* ${comment} */`
    })
    .join('\n')
}

function propertyOf({ part, color }: Declaration, kind: LayerKind, unit: Unit): string | null {
  if (part.type === 'blur') {
    return `${part.isBehind ? 'backdrop-filter' : 'filter'}: blur(${sized(part.radius, unit)})`
  }
  const code = color?.code ?? null
  if (code === null) return null
  if (part.type === 'shadow') return shadowOf(part, code, kind, unit)
  if (part.on !== 'stroke') return `${FILLS[kind]}: ${code}`
  const width = sized(part.width ?? 1, unit)
  if (kind === 'shape') return `stroke: ${code}; stroke-width: ${width}`
  if (kind === 'text') return `-webkit-text-stroke: ${width} ${code}`
  return part.found?.shown.gradient === undefined
    ? `border: ${width} solid ${code}`
    : `border: ${width} solid; border-image: ${code} 1`
}

function shadowOf(
  part: Extract<Declaration['part'], { type: 'shadow' }>,
  code: string,
  kind: LayerKind,
  unit: Unit,
): string {
  const [x, y, blur] = [part.x, part.y, part.blur].map((each) => sized(each, unit))
  const near = [x, y, blur].join(' ')
  if (kind === 'text') return `text-shadow: ${near} ${code}`
  if (kind === 'shape') return `filter: drop-shadow(${near} ${code})`
  const spread = part.spread === 0 ? '' : ` ${sized(part.spread, unit)}`
  return `box-shadow: ${part.isInner ? 'inset ' : ''}${near}${spread} ${code}`
}
