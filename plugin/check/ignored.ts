import type { Ignored } from '../../shared/check.ts'
import { isNotable, readNote, writeNote } from '../notes.ts'
import { listOf, plain, recordOf } from '../read.ts'

/** What a team has said is fine in this file; the note is the file's, so that colleagues see it. */
export function readIgnored(root: DocumentNode, kitId: string): readonly Ignored[] {
  const note = readNote(root, noteKey(kitId))
  return read(note?.['all']) ?? []
}

/** Ignores it, or takes that back; gives all that is ignored then. */
export function ignore(
  root: DocumentNode,
  kitId: string,
  ignored: Ignored,
  undo: boolean,
): readonly Ignored[] {
  const { what, name, reason } = ignored
  const others = readIgnored(root, kitId).filter((each) => each.what !== what)
  let all = undo ? others : [...others, { what, name, reason: reason.slice(0, MOST_REASON) }]
  // What is ignored longest gives way.
  while (!isNotable({ all })) all = all.slice(1)
  writeNote(root, noteKey(kitId), { all })
  return all
}

/** Characters: one endless text must not make the note unreadable. */
const MOST_REASON = 200

function noteKey(kitId: string): string {
  return `ignored-${kitId}`
}

const read = listOf(recordOf<Ignored>({ what: plain, name: plain, reason: plain }))
