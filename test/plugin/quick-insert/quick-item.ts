import type { Suggested } from '../../../plugin/quick-insert/rank.ts'
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

/** The same beside a chosen kit; its own where the test does not say otherwise. */
export function suggested(given: Partial<Suggested> & Pick<Suggested, 'name'>): Suggested {
  return { down: 0, ...quickItem(given), ...given }
}
