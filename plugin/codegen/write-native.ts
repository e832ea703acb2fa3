import type { Declaration } from './declaration.ts'
import { rounded } from './preferences.ts'

/** How a language of apps writes constants. */
interface Native {
  readonly keyword: string
  /** Points or dp. */
  readonly size: (pixels: number) => string
}

export const SWIFT: Native = { keyword: 'let', size: (pixels) => `CGFloat(${rounded(pixels)})` }
export const KOTLIN: Native = { keyword: 'val', size: (pixels) => `${rounded(pixels)}.dp` }

/** Constants, one a line; sizes beside their colors. */
export function writeNative(declarations: readonly Declaration[], native: Native): string {
  return declarations
    .flatMap(({ part, color, name, comment }) => {
      const lines = sizesOf(part).map(
        ([what, pixels]) => `${native.keyword} ${name}${what} = ${native.size(pixels)}`,
      )
      const code = color?.code ?? null
      const told = comment === '' ? '' : ` // ${comment}`
      if (code !== null) lines.unshift(`${native.keyword} ${name} = ${code}${told}`)
      else if (told !== '') lines.unshift(told.trim())
      return lines
    })
    .join('\n')
}

/** What of a part is a size, in pixels. */
function sizesOf(part: Declaration['part']): readonly (readonly [string, number])[] {
  if (part.type === 'blur') return [['Radius', part.radius]]
  if (part.type === 'paint') return part.width === null ? [] : [['Width', part.width]]
  const { x, y, blur, spread } = part
  return [
    ['X', x],
    ['Y', y],
    ['Blur', blur],
    ...(spread === 0 ? [] : [['Spread', spread] as const]),
  ]
}
