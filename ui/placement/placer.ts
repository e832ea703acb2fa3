import type { BrandAsset } from '../../shared/brand.ts'
import type { Client } from '../cliquify/client.ts'
import type { Plugin } from '../plugin.ts'

/** Puts assets on the canvas, by click and by drop; one for the life of the window. */
export interface Placer {
  place(asset: BrandAsset): Promise<void>
}

export function createPlacer(
  _client: Client,
  _plugin: Plugin,
  _announce: (message: string) => void,
): Placer {
  return { place: () => Promise.resolve() }
}
