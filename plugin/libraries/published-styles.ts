import { NAMESPACE } from '../namespace.ts'
import { mapOf, parseNote, plain, recordOf, text, type Read } from '../read.ts'

/**
 * The styles of a kit in a file that may be a library: Figma lists those of none, so their keys are
 * noted there, on the device, and in the file for its copies.
 */
export interface NotedStyles {
  /** The file's name. */
  readonly library: string
  /** ISO 8601 in UTC. */
  readonly at: string
  /** Whether the file had published some of them by then. */
  readonly isPublished: boolean
  /** For `importStyleByKeyAsync`, by the colors' identities. */
  readonly keys: Readonly<Record<string, string>>
}

/** Of a kit, the file that was synced last first. */
export interface StyleNotes {
  read(kitId: string): Promise<readonly NotedStyles[]>
  add(kitId: string, styles: NotedStyles): Promise<void>
}

/** Files of one kit that a device remembers. */
const MOST_FILES = 3

/** With `styles` in front, in the place of what was known of that file. */
export function withStyles(
  known: readonly NotedStyles[],
  styles: NotedStyles,
): readonly NotedStyles[] {
  const others = known.filter(({ library }) => library !== styles.library)
  return [styles, ...others].slice(0, MOST_FILES)
}

export const readStyles: Read<NotedStyles> = recordOf<NotedStyles>({
  library: plain,
  at: plain,
  isPublished: (value) => value === true,
  keys: mapOf(text),
})

export function stylesNotedIn(root: DocumentNode, kitId: string): NotedStyles | undefined {
  return readStyles(parseNote(root.getSharedPluginData(NAMESPACE, KEY_PREFIX + kitId)))
}

/** Writes only where the keys differ. */
export function noteStyles(root: DocumentNode, kitId: string, styles: NotedStyles): void {
  const before = stylesNotedIn(root, kitId)
  if (
    before !== undefined &&
    JSON.stringify({ ...before, at: styles.at }) === JSON.stringify(styles)
  )
    return
  root.setSharedPluginData(NAMESPACE, KEY_PREFIX + kitId, JSON.stringify(styles))
}

const KEY_PREFIX = 'published-'
