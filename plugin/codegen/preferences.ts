import type { TokenNaming } from '../../shared/notation/naming.ts'

/** How sizes are written. */
export interface Unit {
  /** Pixels of one of it. */
  readonly pixels: number
  /** Of the web: `px` or `rem`. */
  readonly name: string
}

const STYLES = ['kebab', 'camel', 'dots'] as const

/** The choices of `manifest.dev.json`; what is unknown counts as its default. */
export function namingOf({ customSettings }: CodegenPreferences): TokenNaming {
  return {
    style: STYLES.find((each) => each === customSettings['naming']) ?? 'kebab',
    prefix: customSettings['prefix'] !== 'without',
    palette: customSettings['palette'] !== 'without',
  }
}

export function unitOf({ unit, scaleFactor = 16 }: CodegenPreferences): Unit {
  return unit === 'SCALED' && scaleFactor > 0
    ? { pixels: scaleFactor, name: 'rem' }
    : { pixels: 1, name: 'px' }
}

/** `1px`, `0.5rem`. */
export function sized(pixels: number, unit: Unit): string {
  return pixels === 0 ? '0' : `${rounded(pixels / unit.pixels)}${unit.name}`
}

/** To a thousandth of a pixel. */
export function rounded(number: number): number {
  return Math.round(number * 1e3) / 1e3
}
