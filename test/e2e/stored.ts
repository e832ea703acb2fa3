import type { OpenFile } from './desk.ts'

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

/** What is kept of the brand: its replies, keys and views; empty where nothing is kept. */
export async function storedBrand(file: OpenFile): Promise<Readonly<Record<string, unknown>>> {
  const { contents } = await storedValue(file, 'brand')
  return recordOf(typeof contents === 'string' ? JSON.parse(contents) : null)
}

/** Changes one value that clientStorage holds, and opens the page anew. */
export async function editStored(
  file: OpenFile,
  key: string,
  edit: (value: Readonly<Record<string, unknown>>) => unknown,
): Promise<void> {
  const edited = edit(await storedValue(file, key))
  await file.page.evaluate(
    ([name, value]) => {
      for (const id of Object.keys(localStorage)) {
        if (!id.startsWith('preview:client-storage:')) continue
        const values: unknown = JSON.parse(localStorage.getItem(id) ?? '{}')
        localStorage.setItem(id, JSON.stringify(Object.assign({}, values, { [name]: value })))
      }
    },
    [key, edited] as const,
  )
  await file.page.reload()
}

/** What was saved of the brand is cut off within. */
export async function damageStoredBrand(file: OpenFile): Promise<void> {
  await editStored(file, 'brand', (brand) => ({
    ...brand,
    contents: String(brand['contents']).slice(0, 60),
  }))
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
