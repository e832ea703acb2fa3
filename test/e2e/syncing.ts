import { expect } from 'vitest'
import type { DocumentSnapshot, StyleSnapshot, VariableSnapshot } from '../figma/host-api.ts'
import type { Desk, FileOptions, OpenFile } from './desk.ts'

export const KIT = 'Northwind Studio'
export const KIT_ID = 12
/** In the sample brand: “Ink” and “Signal”, #ff5a36, in the palette “Primary”. */
export const INK_ID = 1201
export const SIGNAL_ID = 1202
export const SIGNAL = 'Northwind Studio/Primary/Signal'
export const COUNT = 9
/** What noting a link writes: the plugin's own note, then the one that is shared. */
export const LINK = ['setPluginData', 'setSharedPluginData']

/** A file with the kit on screen, not synced yet. */
export async function openKit(desk: Desk, options: FileOptions = {}): Promise<OpenFile> {
  const file = await desk.openConnected(options)
  await file.plugin.getByLabel('Brand kit').selectOption({ label: KIT })
  await file.plugin.getByText('Signal', { exact: true }).waitFor()
  return file
}

export async function openSynced(desk: Desk): Promise<OpenFile> {
  const file = await openKit(desk)
  await review(file)
  await apply(file)
  await file.clearWrites()
  return file
}

export async function review(file: OpenFile): Promise<void> {
  await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
  await file.plugin.getByRole('heading', { name: 'Review changes' }).waitFor()
}

export async function apply(file: OpenFile): Promise<void> {
  await file.plugin.getByRole('button', { name: 'Apply changes' }).click()
  await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
}

/** Leaves a review in which nothing was decided, so that there is nothing to apply. */
export async function keep(file: OpenFile): Promise<void> {
  await file.plugin.getByText('0 changes').waitFor()
  expect(await file.plugin.getByRole('button', { name: 'Apply changes' }).isDisabled()).toBe(true)
  await file.plugin.getByRole('button', { name: 'Cancel' }).click()
  await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
}

export async function openOptions(file: OpenFile): Promise<void> {
  await file.plugin.getByText('Sync options').click()
  await file.plugin.getByLabel('Sync as').waitFor()
}

/** Chooses what colors become, in a review that is open. */
export async function syncAs(file: OpenFile, label: string): Promise<void> {
  await file.plugin.getByLabel('Sync as').selectOption({ label })
  await file.plugin.locator('div:not([aria-busy]) > div > h2').waitFor()
}

export function stylesOf(document: DocumentSnapshot): readonly StyleSnapshot[] {
  return document.paintStyles.filter(
    ({ sharedPluginData }) => sharedPluginData['cliquify'] !== undefined,
  )
}

export function variablesOf(document: DocumentSnapshot): readonly VariableSnapshot[] {
  return document.collections
    .flatMap(({ variables }) => variables)
    .filter(({ sharedPluginData }) => sharedPluginData['cliquify'] !== undefined)
}

export async function signalOf(file: OpenFile): Promise<StyleSnapshot> {
  const style = stylesOf(await file.snapshot()).find(({ name }) => name === SIGNAL)
  if (style === undefined) throw new Error('Signal is not synced')
  return style
}

/** Waits for this heading of the review. */
export async function group(file: OpenFile, label: string): Promise<void> {
  await file.plugin.getByRole('heading', { name: label, exact: true }).waitFor()
}

/** What was written to the document, by the names of the operations. */
export async function ops(file: OpenFile): Promise<readonly string[]> {
  return (await file.writes()).map(({ op }) => op)
}
