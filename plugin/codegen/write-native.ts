import { sizesOf, type Declaration } from './declaration.ts'
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
        ([what, pixels]) => `${native.keyword} ${name}${capital(what)} = ${native.size(pixels)}`,
      )
      const code = color?.code ?? null
      const told = comment === '' ? '' : ` // ${comment}`
      if (code !== null) lines.unshift(`${native.keyword} ${name} = ${code}${told}`)
      else if (told !== '') lines.unshift(told.trim())
      return lines
    })
    .join('\n')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
