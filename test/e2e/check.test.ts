import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { OpenFile } from './desk.ts'
import { resizeWindow } from './resize-window.ts'
import { screenshot } from './screenshot.ts'
import { COUNT, INK_ID, KIT, KIT_ID, openSynced, signalOf } from './syncing.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

const SIGNAL = '#FF5A36'
/** A hair off it. */
const ALMOST = '#FE5B37'

/** A synced file with one layer for each of these fills selected, beside what the sample has. */
async function openDrawn(...colors: readonly string[]): Promise<OpenFile> {
  const file = await openSynced(desk)
  await file.runCode(
    `(async () => {
      figma.currentPage.selection = ${JSON.stringify(colors)}.map((color) => {
        const node = figma.createRectangle()
        node.name = color
        node.fills = [figma.util.solidPaint(color)]
        return node
      })
      figma.closePlugin()
    })()`,
  )
  await file.clearWrites()
  return file
}

const row = (file: OpenFile, hex: string): Locator =>
  file.plugin.getByRole('listitem').filter({ hasText: hex })

const press = (file: OpenFile, name: string): Promise<void> =>
  file.plugin.getByRole('button', { name, exact: true }).click()

async function layer(file: OpenFile, name: string) {
  const found = (await file.layers()).find((each) => each.name === name)
  if (found === undefined) throw new Error(`no layer ${name}`)
  return found
}

