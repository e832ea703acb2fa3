import type { Frame, Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { some } from '../deep.ts'
import { THEMES, type FileOptions, type OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const KIT = 'Northwind Studio'

const desk = useDesk()

async function openColors(options: FileOptions = {}): Promise<OpenFile> {
  const file = await desk.openConnected(options)
  await file.plugin.getByLabel('Brand kit').selectOption({ label: KIT })
  await color(file, 'Signal').waitFor()
  return file
}

function color(file: OpenFile, name: string): Locator {
  return file.plugin.getByRole('button', { name: new RegExp(`^${name} #`) })
}

function more(file: OpenFile, name: string): Locator {
  return file.plugin.getByRole('button', { name: `More about ${name}` })
}

async function said(file: OpenFile, text: string | RegExp): Promise<void> {
  await file.status.filter({ hasText: text }).waitFor()
}

async function layer(file: OpenFile, name: string): Promise<NodeSnapshot> {
  const found = (await file.layers()).find((each) => each.name === name)
  if (found === undefined) throw new Error(`no layer ${name}`)
  return found
}

async function select(file: OpenFile, ...names: readonly string[]): Promise<void> {
  const ids = await Promise.all(names.map(async (name) => (await layer(file, name)).id))
  await file.select(ids)
  await file.clearWrites()
}

function inside(file: OpenFile): Frame {
  const frame = file.page.frames().find((each) => each.url().startsWith('data:'))
  if (frame === undefined) throw new Error('the plugin has no window')
  return frame
}

async function resize(file: OpenFile, width: number): Promise<void> {
  await inside(file).evaluate(
    (size) => {
      const event = { channel: 'event', name: 'window:resize', payload: size }
      parent.postMessage({ pluginMessage: event }, '*')
    },
    { width, height: 600 },
  )
  await expect.poll(() => inside(file).evaluate(() => innerWidth)).toBe(width)
}

describe('a color of the kit', () => {
  it('goes onto the selected layers by a click, and as stroke with Alt', async () => {
    const file = await openColors()
    await select(file, 'Swatch 1', 'Swatch 2')
    await color(file, 'Signal').click()
    await said(file, 'Filled 2 layers, not linked')
    for (const name of ['Swatch 1', 'Swatch 2']) {
      expect((await layer(file, name)).fills[0]?.color?.g).toBeCloseTo(0x5a / 255)
    }
    expect((await file.writes()).map(({ op }) => op)).toEqual(['set fills', 'set fills'])
    await color(file, 'Ink').click({ modifiers: ['Alt'] })
    await said(file, 'Stroked 2 layers, not linked')
    expect((await layer(file, 'Swatch 1')).strokes[0]?.color?.r).toBeCloseTo(0x16 / 255)
    await file.page.evaluate(() => window.preview.host.undo())
    expect((await layer(file, 'Swatch 2')).strokes).toEqual([])
    expect((await layer(file, 'Swatch 2')).fills[0]?.color?.g).toBeCloseTo(0x5a / 255)
    await file.close()
  })

  it('is linked by its style once it was synced', async () => {
    const file = await openColors()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.plugin.getByRole('button', { name: 'Apply changes' }).click()
    await file.plugin.getByRole('button', { name: 'Undo' }).waitFor()
    await select(file, 'Swatch 1')
    await color(file, 'Signal').click()
    await said(file, 'Filled 1 layer with Signal.')
    const { paintStyles } = await file.snapshot()
    const style = paintStyles.find(({ name }) => name === `${KIT}/Primary/Signal`)
    expect((await layer(file, 'Swatch 1')).fillStyleId).toBe(style?.id)
    await file.close()
  })

  it('that the file does not have says so, and is synced and linked by a button, alone', async () => {
    const file = await openColors()
    await select(file, 'Swatch 1')
    await color(file, 'Signal').click()
    await said(file, 'Filled 1 layer, not linked: not synced yet.')
    await screenshot(file, 'color-not-linked')
    await file.plugin.getByRole('button', { name: 'Sync and link' }).click()
    await said(file, /^Filled 1 layer with Signal\.$/)
    const { paintStyles } = await file.snapshot()
    const synced = paintStyles.filter(({ sharedPluginData }) => 'cliquify' in sharedPluginData)
    expect(synced.map(({ name }) => name)).toEqual([`${KIT}/Primary/Signal`])
    expect((await layer(file, 'Swatch 1')).fillStyleId).toBe(synced[0]?.id)
    expect(await file.plugin.getByRole('button', { name: 'Sync and link' }).count()).toBe(0)
    await file.close()
  })

  it('is searched by name, palette and value, and stays searched for on return', async () => {
    const file = await openColors()
    await select(file, 'Swatch 1')
    const search = file.plugin.getByRole('searchbox', { name: 'Search' })
    await file.page.keyboard.press('Tab')
    await search.fill('support')
    await color(file, 'Fog').waitFor()
    expect(await color(file, 'Signal').count()).toBe(0)
    await search.fill('#ff5a')
    await color(file, 'Signal').waitFor()
    expect(await file.plugin.getByRole('button', { name: /^More about / }).count()).toBe(1)
    await screenshot(file, 'colors-search')
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    await file.plugin.getByRole('tab', { name: 'Colors' }).click()
    expect(await search.inputValue()).toBe('#ff5a')
    await search.press('Enter')
    await said(file, 'Filled 1 layer, not linked')
    expect((await layer(file, 'Swatch 1')).fills[0]?.color?.g).toBeCloseTo(0x5a / 255)
    await search.fill('plum')
    await file.plugin.getByText('Nothing matches “plum”').waitFor()
    await screenshot(file, 'colors-search-nothing')
    await file.plugin.getByRole('button', { name: 'Show all colors' }).click()
    await color(file, 'Fog').waitFor()
    await file.close()
  })

  it('that is wider than sRGB says so, and what is no screen color says why', async () => {
    const kitId = 12
    const add = (name: string, value: string): void =>
      desk.cliquify.edit({ type: 'add-color', kitId, palette: 'Print', name, value })
    add('Flare', 'color(display-p3 1 0.2 0)')
    add('Dawn', 'conic-gradient(from 90deg at 25% 75%, #ff5a36, transparent, #ff5a36)')
    add('Press orange', 'C0 M60 Y100 K0')
    const file = await openColors({ theme: 'dark' })
    await file.plugin.getByText('wider than sRGB').waitFor()
    await file.plugin.getByText(/could not be/).click()
    await file.plugin.getByText(/about #FF6600/).waitFor()
    await screenshot(file, 'colors-wide')
    await file.close()
  })

  it('says what to do where nothing is selected, or only what is locked', async () => {
    const file = await openColors()
    await select(file)
    await color(file, 'Signal').click()
    await said(file, 'Select a layer first.')
    // What was asked for is done.
    await select(file, 'Swatch 1')
    await expect.poll(() => file.status.textContent()).toBe('')
    await select(file, 'Backdrop')
    await color(file, 'Signal').click()
    await said(file, 'What is selected is locked. Unlock it first.')
    expect(await file.writes()).toEqual([])
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })

  it('is applied in FigJam too, where there are no styles', async () => {
    const file = await desk.openConnected({ command: null })
    await file.page.evaluate(() => window.preview.host.setEditor('figjam'))
    await file.run('open')
    await select(file, 'Swatch 1')
    await color(file, 'Night Sky').click()
    await said(file, 'Filled 1 layer with Night Sky.')
    expect(await layer(file, 'Swatch 1')).toMatchObject({
      fillStyleId: '',
      fills: [{ type: 'SOLID' }],
    })
    expect((await file.writes()).map(({ op }) => op)).toEqual(['set fills'])
    await file.close()
  })

  it('is copied in each notation, and the clipboard has it', async () => {
    const file = await openColors()
    await file.page.context().grantPermissions(['clipboard-read'])
    await more(file, 'Fog').click()
    for (const [label, text] of [
      ['HEX', '#E2E8F0B3'],
      ['RGB', 'rgb(226 232 240 / 70%)'],
      ['CSS variable', 'var(--northwind-studio-support-fog)'],
    ] as const) {
      await file.plugin.getByRole('button', { name: `Copy ${label} ${text}` }).click()
      await said(file, `Copied ${text}.`)
      expect(await file.page.evaluate(() => navigator.clipboard.readText())).toBe(text)
    }
    for (const label of ['HSL', 'OKLCH']) {
      await file.plugin.getByRole('button', { name: `Copy ${label}` }).click()
      await said(file, `Copied ${label.toLowerCase()}(`)
    }
    await file.close()
  })

  it('is shown selected where the browser does not copy', async () => {
    const file = await openColors()
    await inside(file).evaluate(() => {
      document.execCommand = () => false
    })
    await more(file, 'Signal').click()
    await file.plugin.getByRole('button', { name: 'Copy HEX' }).click()
    await said(file, 'This browser did not copy. Copy the selected text yourself.')
    const field = file.plugin.getByLabel('Text to copy')
    expect(await field.inputValue()).toBe('#FF5A36')
    expect(await field.evaluate((input) => (input as HTMLInputElement).selectionEnd)).toBe(
      '#FF5A36'.length,
    )
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
    await file.close()
  })

  it('tells its contrast on white, on black and on another color', async () => {
    const file = await openColors()
    await more(file, 'Ink').click()
    const pairs = file.plugin.getByRole('list', { name: 'Contrast' }).getByRole('listitem')
    expect(await pairs.nth(0).textContent()).toMatch(/on white16\.\d+:1AAA/)
    expect(await pairs.nth(1).textContent()).toMatch(/on black1\.\d+:1Fails/)
    await file.plugin.getByLabel('Another color').selectOption({ label: 'Slate' })
    expect(await pairs.nth(2).textContent()).toMatch(/2\.\d+:1Fails$/)
    await file.close()
  })

  it('is told from another of its name by its value, where one is to be chosen', async () => {
    const file = await desk.openConnected()
    await more(file, 'Night Sky').click()
    const options = await file.plugin.getByLabel('Another color').locator('option').allInnerTexts()
    expect(options.filter((name) => name.startsWith('Link'))).toEqual([
      'Link #0A84FF',
      'Link #0066CC',
    ])
    expect(new Set(options).size).toBe(options.length)
    await file.close()
  })

  it('is reached by the keyboard, with all that can be done with it', async () => {
    const file = await openColors()
    await select(file, 'Swatch 1')
    const { keyboard } = file.page
    const focused = (of: Locator): Promise<boolean> =>
      of.evaluate((element) => element === document.activeElement)
    await color(file, 'Ink').focus()
    await keyboard.press('ArrowDown')
    expect(await focused(color(file, 'Signal'))).toBe(true)
    await keyboard.press('Enter')
    await said(file, 'Filled 1 layer, not linked')
    expect((await layer(file, 'Swatch 1')).fills[0]?.color?.g).toBeCloseTo(0x5a / 255)
    await keyboard.press('ArrowRight')
    expect(await focused(more(file, 'Signal'))).toBe(true)
    await keyboard.press('Space')
    expect(await more(file, 'Signal').getAttribute('aria-expanded')).toBe('true')
    await keyboard.press('Tab')
    expect(await focused(file.plugin.getByRole('button', { name: 'Copy HEX' }))).toBe(true)
    await keyboard.press('Enter')
    await said(file, 'Copied #FF5A36.')
    expect(await focused(file.plugin.getByRole('button', { name: 'Copy HEX' }))).toBe(true)
    for (let stops = 0; stops < 6; stops++) await keyboard.press('Tab')
    await keyboard.press('Enter')
    await said(file, 'Stroked 1 layer, not linked')
    expect((await layer(file, 'Swatch 1')).strokes[0]?.color?.g).toBeCloseTo(0x5a / 255)
    await keyboard.press('Escape')
    expect(await more(file, 'Signal').getAttribute('aria-expanded')).toBe('false')
    expect(await focused(more(file, 'Signal'))).toBe(true)
    // The list is one stop: the next is past it.
    await keyboard.press('Tab')
    expect(await file.plugin.locator('li :focus').count()).toBe(0)
    await file.close()
  })
})

describe.each(some(THEMES, 1))('in the %s theme', (theme) => {
  it.each([300, 360])('an opened color fits %i px', async (width) => {
    const file = await openColors({ theme })
    await resize(file, width)
    await more(file, 'Fog').click()
    await file.plugin.getByRole('list', { name: 'Contrast' }).waitFor()
    expect(
      await inside(file).evaluate(() =>
        [...document.querySelectorAll('li:has(> div > [aria-expanded=true]) > *')].some(
          (element) => element.scrollWidth > element.clientWidth,
        ),
      ),
    ).toBe(false)
    await screenshot(file, `single-color-${theme}-${width}`)
    await file.close()
  })
})
