import type { OpenFile } from './desk.ts'

/** What the plugin keeps in clientStorage, as text. */
export function storedText(file: OpenFile): Promise<string> {
  return file.page.evaluate(() => JSON.stringify(localStorage))
}

/** The session that is kept in clientStorage; empty where there is none. */
export async function storedSession(file: OpenFile): Promise<Readonly<Record<string, unknown>>> {
  const texts = await file.page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('preview:client-storage:'))
      .map(([, text]) => String(text)),
  )
  const stored: unknown = JSON.parse(texts[0] ?? '{}')
  return recordIn(stored, 'session')
}

export function recordIn(value: unknown, key: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return {}
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1]
  if (typeof found !== 'object' || found === null) return {}
  return Object.fromEntries(Object.entries(found))
}
