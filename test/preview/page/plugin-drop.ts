import type { HostDrop } from '../../figma/host-api.ts'
import type { Point } from './view.ts'

export interface PluginDrop {
  /** Page pixels. */
  readonly client: Point
  readonly items: HostDrop['items']
  readonly dropMetadata: unknown
}

/**
 * Reads the `pluginDrop` that a UI posts (figma.com/plugin-docs/creating-ui, "drop").
 * Throws for what Figma would not take for a drop.
 */
export function readPluginDrop(value: unknown): PluginDrop {
  if (!isRecord(value)) throw new TypeError('pluginDrop must be an object.')
  const { clientX, clientY, items, files, dropMetadata } = value
  if (!isCoordinate(clientX) || !isCoordinate(clientY)) {
    throw new TypeError('pluginDrop needs clientX and clientY as numbers.')
  }
  if (items === undefined && files === undefined) {
    throw new TypeError('pluginDrop needs items or files.')
  }
  if (files !== undefined) throw new TypeError('The preview does not emulate pluginDrop.files.')
  return { client: { x: clientX, y: clientY }, items: readItems(items), dropMetadata }
}

function readItems(items: unknown): HostDrop['items'] {
  if (!Array.isArray(items)) throw new TypeError('pluginDrop.items must be a list.')
  return items.map((item: unknown) => {
    if (!isRecord(item) || typeof item['type'] !== 'string' || typeof item['data'] !== 'string') {
      throw new TypeError('Each of pluginDrop.items needs a type and data as texts.')
    }
    return { type: item['type'], data: item['data'] }
  })
}

function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
