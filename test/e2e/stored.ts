import type { OpenFile } from './desk.ts'

/** What clientStorage holds, as far as it is of the brand. */
export interface StoredBrand {
  readonly brand?: { contents: string }
}

/** What the plugin keeps in clientStorage, as text. */
export function storedText(file: OpenFile): Promise<string> {
  return file.page.evaluate(() => JSON.stringify(localStorage))
}

/** The session that is kept in clientStorage; empty where there is none. */
export function storedSession(file: OpenFile): Promise<Readonly<Record<string, unknown>>> {
  return storedValue(file, 'session')
}

/** What is kept under a key of clientStorage; empty where that is no object. */
export async function storedValue(
  file: OpenFile,
  key: string,
): Promise<Readonly<Record<string, unknown>>> {
  const texts = await file.page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([name]) => name.startsWith('preview:client-storage:'))
      .map(([, text]) => String(text)),
  )
  const stored: unknown = JSON.parse(texts[0] ?? '{}')
  return recordIn(stored, key)
}

export function recordIn(value: unknown, key: string): Readonly<Record<string, unknown>> {
  return recordOf(recordOf(value)[key])
}

/** Its members; none where it is no object. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {}
}
