import type { IgnoredColor } from '../../shared/protocol.ts'
import { readNote, writeNote } from '../notes.ts'
import { listOf, plain, recordOf } from '../read.ts'

/** What a team has said is fine in this file; the note is the file's, so that colleagues see it. */
export function readIgnored(root: DocumentNode, kitId: string): readonly IgnoredColor[] {
  const note = readNote(root, noteKey(kitId))
  return read(note?.['colors']) ?? []
}

/** Ignores a value, or takes that back where there is no reason any more; gives what is ignored then. */
export function ignore(
  root: DocumentNode,
  kitId: string,
  hex: string,
  reason: string | null,
): readonly IgnoredColor[] {
  const others = readIgnored(root, kitId).filter((each) => each.hex !== hex)
  const colors =
    reason === null ? others : [...others, { hex, reason: reason.slice(0, MOST_REASON) }]
  writeNote(root, noteKey(kitId), { colors })
  return colors
}

/** Characters: one endless text must not make the note unreadable. */
const MOST_REASON = 200

function noteKey(kitId: string): string {
  return `ignored-${kitId}`
}

const read = listOf(recordOf<IgnoredColor>({ hex: plain, reason: plain }))
