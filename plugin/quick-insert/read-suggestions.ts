import type { QuickItem } from '../../shared/protocol.ts'
import { isFiniteNumber, isRecord, isStringOrNull, readText } from '../read.ts'

/** What was saved by the window; items that are damaged are left out. */
export function readSuggestions(value: unknown): readonly QuickItem[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => readItem(item) ?? []) : []
}

function readItem(value: unknown): QuickItem | null {
  if (!isRecord(value)) return null
  const { key, kind, tags, kitName, iconUrl, usedAt } = value
  const name = readText(value['name'])
  if (typeof key !== 'string' || name === null) return null
  if (kind !== 'logo' && kind !== 'asset' && kind !== 'template') return null
  if (!isStringOrNull(kitName) || !isStringOrNull(iconUrl)) return null
  if (usedAt !== null && !isFiniteNumber(usedAt)) return null
  if (!Array.isArray(tags)) return null
  return {
    ...{ key, kind, name, iconUrl, usedAt },
    tags: tags.flatMap((tag: unknown) => readText(tag) ?? []),
    kitName: readText(kitName),
  }
}
