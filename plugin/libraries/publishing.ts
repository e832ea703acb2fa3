import type { KitRef } from '../../shared/brand.ts'
import type { SyncOptions, ToPublish } from '../../shared/sync.ts'
import type { WithLink } from '../colors/link.ts'
import { linkedVariables, type ColorReader } from '../colors/read-file.ts'
import { linkedStyles } from '../colors/styles.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { noteStyles, type StyleNotes } from './published-styles.ts'

/**
 * After a sync: how many of the kit's colors are left to publish; null where the file publishes none of them.
 * Notes the keys of their styles, so that other files find what will be published.
 */
export async function toPublish(
  figma: ColorReader,
  notes: StyleNotes,
  kit: KitRef,
  options: SyncOptions,
  removed: number,
): Promise<ToPublish | null> {
  const styles = await linkedStyles(figma, kit)
  const variables = await linkedVariables(figma, kit, options)
  const all: readonly WithLink[] = [...styles, ...variables]
  const asked: Promise<PublishStatus>[] = []
  for (const { item } of all) {
    await yieldIfDue()
    asked.push(item.getPublishStatusAsync())
  }
  const states = await Promise.all(asked)
  const countOf = (status: PublishStatus): number =>
    new Set(all.flatMap(({ link }, index) => (states[index] === status ? link.color : []))).size
  const isPublished = states.some((status) => status !== 'UNPUBLISHED')
  if (styles.length > 0) {
    const noted = {
      library: figma.root.name,
      at: new Date().toISOString(),
      isPublished,
      keys: Object.fromEntries(styles.map(({ item, link }) => [link.color, item.key])),
    }
    if (isPublished) noteStyles(figma.root, kit.id, noted)
    await notes.add(kit.id, noted)
  }
  return isPublished
    ? { changed: countOf('CHANGED'), added: countOf('UNPUBLISHED'), removed }
    : null
}
