import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk, type OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { openSynced } from './syncing.ts'

/** What a designer draws with the synced styles and without them; the layers are told by their names. */
const DRAW = `
  const solid = (r, g, b) => ({ type: 'SOLID', color: { r, g, b } })
  const named = (node, name) => {
    node.name = name
    return node
  }
  void (async () => {
    const styles = await figma.getLocalPaintStylesAsync()
    const signal = styles.find(({ name }) => name.endsWith('/Signal'))
    const linked = named(figma.createFrame(), 'Linked')
    await linked.setFillStyleIdAsync(signal.id)
    const unlinked = named(figma.createFrame(), 'Unlinked')
    unlinked.fills = signal.paints
    const stray = named(figma.createFrame(), 'Off brand')
    stray.fills = [solid(0.95, 0.4, 0.25)]
    const gradient = named(figma.createFrame(), 'Gradient')
    gradient.fills = [{
      type: 'GRADIENT_LINEAR',
      gradientTransform: [[1, 0, 0], [0, 1, 0]],
      gradientStops: [
        { position: 0, color: { ...signal.paints[0].color, a: 1 } },
        { position: 1, color: { r: 0, g: 0.3, b: 0.9, a: 1 } },
      ],
    }]
    await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    const text = named(figma.createText(), 'Offer')
    text.characters = 'Shop the sale'
    text.fills = [solid(0, 0.3, 0.9)]
    await text.setRangeFillStyleIdAsync(9, 13, signal.id)
    const logo = named(figma.createComponent(), 'Logo')
    logo.setSharedPluginData('cliquify', 'asset', JSON.stringify({
      kind: 'logo', assetId: '3', kitId: '12', version: '2026-05-01T08:00:00.000Z',
      url: 'https://cdn.thecliquify.co/logo.svg', name: 'Northwind mark',
    }))
    named(logo.createInstance(), 'Instance')
    figma.closePlugin('drawn')
  })()
`

let desk: Desk
let file: OpenFile
beforeAll(async () => {
  desk = await openDesk()
  file = await openSynced(desk)
  await file.runCode(DRAW)
  await file.page.getByRole('button', { name: 'Instance', exact: true }).waitFor()
  await file.page.getByLabel('Editor').selectOption('Dev Mode')
  await file.page.getByRole('combobox', { name: 'Language' }).waitFor()
})
afterAll(() => desk.close())

/** The code that the panel shows for a layer under a title. */
async function codeOf(name: string, title = 'Colors'): Promise<string> {
  const layer = (await file.layers()).find((each) => each.name === name)
  if (layer === undefined) throw new Error(`no layer ${name}`)
  await file.select([layer.id])
  const { page } = file
  const panel = page.getByRole('complementary', { name: 'Inspect' })
  await panel.getByRole('heading', { name, exact: true }).waitFor()
  return (
    await panel.getByRole('figure', { name: title, exact: true }).locator('code').innerText()
  ).trim()
}

describe('Dev Mode', () => {
  it('shows the brand’s name of what is linked, in each language and as is preferred', async () => {
    const { page } = file
    expect(await codeOf('Linked')).toBe(
      'background: var(--northwind-studio-primary-signal); /* Northwind Studio/Primary/Signal */',
    )
    expect(await codeOf('Linked', 'Definitions')).toContain(
      '--northwind-studio-primary-signal: #FF5A36;',
    )
    const code = page.getByRole('figure', { name: 'Colors', exact: true }).locator('code')
    const language = page.getByRole('combobox', { name: 'Language' })
    for (const [label, expected] of [
      ['SCSS', '$northwind-studio-primary-signal'],
      ['Tailwind 4', 'var(--color-northwind-studio-primary-signal)'],
      ['Design Tokens (DTCG)', '"{northwind-studio-primary-signal}"'],
      ['SwiftUI', 'Color.northwindStudioPrimarySignal'],
      ['Jetpack Compose', 'BrandColors.northwindStudioPrimarySignal'],
      ['Android XML', '@color/northwind_studio_primary_signal'],
      ['Xcode asset catalog', 'Color("northwindStudioPrimarySignal")'],
      ['JSON', '{northwind-studio-primary-signal}'],
    ] as const) {
      await language.selectOption(label)
      await expect.poll(() => code.innerText(), { message: label }).toContain(expected)
    }
    await page.getByLabel('Kit in names').selectOption('Without')
    await page.getByRole('combobox', { name: /^Names/ }).selectOption('Dots between folders')
    await expect.poll(() => code.innerText()).toContain('{primary.signal}')
    await language.selectOption('CSS')
    await page.getByLabel('Kit in names').selectOption('With the kit')
    await expect.poll(() => code.innerText()).toContain('var(--northwind-studio-primary-signal)')
  })

  it('tells what is not linked, off brand, a gradient, a text of several colors', async () => {
    expect(await codeOf('Unlinked')).toContain('Northwind Studio/Primary/Signal: not linked')
    expect(await codeOf('Off brand')).toMatch(
      /^background: #F26640; .*off brand; nearest: Northwind Studio\/Primary\/Signal #FF5A36/,
    )
    expect(await codeOf('Gradient')).toContain(
      'linear-gradient(90deg, var(--northwind-studio-primary-signal) 0%, #004DE5 100%)',
    )
    const text = (await codeOf('Offer')).split('\n')
    expect(text[0]).toContain('“Shop the”: not linked, off brand')
    expect(text[1]).toBe(
      'color: var(--northwind-studio-primary-signal); /* “sale”: Northwind Studio/Primary/Signal */',
    )
  })

  it('tells which logo an instance shows, in which version', async () => {
    const asset = await codeOf('Instance', 'From Cliquify')
    expect(asset).toContain('Logo: Northwind mark')
    expect(asset).toContain('Version: 2026-05-01')
  })

  it('copies code, looks right in both themes, asks no server for anything, and has no errors', async () => {
    const { page } = file
    const asked = file.requests.length
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const code = await codeOf('Off brand')
    await page.getByRole('button', { name: 'Copy Colors', exact: true }).click()
    await page.getByText('Copied to clipboard').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
    for (const theme of ['dark', 'light'] as const) {
      await page.getByLabel('Theme').selectOption(theme)
      await page.locator(`:root.figma-${theme}`).waitFor()
      await codeOf('Offer')
      await screenshot(file, `${theme}-dev-mode`)
    }
    expect(file.requests.length).toBe(asked)
    expect(file.errors).toEqual([])
  })
})
