/**
 * The styles of a kit in a file that may be a library: Figma lists those of none, so their keys are
 * noted on the device, in the file for its copies, and by a relay for the team.
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

/** Files of one kit that are remembered. */
const MOST_FILES = 3

/**
 * With `styles` in front, in the place of what was known of that file; what has published nothing comes
 * after all that has, so that it pushes out no library.
 */
export function withStyles(
  known: readonly NotedStyles[],
  styles: NotedStyles,
): readonly NotedStyles[] {
  const others = known.filter(({ library }) => library !== styles.library)
  return [styles, ...others]
    .sort((one, other) => Number(other.isPublished) - Number(one.isPublished))
    .slice(0, MOST_FILES)
}
