import type { Content, Provenance } from '../../../shared/placement.ts'

export const LOGO: Provenance = {
  kind: 'logo',
  assetId: '7',
  kitId: 'kit-1',
  version: '2026-01-01T00:00:00Z',
  url: 'https://cdn.thecliquify.co/logo.svg',
  name: 'Acme logo',
}

/** A PNG as far as its header; the emulated Figma reads no further. */
export function png(width: number, height: number, seed = 0): Content {
  const header = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
  ]
  const word = (value: number) =>
    [value >>> 24, value >>> 16, value >>> 8, value].map((b) => b & 255)
  const rest = [8, 6, 0, 0, 0, seed, seed, seed, seed]
  const bytes = new Uint8Array([...header, ...word(width), ...word(height), ...rest])
  return { type: 'image', bytes, width, height }
}

export function svg(width: number, height: number, color = '#f00'): Content {
  const size = `width="${String(width)}" height="${String(height)}"`
  return {
    type: 'vector',
    svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${String(width)} ${String(height)}"><rect ${size} fill="${color}"/></svg>`,
  }
}

/** A paint that repeats a layer. */
export function patternOf({ id }: SceneNode): PatternPaint {
  return {
    type: 'PATTERN',
    sourceNodeId: id,
    tileType: 'RECTANGULAR',
    scalingFactor: 1,
    spacing: { x: 0, y: 0 },
    horizontalAlignment: 'START',
  }
}
