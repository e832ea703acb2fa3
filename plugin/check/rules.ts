import type { LogoRules } from '../../shared/check.ts'
import { readNote, writeNote } from '../notes.ts'
import { finite, recordOf } from '../read.ts'

/** What a team asks of the kit's logos in this file; the note is the file's, so that it is for all. */
export function readRules(root: DocumentNode, kitId: string): LogoRules {
  return read(readNote(root, noteKey(kitId))) ?? { leastWidth: 0, clearSpace: 0 }
}

export function setRules(root: DocumentNode, kitId: string, rules: LogoRules): void {
  writeNote(root, noteKey(kitId), rules)
}

function noteKey(kitId: string): string {
  return `rules-${kitId}`
}

const read = recordOf<LogoRules>({ leastWidth: finite, clearSpace: finite })
