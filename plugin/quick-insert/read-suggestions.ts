import type { QuickItem } from '../../shared/saved-brand.ts'
import { finite, listOf, orNull, plain, readKind, recordOf, text } from '../read.ts'

const readItems = listOf(
  recordOf<QuickItem>({
    key: text,
    kind: readKind,
    name: plain,
    tags: listOf(plain),
    kitName: orNull(plain),
    iconUrl: orNull(text),
    icon: (value) => (value instanceof Uint8Array ? value : null),
    usedAt: orNull(finite),
  }),
)

/** What was saved by the window; items that are damaged are left out. */
export function readSuggestions(value: unknown): readonly QuickItem[] {
  return readItems(value) ?? []
}
