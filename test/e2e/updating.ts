import { expect } from 'vitest'
import type { Locator } from 'playwright-core'
import type { SampleFile } from '../cliquify/brand/brand.ts'
import type { NodeSnapshot } from '../figma/host-api.ts'
import type { Desk, OpenFile } from './desk.ts'
import { provenanceOf } from './placed.ts'

/** The first kit's logo of this format. */
export function logo(desk: Desk, format: string): SampleFile & { readonly kitId: number } {
  const [kit] = desk.cliquify.brand.kits
  const found = kit?.logos.find((each) => each.format === format)
  if (kit === undefined || found === undefined) throw new Error(`no ${format} logo`)
  return { ...found, kitId: kit.id }
}

/** Gives it a newer version in Cliquify. */
export function bump(desk: Desk, format: string): void {
  const { kitId, id } = logo(desk, format)
  desk.cliquify.edit({ type: 'bump-logo', kitId, logoId: id })
}

/** A file in which these logos of the first kit were placed, with the window closed. */
export async function openPlaced(
  desk: Desk,
  formats: readonly string[],
  theme: 'light' | 'dark' = 'light',
): Promise<OpenFile> {
  const file = await desk.openConnected({ theme })
  await file.plugin.getByRole('tab', { name: 'Logos' }).click()
  for (const format of formats) {
    const { name } = logo(desk, format)
    const before = (await file.placed()).length
    await file.plugin.getByRole('button', { name, exact: true }).click()
    await expect.poll(async () => (await file.placed()).length).toBe(before + 1)
    await file.status.filter({ hasText: `“${name}” placed` }).waitFor()
  }
  await file.select([])
  await file.clearWrites()
  return file
}

/** The version that a layer shows. */
export function versionOf(node: NodeSnapshot | undefined): unknown {
  return provenanceOf(node)['version']
}

export const updateAll = (file: OpenFile): Locator =>
  file.plugin.getByRole('button', { name: 'Update all' })
export const rows = (file: OpenFile): Locator =>
  file.plugin.getByRole('list', { name: 'Newer versions' }).getByRole('listitem')
