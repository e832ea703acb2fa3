import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { NodeSnapshot } from '../figma/host-api.ts'
import type { Desk, OpenFile } from './desk.ts'
import { recordOf, storedValue } from './stored.ts'

/** A file whose library has been looked at: the logos of the first kit and the first assets. */
export async function openKnown(desk: Desk, theme: 'light' | 'dark' = 'light'): Promise<OpenFile> {
  const file = await desk.openConnected({ theme })
  for (const tab of ['Logos', 'Assets']) {
    await file.plugin.getByRole('tab', { name: tab }).click()
    await file.plugin.getByRole('tabpanel').locator('img').first().waitFor()
  }
  await expect.poll(() => storedKinds(file)).toEqual(['asset', 'logo'])
  await file.page.getByRole('button', { name: 'Close plugin' }).click()
  return file
}

/** The kinds that quick insert has saved, each once. */
export async function storedKinds(file: OpenFile): Promise<readonly unknown[]> {
  const { suggestions: items } = await storedValue(file, 'brand')
  const kinds = Array.isArray(items) ? items.map((item: unknown) => recordOf(item)['kind']) : []
  return [...new Set<unknown>(kinds)].sort()
}

export function bar(file: OpenFile): Readonly<Record<'dialog' | 'field' | 'options', Locator>> {
  const dialog = file.page.getByRole('dialog', { name: 'Quick actions' })
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: 'Asset' }),
    options: dialog.getByRole('option'),
  }
}

export function placedIn(layers: readonly NodeSnapshot[]): readonly NodeSnapshot[] {
  return layers.filter(({ sharedPluginData }) => sharedPluginData['cliquify']?.['asset'])
}

export function logoName(desk: Desk, format: string): string {
  const logo = desk.cliquify.brand.kits[0]?.logos.find((each) => each.format === format)
  if (logo === undefined) throw new Error(`the first kit has no ${format} logo`)
  return logo.name
}

/** The other kits have logos of the same names. */
export function inFirstKit(desk: Desk, name: string): string {
  return `${name} ${desk.cliquify.brand.kits[0]?.name ?? ''}`
}
