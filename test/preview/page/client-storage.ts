/** What `figma.clientStorage` holds; plain data and bytes. */
export type StoredValues = Record<string, unknown>

const PREFIX = 'preview:client-storage:'
const BYTES = '$bytes'

/** What this plugin stored when the page was open last. */
export function readClientStorage(pluginId: string): StoredValues {
  const text = localStorage.getItem(PREFIX + pluginId)
  return text === null ? {} : decodeStored(text)
}

/** Keeps it in this browser, so that a reload is like opening Figma again. */
export function writeClientStorage(pluginId: string, values: StoredValues): void {
  try {
    localStorage.setItem(PREFIX + pluginId, encodeStored(values))
  } catch (error) {
    // As the browser may do to the real one: what does not fit is gone after a reload.
    console.warn('The preview could not keep clientStorage for the next time.', error)
  }
}

/** As text, bytes included. */
export function encodeStored(values: StoredValues): string {
  return JSON.stringify(values, replace)
}

export function decodeStored(text: string): StoredValues {
  return JSON.parse(text, revive) as StoredValues
}

function replace(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { [BYTES]: Array.from(value) } : value
}

function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !(BYTES in value)) return value
  return Uint8Array.from(value[BYTES] as number[])
}
