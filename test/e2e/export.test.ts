import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, THEMES, type Desk, type OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { problemsInWindow } from './serious-problems.ts'
import { apply, openKit, openOptions, review, syncAs } from './syncing.ts'

/** A second mode in which one color is another one, as a designer makes it. */
const ADD_MODE = `
  void (async () => {
    const [home] = await figma.variables.getLocalVariableCollectionsAsync()
    const dark = home.addMode('Dark')
    for (const each of await figma.variables.getLocalVariablesAsync('COLOR')) {
      if (each.name.endsWith('Ink')) each.setValueForMode(dark, { r: 1, g: 1, b: 1, a: 1 })
    }
    figma.closePlugin('added')
  })()
`

let desk: Desk
let file: OpenFile
beforeAll(async () => {
  desk = await openDesk()
  file = await openKit(desk)
  await review(file)
  await openOptions(file)
  await syncAs(file, 'Styles and variables')
  await apply(file)
  await file.runCode(ADD_MODE)
  await file.page.getByLabel('Editor').selectOption('Dev Mode')
  await openExport(file)
})
afterAll(() => desk.close())

async function openExport({ page, plugin }: OpenFile): Promise<void> {
  await page.getByRole('button', { name: 'Export all colors…' }).click()
  await plugin.getByRole('main').waitFor()
}

function code(): Promise<string> {
  return file.plugin.locator('pre').innerText()
}

async function saved(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([
    file.page.waitForEvent('download'),
    file.plugin.getByRole('button', { name: /^Save/ }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** Where the first sign of a text begins on screen, in pixels. */
function leftOf(within: Locator, text: string): Promise<number> {
  return within.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      return range.getBoundingClientRect().left
    }
    throw new Error(`no text ${wanted}`)
  }, text)
}

describe('exporting all colors', () => {
  it('writes the kit with its modes in the language that is chosen, under the names that are', async () => {
    const { plugin } = file
    expect(await code()).toContain('  --northwind-studio-primary-ink: #16202B;')
    expect(await code()).toContain(
      '[data-theme="dark"] {\n  --northwind-studio-primary-ink: #FFFFFF;',
    )
    await plugin.getByLabel('As', { exact: true }).selectOption('prefers-color-scheme')
    expect(await code()).toContain('@media (prefers-color-scheme: dark) {')
    await plugin.getByLabel('Kit in names').uncheck()
    expect(await code()).toContain('  --primary-ink: #16202B;')
    await plugin.getByLabel('Language').selectOption('SwiftUI')
    expect(await code()).toContain('static let primaryInk = Color(.sRGB')
    await plugin.getByLabel('Dark', { exact: true }).uncheck()
    await plugin.getByRole('heading', { name: 'BrandColors.swift' }).waitFor()
  })

  it('saves one file as it is shown, and several as a ZIP', async () => {
    const { plugin } = file
    await plugin.getByLabel('Language').selectOption('Android XML')
    const one = await saved()
    expect(one.name).toBe('colors.xml')
    expect(strFromU8(one.bytes)).toContain('<color name="primary_ink">#16202B</color>')
    await plugin.getByLabel('Language').selectOption('Xcode asset catalog')
    const { name, bytes } = await saved()
    expect(name).toBe('northwind-studio-colors.zip')
    expect(Object.keys(unzipSync(bytes))).toContain('primaryInk.colorset/Contents.json')
    expect(await file.status.innerText()).toBe('Saved northwind-studio-colors.zip.')
    await plugin.getByLabel('File').selectOption('primaryInk.colorset/Contents.json')
    expect(await code()).toContain('"red": "0.08627"')
  })

  it('leaves out colors that are not chosen, and copies what is shown', async () => {
    const { page, plugin } = file
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await plugin.getByLabel('Language').selectOption('JSON')
    await plugin.getByRole('checkbox', { name: 'Support' }).uncheck()
    await plugin.getByLabel('Tide').uncheck()
    await plugin.getByText('3 of 9 colors').waitFor()
    await plugin.getByRole('button', { name: 'Copy' }).click()
    expect(await file.status.innerText()).toBe('Copied colors.json.')
    expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual({
      'primary-ink': '#16202B',
      'primary-signal': '#FF5A36',
      'primary-paper': '#FAF7F2',
    })
    await plugin.getByLabel('3 of 9 colors').check()
    await plugin.getByText('All 9 colors').waitFor()
  })

  it('begins with what was chosen for the kit', async () => {
    const { page, plugin } = file
    await page.getByRole('button', { name: 'Close plugin' }).click()
    await openExport(file)
    expect(await plugin.getByLabel('Language').inputValue()).toBe('json')
    expect(await plugin.getByLabel('Kit in names').isChecked()).toBe(false)
  })

  it('looks right in both themes, is accessible, asks no server and writes nothing', async () => {
    const { page } = file
    await file.clearWrites()
    const asked = file.requests.length
    await file.plugin.getByLabel('Language').selectOption('CSS')
    for (const theme of THEMES) {
      await page.getByLabel('Theme').selectOption(theme)
      await page.locator(`:root.figma-${theme}`).waitFor()
      expect(await problemsInWindow(file)).toEqual([])
      await screenshot(file, `${theme}-export`)
    }
    expect(await file.writes()).toEqual([])
    expect(file.requests.length).toBe(asked)
    expect(file.errors).toEqual([])
  })
})

describe('exporting from a file that was never synced', () => {
  it('says what to do first', async () => {
    const empty = await desk.openFile({ command: null })
    await empty.page.getByLabel('Editor').selectOption('Dev Mode')
    await openExport(empty)
    expect(await empty.plugin.getByRole('main').innerText()).toContain('run “Sync brand colors”')
    await screenshot(empty, 'light-export-empty')
  })
})

describe('a right-to-left name', () => {
  it('stays beside its color, and leaves the code after it as it is', async () => {
    await file.page.getByRole('button', { name: 'Close plugin' }).click()
    const other = await desk.openConnected()
    await review(other)
    const row = other.plugin.getByRole('listitem').filter({ hasText: 'قهوة داكنة' })
    expect(await leftOf(row, 'قهوة')).toBeLessThan(140)
    await apply(other)
    await other.page.getByLabel('Editor').selectOption('Dev Mode')
    await openExport(other)
    const code = other.plugin.locator('pre')
    expect(await code.locator('bdi', { hasText: 'قهوة-داكنة' }).count()).toBe(1)
    expect(await leftOf(code, '#3B2417')).toBeLessThan(await leftOf(code, '3B2417'))
    expect(await code.innerText()).toContain('-قهوة-داكنة: #3B2417;')
    await screenshot(other, 'export-rtl')
    await other.close()
  })
})
