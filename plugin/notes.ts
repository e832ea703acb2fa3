import { parseNote } from './read.ts'

/** The namespace of all shared plugin data that this plugin writes. */
export const NAMESPACE = 'cliquify'

/** What bears notes, which everyone who may edit the file can write as well. */
type Bearer = Pick<PluginDataMixin, 'getSharedPluginData' | 'setSharedPluginData'>

/** What follows the prefix in the keys of its notes. */
export function notedUnderPrefix(
  bearer: Pick<PluginDataMixin, 'getSharedPluginDataKeys'>,
  prefix: string,
): readonly string[] {
  return bearer
    .getSharedPluginDataKeys(NAMESPACE)
    .flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []))
}

/** Null where there is none, or a damaged one. */
export function readNote(
  bearer: Pick<Bearer, 'getSharedPluginData'>,
  key: string,
): ReturnType<typeof parseNote> {
  return parseNote(bearer.getSharedPluginData(NAMESPACE, key))
}

/** Writes only where it differs. */
export function writeNote(bearer: Bearer, key: string, note: object): void {
  const text = JSON.stringify(note)
  if (bearer.getSharedPluginData(NAMESPACE, key) !== text) {
    bearer.setSharedPluginData(NAMESPACE, key, text)
  }
}
