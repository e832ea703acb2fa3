import type { QuickItem } from '../../../shared/saved-brand.ts'

/** An item with everything that matters to the test, and plain values for the rest. */
export function quickItem(given: Partial<QuickItem> & Pick<QuickItem, 'name'>): QuickItem {
  return {
    key: given.name,
    kind: 'logo',
    tags: [],
    kitName: null,
    iconUrl: null,
    icon: null,
    usedAt: null,
    ...given,
  }
}
