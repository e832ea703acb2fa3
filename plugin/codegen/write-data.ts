import { dtcgDescription } from '../../shared/notation/dtcg.ts'
import { commentText } from '../../shared/notation/notation.ts'
import type { Declaration } from './declaration.ts'

/** Color resources that are others, or colors of their own. */
export function writeAndroid(declarations: readonly Declaration[]): string {
  return declarations
    .flatMap(({ color, name, comment }) => {
      const code = color?.code ?? null
      const told = comment === '' ? '' : `<!-- ${commentText(comment, '--')} -->`
      return [told, code === null ? '' : `<color name="${snake(name)}">${code}</color>`]
    })
    .filter((line) => line !== '')
    .join('\n')
}

function snake(name: string): string {
  return name.replace(/\d+$/, '_$&')
}

/** One object: what each color is, and what is told of it. */
export function writeJson(declarations: readonly Declaration[]): string {
  const entries = declarations.map(({ color, name, comment }) => {
    const note = comment === '' ? {} : { note: comment }
    return [name, { value: color?.code ?? null, ...note }] as const
  })
  return JSON.stringify(Object.fromEntries(entries), null, 2)
}

/** Tokens that are aliases, or values of their own. */
export function writeDtcg(declarations: readonly Declaration[]): string {
  const entries = declarations.flatMap(({ part, color, name, comment }) => {
    const code = color?.code ?? null
    if (code === null || part.type === 'blur') return []
    const isGradient = part.found?.shown.gradient !== undefined
    const $value: unknown = JSON.parse(code)
    const token = { $type: isGradient ? 'gradient' : 'color', $value }
    return [
      [
        name,
        comment === '' ? token : { ...token, $description: dtcgDescription(comment) },
      ] as const,
    ]
  })
  return JSON.stringify(Object.fromEntries(entries), null, 2)
}
