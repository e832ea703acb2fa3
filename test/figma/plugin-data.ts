import type { FigmaDocument } from './document.ts'
import type { Members } from './members.ts'
import { fromText, toText, type SharedPluginData, type WithPluginData } from './records.ts'
import { expectType, Refusal } from './refusal.ts'
import { without } from './without.ts'

const MOST_BYTES = 100 * 1024

/** Where the records with plugin data are: nodes, styles, variables or collections. */
export interface DataHolder {
  read(id: string): WithPluginData
  patch(id: string, change: Partial<Omit<WithPluginData, 'id'>>): void
}

/** Private and shared plugin data: 100 kB an entry, `""` deletes. */
export function pluginDataMembers(
  document: FigmaDocument,
  holder: DataHolder,
): Members<PluginDataMixin, string> {
  const sharedData = (id: string): SharedPluginData => fromText(holder.read(id).sharedPluginData)
  return {
    getPluginData: (id, key) => holder.read(id).pluginData[expectType(key, 'key', 'string')] ?? '',
    setPluginData(id, key, value) {
      checkEntry('', key, value)
      const data = withEntry(holder.read(id).pluginData, key, value)
      document.write('setPluginData', id, [key, value], () =>
        holder.patch(id, { pluginData: data }),
      )
    },
    getPluginDataKeys: (id) => Object.keys(holder.read(id).pluginData),
    getSharedPluginData(id, namespace, key) {
      checkNamespace(namespace)
      return sharedData(id)[namespace]?.[expectType(key, 'key', 'string')] ?? ''
    },
    setSharedPluginData(id, namespace, key, value) {
      checkNamespace(namespace)
      checkEntry(namespace, key, value)
      const all = sharedData(id)
      const entries = withEntry(all[namespace] ?? {}, key, value)
      const emptied = Object.keys(entries).length === 0
      const next: SharedPluginData = emptied
        ? without(all, namespace)
        : { ...all, [namespace]: entries }
      document.write('setSharedPluginData', id, [namespace, key, value], () =>
        holder.patch(id, { sharedPluginData: toText(next) }),
      )
    },
    getSharedPluginDataKeys(id, namespace) {
      checkNamespace(namespace)
      return Object.keys(sharedData(id)[namespace] ?? {})
    },
  }
}

function withEntry(
  entries: Readonly<Record<string, string>>,
  key: string,
  value: string,
): Readonly<Record<string, string>> {
  return value === '' ? without(entries, key) : { ...entries, [key]: value }
}

export function checkNamespace(namespace: unknown): void {
  if (!/^[A-Za-z0-9_.]{3,}$/.test(expectType(namespace, 'namespace', 'string'))) {
    throw new Refusal(
      'The namespace must be at least 3 alphanumeric characters: use a name related to your plugin',
    )
  }
}

function checkEntry(namespace: string, key: unknown, value: unknown): void {
  const entry = namespace + expectType(key, 'key', 'string') + expectType(value, 'value', 'string')
  if (utf8Length(entry) > MOST_BYTES) {
    throw new Refusal(`The plugin data entry is too large: the limit is 100 kB`)
  }
}

/** The length in UTF-8; QuickJS has no TextEncoder. */
export function utf8Length(text: string): number {
  if (/^[\x00-\x7f]*$/.test(text)) return text.length
  let length = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return length
}
