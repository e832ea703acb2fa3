import type { NotedStyles } from '../../shared/published-styles.ts'
import { isNotable, readNote, writeNote } from '../notes.ts'
import { mapOf, plain, recordOf, text, type Read } from '../read.ts'

/** Of a kit, the file that was synced last first. */
export interface StyleNotes {
  read(kitId: string): Promise<readonly NotedStyles[]>
  add(kitId: string, styles: NotedStyles): Promise<void>
}

export const readStyles: Read<NotedStyles> = recordOf<NotedStyles>({
  library: plain,
  at: plain,
  isPublished: (value) => value === true,
  keys: mapOf(text),
})

export function stylesNotedIn(root: DocumentNode, kitId: string): NotedStyles | undefined {
  return readStyles(readNote(root, KEY_PREFIX + kitId))
}

/** Writes only where the keys differ, and no more than the note has room for. */
export function noteStyles(root: DocumentNode, kitId: string, styles: NotedStyles): void {
  const before = stylesNotedIn(root, kitId)
  if (before && JSON.stringify({ ...before, at: styles.at }) === JSON.stringify(styles)) return
  if (isNotable(styles)) writeNote(root, KEY_PREFIX + kitId, styles)
}

const KEY_PREFIX = 'published-'
