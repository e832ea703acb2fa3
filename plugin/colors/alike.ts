import type { PlannedColor } from '../../shared/sync.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { sameAppearance } from './appearance.ts'
import type { FileItem } from './file-item.ts'
import { sortedByText } from './sorted-by-text.ts'

/**
 * The plan with what people made by hand that looks like a new color: each is offered to one of them,
 * whatever the order of the colors.
 */
export async function withAlikes<Item extends Pick<PlannedColor, 'key' | 'outcome' | 'after'>>(
  planned: readonly Item[],
  items: readonly FileItem[],
): Promise<readonly (Item & { readonly alike?: FileItem })[]> {
  const open = items.filter(({ link, isBoundElsewhere }) => !link && !isBoundElsewhere)
  const offered = new Map<Item, FileItem>()
  const fresh = planned.filter(({ outcome }) => outcome === 'create')
  for (const item of sortedByText(fresh, ({ key }) => key)) {
    await yieldIfDue()
    const { after } = item
    const at = open.findIndex((each) => after !== null && sameAppearance(each, after))
    const [alike] = at === -1 ? [] : open.splice(at, 1)
    if (alike) offered.set(item, alike)
  }
  return planned.map((item) => {
    const alike = offered.get(item)
    return alike ? { ...item, alike } : item
  })
}