describe('the brand check', () => {
  it('finds what is off-brand, fixes what is sure in one undo step, and finds nothing then', async () => {
    const file = await openDrawn(SIGNAL, ALMOST, SIGNAL)
    await file.run('check-brand')
    await file.plugin.getByRole('tab', { name: 'Check', selected: true }).waitFor()
    await file.plugin.getByRole('heading', { name: 'Almost 1' }).waitFor()
    await file.plugin.getByRole('heading', { name: 'Not linked 1' }).waitFor()
    await row(file, SIGNAL).getByRole('button', { name: '2 layers' }).waitFor()
    expect(await file.writes()).toEqual([])
    await screenshot(file, 'check-found')

    await press(file, 'Report')
    await file.status.filter({ hasText: 'Report made.' }).waitFor()
    const report = await layer(file, 'Northwind Studio: 0 % on brand: 0 linked, 3 not.')
    expect(report).toMatchObject({ type: 'FRAME', locked: true })
    await screenshot(file, 'check-report')
    await file.plugin.getByRole('button', { name: 'Undo' }).click()

    await press(file, 'Fix')
    await file.status.filter({ hasText: '3 layers fixed.' }).waitFor()
    await file.plugin.getByText('All on brand', { exact: true }).waitFor()
    const { id } = await signalOf(file)
    expect((await layer(file, ALMOST)).fillStyleId).toBe(id)
    await screenshot(file, 'check-on-brand')

    await file.plugin.getByRole('button', { name: 'Undo' }).click()
    await file.status.filter({ hasText: 'Undone.' }).waitFor()
    expect((await layer(file, ALMOST)).fillStyleId).toBe('')
    // What is back is found at once.
    await file.plugin.getByRole('heading', { name: 'Almost 1' }).waitFor()
    expect(file.errors).toEqual([])
    await file.close()
  })

  it('judges by the kit as it is now, also where that carries its colors inside', async () => {
    desk.cliquify.configure({ fields: { kitInsides: true } })
    const almostBlue = '#0100FE'
    const file = await openDrawn(almostBlue)
    await file.run('open')
    await file.plugin.getByText('Signal', { exact: true }).waitFor()
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: INK_ID, value: '#00f' })
    await file.run('open')
    await file.plugin.getByText('#0000FF').waitFor()
    await file.plugin.getByRole('tab', { name: 'Check' }).click()
    await press(file, 'Check')
    await file.plugin.getByRole('heading', { name: 'Almost 1' }).waitFor()
    expect(await row(file, almostBlue).getByRole('combobox').inputValue()).toBe('0')
    await file.close()
  })

  it('waits for the kit’s colors where they are not known yet', async () => {
    const effect = { type: 'delay', ms: 1_500 } as const
    desk.cliquify.addFault({ path: '/api/brand-kits/*/colors', effect })
    const file = await desk.openConnected({ command: 'check-brand' })
    await file.plugin.getByText('% on brand').waitFor()
    const choice = file.plugin.getByRole('combobox', { name: 'Brand color for #6C47FF' })
    expect(await choice.locator('option').count()).toBe(3)
    await file.close()
  })

  it('leaves a color that is only near to a person, and takes the one that is chosen', async () => {
    const file = await openDrawn('#6C47FF')
    await file.run('check-brand')
    await file.plugin.getByRole('heading', { name: 'Off-brand 1' }).waitFor()
    expect(await file.plugin.getByRole('button', { name: 'Fix', exact: true }).count()).toBe(0)
    const choice = file.plugin.getByRole('combobox', { name: 'Brand color for #6C47FF' })
    await choice.selectOption({ index: 1 })
    const chosen = await choice.locator('option:checked').innerText()
    expect(await file.plugin.getByRole('checkbox', { name: 'Fix #6C47FF' }).isChecked()).toBe(true)
    await press(file, 'Fix')
    await file.status.filter({ hasText: '1 layer fixed.' }).waitFor()
    const { fillStyleId } = await layer(file, '#6C47FF')
    const style = (await file.snapshot()).paintStyles.find((each) => each.id === fillStyleId)
    expect(style?.name).toMatch(new RegExp(`/${chosen}$`))
    await file.close()
  })

  it('ignores a color for everyone in the file, until it is checked again', async () => {
    const file = await openDrawn('#6C47FF', ALMOST)
    await file.run('check-brand')
    const ignore = row(file, '#6C47FF').getByRole('button', { name: 'Ignore' })
    await ignore.click()
    await file.page.keyboard.press('Escape')
    await ignore.click()
    await file.plugin.getByLabel('Reason').fill('A partner’s')
    await file.plugin.getByLabel('Reason').press('Enter')
    await file.plugin.getByText('1 ignored in this file').click()
    await file.plugin.getByText('A partner’s').waitFor()
    await screenshot(file, 'check-ignored')
    await file.run('check-brand')
    await file.plugin.getByText('1 ignored in this file').waitFor()
    expect(await file.plugin.getByRole('heading', { name: 'Off-brand' }).count()).toBe(0)
    await file.plugin.getByText('1 ignored in this file').click()
    await press(file, 'Check again')
    await file.plugin.getByRole('heading', { name: 'Off-brand 1' }).waitFor()
    await file.close()
  })

  it('calls nothing on brand where no color was judged, and offers the page', async () => {
    const file = await openSynced(desk)
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    await file.plugin
      .getByRole('button', { name: /^Symbol, dark/ })
      .first()
      .click()
    await file.status.filter({ hasText: 'placed' }).waitFor()
    await file.plugin.getByRole('tab', { name: 'Check' }).click()
    await press(file, 'Check')
    await file.plugin.getByText('No colors to judge').waitFor()
    await file.plugin
      .getByText('Selection · 1 layer checked, no colors that are off-brand or linked.')
      .waitFor()
    await file.status.filter({ hasText: '0 findings in 1 layer.' }).waitFor()
    await screenshot(file, 'check-nothing')
    await press(file, 'Check this page')
    await file.plugin.getByText(/This page · \d+ % on brand/).waitFor()
    const scope = file.plugin.getByRole('combobox', { name: 'Look in' })
    expect(await scope.inputValue()).toBe('page')
    // It outlives the tab.
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    await file.plugin.getByRole('tab', { name: 'Check' }).click()
    expect(await scope.inputValue()).toBe('page')
    await file.close()
  })

  it('shows first what is chosen already, then what is worst', async () => {
    const file = await openDrawn('#6C47FF', '#00FF00', ALMOST, SIGNAL)
    await file.run('check-brand')
    await file.plugin.getByRole('heading', { name: 'Not linked 1' }).waitFor()
    const kinds = await file.plugin.getByRole('tabpanel').getByRole('heading').allInnerTexts()
    expect(kinds.map((kind) => kind.replace(/\s+/g, ' ').trim())).toEqual([
      'Almost 1',
      'Not linked 1',
      'Off-brand 2',
    ])
    await screenshot(file, 'check-chosen-first')
    await file.close()
  })

  it('of a kit without colors holds none against it, and looks for the rest all the same', async () => {
    for (let colorId = INK_ID; colorId < INK_ID + COUNT; colorId++)
      desk.cliquify.edit({ type: 'remove-color', kitId: KIT_ID, colorId })
    const file = await desk.openConnected()
    await file.plugin.getByLabel('Brand kit').selectOption({ label: KIT })
    await file.plugin.getByText('This brand kit has no colors').waitFor()
    // There is nothing to sync.
    expect(await file.plugin.getByText('Sync options').count()).toBe(0)
    expect(await file.plugin.getByRole('button', { name: 'Sync colors' }).count()).toBe(0)
    await screenshot(file, 'colors-empty')
    await file.runCode(
      `const text = figma.currentPage.findOne(({ name }) => name === 'Spring campaign')
      text.fills = [figma.util.solidPaint('#DDDDDD')]
      figma.closePlugin()`,
    )
    await file.select([])
    await file.run('check-brand')
    await file.plugin.getByText('This brand kit has no colors to hold the file against.').waitFor()
    expect(await file.plugin.getByRole('heading', { name: 'Off-brand' }).count()).toBe(0)
    // Hard to read, whatever the brand: nothing can be ticked.
    const all = file.plugin.getByRole('checkbox', { name: 'All: Low contrast' })
    expect(await all.isDisabled()).toBe(true)
    await row(file, '#DDDDDD').getByText('No brand color fits.').waitFor()
    await screenshot(file, 'check-empty-kit')
    await file.close()
  })

  it('goes to each layer by click and by arrow keys', async () => {
    const file = await openDrawn(SIGNAL, SIGNAL)
    await file.run('check-brand')
    const layers = row(file, SIGNAL).getByRole('button', { name: '2 layers' })
    const selected = async (): Promise<readonly string[]> => (await file.snapshot()).selection
    await layers.click()
    await file.status.filter({ hasText: 'Layer 1 of 2.' }).waitFor()
    const first = await selected()
    expect(first).toHaveLength(1)
    await layers.press('ArrowRight')
    await file.status.filter({ hasText: 'Layer 2 of 2.' }).waitFor()
    expect(await selected()).not.toEqual(first)
    await layers.press('ArrowLeft')
    await file.status.filter({ hasText: 'Layer 1 of 2.' }).waitFor()
    expect(await selected()).toEqual(first)
    await file.close()
  })

  it('looks again at no more than what has changed, on request', async () => {
    const file = await openDrawn('#6C47FF', '#00FF00')
    await file.run('check-brand')
    await row(file, '#00FF00').waitFor()
    const scope = file.plugin.getByRole('combobox', { name: 'Look in' })
    // Only once all of a page was looked at.
    expect(await scope.innerText()).not.toContain('Changed since then')
    await scope.selectOption('This page')
    await press(file, 'Check')
    await scope.selectOption('Changed since then')
    await press(file, 'Check')
    await file.plugin.getByText('No colors to judge', { exact: true }).waitFor()
    await file.edit({ type: 'duplicate-node', id: (await layer(file, '#6C47FF')).id })
    await expect
      .poll(async () => {
        await press(file, 'Check')
        await file.plugin.getByText('Changed since then · ').waitFor()
        return row(file, '#6C47FF').getByRole('button', { name: '1 layer', exact: true }).count()
      })
      .toBe(1)
    expect(await row(file, '#00FF00').count()).toBe(0)
    expect(await scope.inputValue()).toBe('changed')
    await screenshot(file, 'check-changed')
    await file.close()
  })

  it('looks at the page where nothing is selected, and fits a narrow window', async () => {
    const file = await openSynced(desk)
    await file.select([])
    await file.plugin.getByRole('tab', { name: 'Check' }).click()
    await file.plugin.getByText('Is this file on brand?').waitFor()
    await press(file, 'Check')
    await file.plugin.getByText(/This page · \d+ % on brand/).waitFor()
    // What was chosen stays: with something selected, the next one looks there.
    const scope = file.plugin.getByRole('combobox', { name: 'Look in' })
    expect(await scope.locator('option:checked').innerText()).toBe('Selection or page')
    await file.plugin.getByRole('checkbox', { name: 'All: Near' }).check()
    await file.plugin.getByRole('button', { name: 'Fix', exact: true }).waitFor()
    await resizeWindow(file, 300, 400)
    await screenshot(file, 'check-narrow')
    const tab = await file.plugin.getByRole('tab', { name: 'Check' }).boundingBox()
    const list = await file.plugin.getByRole('tablist').boundingBox()
    if (tab === null || list === null) throw new Error('no tabs')
    expect(tab.x + tab.width).toBeLessThanOrEqual(list.x + list.width)
    await file.close()
  })
})
