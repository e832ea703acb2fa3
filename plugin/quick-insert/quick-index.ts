import type { QuickIndex, QuickItem } from '../../shared/protocol.ts'
import { isFiniteNumber, isRecord, isStringOrNull } from '../read.ts'

/** What was saved by the window; items that are damaged are left out. */
export function readQuickIndex(value: unknown): QuickIndex | null {
  if (!isRecord(value) || !isStringOrNull(value['client'])) return null
  const { client, items } = value
  if (!Array.isArray(items)) return null
  return { client, items: items.flatMap((item: unknown) => readItem(item) ?? []) }
}

function readItem(value: unknown): QuickItem | null {
  if (!isRecord(value)) return null
  const { key, kind, name, tags, kitName, iconUrl, usedAt, data } = value
  if (typeof key !== 'string' || typeof name !== 'string' || typeof data !== 'string') return null
  if (kind !== 'logo' && kind !== 'asset' && kind !== 'template') return null
  if (!isStringOrNull(kitName) || !isStringOrNull(iconUrl)) return null
  if (usedAt !== null && !isFiniteNumber(usedAt)) return null
  if (!Array.isArray(tags) || !tags.every((tag): tag is string => typeof tag === 'string')) {
    return null
  }
  return { key, kind, name, tags, kitName, iconUrl, usedAt, data }
}
