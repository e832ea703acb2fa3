import { dtcgDescription } from '../../shared/notation/dtcg.ts'
import { commentText } from '../../shared/notation/notation.ts'
import { sizesOf, type Declaration } from './declaration.ts'
import { rounded } from './preferences.ts'

/** Color resources that are others, or colors of their own. */
export function writeAndroid(declarations: readonly Declaration[]): string {
  return declarations
    .flatMap(({ part, color, name, comment }) => {
      const code = color?.code ?? null
      const told = comment === '' ? '' : `<!-- ${commentText(comment, '--')} -->`
      const sizes = sizesOf(part).map(
        ([what, pixels]) => `<dimen name="${snake(name)}_${what}">${rounded(pixels)}dp</dimen>`,
      )
      return [told, code === null ? '' : `<color name="${snake(name)}">${code}</color>`, ...sizes]
    })
    .filter((line) => line !== '')
    .join('\n')
}

function snake(name: string): string {
  return name.replace(/\d+$/, '_$&')
}

/** One object: what each color is, sizes in pixels, and what is told of it. */
export function writeJson(declarations: readonly Declaration[]): string {
  const entries = declarations.map(({ part, color, name, comment }) => {
    const value = color === null ? {} : { value: color.code }
    const sizes = sizesOf(part).map(([what, pixels]) => [what, rounded(pixels)] as const)
    const note = comment === '' ? {} : { note: comment }
    return [name, { ...value, ...Object.fromEntries(sizes), ...note }] as const
  })
  return JSON.stringify(Object.fromEntries(entries), null, 2)
}

/** Tokens that are aliases, or values of their own; borders and shadows as the format has them. */
export function writeDtcg(declarations: readonly Declaration[]): string {
  const entries = declarations.flatMap((declaration) => {
    const token = tokenOf(declaration)
    if (token === null) return []
    const { name, comment } = declaration
    const told = comment === '' ? {} : { $description: dtcgDescription(comment) }
    return [[name, { ...token, ...told }] as const]
  })
  return JSON.stringify(Object.fromEntries(entries), null, 2)
}

function tokenOf({ part, color: expression }: Declaration): object | null {
  const code = expression?.code ?? null
  if (part.type === 'blur') return { $type: 'dimension', $value: dimension(part.radius) }
  if (code === null) return null
  const color: unknown = JSON.parse(code)
  if (part.type === 'shadow') {
    const [offsetX, offsetY] = [dimension(part.x), dimension(part.y)]
    const [blur, spread] = [dimension(part.blur), dimension(part.spread)]
    const inset = part.isInner ? { inset: true } : {}
    return { $type: 'shadow', $value: { color, offsetX, offsetY, blur, spread, ...inset } }
  }
  if (part.found?.shown.gradient !== undefined) return { $type: 'gradient', $value: color }
  if (part.width === null) return { $type: 'color', $value: color }
  return { $type: 'border', $value: { color, width: dimension(part.width), style: 'solid' } }
}

function dimension(pixels: number): { readonly value: number; readonly unit: 'px' } {
  return { value: rounded(pixels), unit: 'px' }
}
