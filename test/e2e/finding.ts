import type { Locator } from 'playwright-core'
import type { SampleItem } from '../cliquify/brand/brand.ts'
import type { Desk, FileOptions, OpenFile } from './desk.ts'

type TabName = 'Logos' | 'Assets' | 'Templates'

/** The library of a person who has chosen the kit of the tests, at one of its tabs. */
export async function openTab(
  desk: Desk,
  name: TabName,
  options: FileOptions = {},
): Promise<OpenFile> {
  const file = await desk.openConnected(options)
  await goTo(file, name)
  return file
}

export async function goTo(file: OpenFile, name: TabName): Promise<void> {
  await file.plugin.getByRole('tab', { name }).click()
  await tile(file, 0).waitFor()
}

/** The field. */
export const search = (file: OpenFile): Locator => file.plugin.getByLabel('Search', { exact: true })
export const button = (file: OpenFile, name: string): Locator =>
  file.plugin.getByRole('button', { name, exact: true })
/** The button of the tile at this place, from 0. */
export const tile = (file: OpenFile, index: number): Locator =>
  file.plugin.locator(`[data-index="${index}"] > button:first-child`)

/** The names of the tiles in view, in order. */
export async function tileNames(file: OpenFile): Promise<readonly string[]> {
  const tiles = await file.plugin.locator('li[data-index]').evaluateAll((items) =>
    items.map((item) => ({
      at: Number(item.getAttribute('data-index')),
      name: item.querySelector('button')?.getAttribute('aria-label') ?? '',
    })),
  )
  return tiles.sort((a, b) => a.at - b.at).map(({ name }) => name)
}

/** How many tiles there are in all, in view or not. */
export async function tileCount(file: OpenFile): Promise<number> {
  const items = file.plugin.locator('li[data-index]')
  if ((await items.count()) === 0) return 0
  return Number(await items.first().getAttribute('aria-setsize'))
}

export function focusedName(file: OpenFile): Promise<string | null> {
  return search(file).evaluate(
    ({ ownerDocument: { activeElement } }) => activeElement?.getAttribute('aria-label') ?? null,
  )
}

export async function placedNames(file: OpenFile): Promise<readonly string[]> {
  return (await file.placed()).map(({ name }) => name)
}

/** The assets whose names have this part. */
export const named = (desk: Desk, part: string): readonly SampleItem[] =>
  desk.cliquify.brand.assets.filter(({ name }) => name.toLowerCase().includes(part))
