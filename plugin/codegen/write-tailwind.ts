import type { Declaration } from './declaration.ts'
import type { LayerKind } from './read-layer.ts'

const UTILITIES = {
  fill: { box: 'bg', text: 'text', shape: 'fill' },
  stroke: { box: 'border', text: 'stroke', shape: 'stroke' },
} as const

/** Utility classes for what has a color; null where nothing has. */
export function writeClasses(declarations: readonly Declaration[], kind: LayerKind): string | null {
  const classes = declarations.flatMap(({ part, color }) => {
    const code = color?.code ?? null
    if (part.type !== 'paint' || code === null) return []
    const utility = UTILITIES[part.on === 'stroke' ? 'stroke' : 'fill'][kind]
    const name = /^var\(--(?:color|background-image)-(.+)\)$/.exec(code)?.[1]
    const value = name ?? `[${code.replace(/_/g, '\\_').replace(/ /g, '_')}]`
    const width = utility === 'border' ? ['border'] : []
    return [...width, `${utility}-${value}`]
  })
  return classes.length === 0 ? null : [...new Set(classes)].join(' ')
}
