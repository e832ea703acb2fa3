import { memberOf } from './member-of.ts'
import { MOST_NOTE, parseNote } from './read.ts'

/** The namespace of all shared plugin data that this plugin writes. */
export const NAMESPACE = 'cliquify'

/**
 * What bears notes, which everyone who may edit the file can write as well; in some editors that run
 * plugins it bears none.
 */
type Bearer = Reader & Partial<Pick<PluginDataMixin, 'setSharedPluginData'>>

type Reader = Partial<Pick<PluginDataMixin, 'getSharedPluginData'>>

/** A note as it is written; empty where there is none. */
export function noteText(bearer: Reader, key: string): string {
  return memberOf(bearer, 'getSharedPluginData')?.(NAMESPACE, key) ?? ''
}

export function writeNoteText(bearer: Bearer, key: string, text: string): void {
  memberOf(bearer, 'setSharedPluginData')?.(NAMESPACE, key, text)
}

/** What follows the prefix in the keys of its notes. */
export function notedUnderPrefix(
  bearer: Pick<PluginDataMixin, 'getSharedPluginDataKeys'>,
  prefix: string,
): readonly string[] {
  const keys = memberOf(bearer, 'getSharedPluginDataKeys')?.(NAMESPACE) ?? []
  return keys.flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []))
}

/** Null where there is none, or a damaged one. */
export function readNote(bearer: Reader, key: string): ReturnType<typeof parseNote> {
  return parseNote(noteText(bearer, key))
}

/** Writes only where it differs. */
export function writeNote(bearer: Bearer, key: string, note: object): void {
  const text = JSON.stringify(note)
  if (noteText(bearer, key) !== text) writeNoteText(bearer, key, text)
}

/** Whether it can be read again, and Figma takes it, which counts bytes: three for most letters. */
export function isNotable(note: object): boolean {
  return JSON.stringify(note).replace(/[^\0-\x7f]/g, '...').length <= MOST_NOTE
}
