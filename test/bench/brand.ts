import type { BrandColor } from '../../shared/brand.ts'

export const KIT = { id: '1', name: 'Acme' }
export const SIZES = [10, 100, 1000, 5000] as const

/** What a sync is asked to write, after a first one. */
export const SYNCS = ['first', 'unchanged', '1 % changed'] as const

export function makeColors(count: number): readonly BrandColor[] {
  return Array.from({ length: count }, (_, i) => ({
    id: String(i),
    name: `Color ${i}`,
    palette: null,
    value: { r: (i % 256) / 255, g: (Math.floor(i / 256) % 256) / 255, b: 0.5, a: 1 },
    notation: '',
  }))
}

/** Every hundredth color has another value. */
export function changed(colors: readonly BrandColor[]): readonly BrandColor[] {
  return colors.map((color, i) =>
    i % 100 === 0 ? { ...color, value: { ...color.value, b: 0.75 } } : color,
  )
}
