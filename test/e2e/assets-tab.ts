import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Desk, OpenFile } from './desk.ts'

/** The Assets tab of a connected window, its tiles on screen. */
export async function openAssetsTab(desk: Desk): Promise<OpenFile> {
  const file = await desk.openConnected()
  await file.plugin.getByRole('tab', { name: 'Assets' }).click()
  await tiles(file).first().waitFor()
  return file
}

export const tiles = (file: OpenFile): Locator =>
  file.plugin.getByRole('list', { name: 'assets' }).getByRole('listitem')

export const tile = (file: OpenFile, name: string): Locator =>
  file.plugin.getByRole('button', { name, exact: true })

export const panel = (file: OpenFile): Locator => file.plugin.getByRole('tabpanel')

/** The name of the asset at a place of the whole library. */
export function assetNameAt(desk: Desk, index: number): string {
  const asset = desk.cliquify.brand.assets.at(index)
  if (asset === undefined) throw new Error(`the library has no asset ${index}`)
  return asset.name
}

export async function focusedName(file: OpenFile): Promise<string | null> {
  return file.plugin.locator(':focus').getAttribute('aria-label')
}

export async function scrollBy(file: OpenFile, y: number): Promise<void> {
  const box = await panel(file).boundingBox()
  if (box === null) throw new Error('the panel is not visible')
  await file.page.mouse.move(box.x + box.width / 2, box.y + box.height - 60)
  await file.page.mouse.wheel(0, y)
}

/** As `scrollBy` with room to scroll, until the list is at rest and its tiles are where they stay. */
export async function scrollToRest(file: OpenFile, y: number): Promise<void> {
  const top = (): Promise<number> => panel(file).evaluate(({ scrollTop }) => scrollTop)
  const before = await top()
  await scrollBy(file, y)
  await expect.poll(top).not.toBe(before)
  await panel(file).evaluate(async (element) => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame)
    for (let last = -1; last !== element.scrollTop;) {
      last = element.scrollTop
      await frame()
      await frame()
    }
  })
}

/** The asset whose tile lies under a point of the page. */
export async function nameUnder(file: OpenFile, point: { x: number; y: number }): Promise<string> {
  for (const each of await tiles(file).getByRole('button').all()) {
    const box = await each.boundingBox()
    if (box === null) continue
    const inside =
      point.x >= box.x &&
      point.x < box.x + box.width &&
      point.y >= box.y - 4 &&
      point.y < box.y + box.height
    if (inside) return (await each.getAttribute('aria-label')) ?? ''
  }
  throw new Error('no tile lies there')
}
