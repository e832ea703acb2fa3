import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { OpenFile } from './desk.ts'
import { provenanceOf } from './placed.ts'
import { screenshot } from './screenshot.ts'
import { bump, logo, openPlaced } from './updating.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

/** Does something to the layer that was placed last, as a person would. */
async function handle(file: OpenFile, what: string): Promise<void> {
  const id = (await file.placed()).at(-1)?.id ?? ''
  await file.runCode(
    `(async () => {
      const node = await figma.getNodeByIdAsync(${JSON.stringify(id)})
      ${what}
      figma.currentPage.selection = []
      figma.closePlugin()
    })()`,
  )
}

const row = (file: OpenFile, text: string): Locator =>
  file.plugin.getByRole('listitem').filter({ hasText: text })

describe('the brand check of logos', () => {
  it('gives a stretched one its proportions, and brings an outdated one up to date', async () => {
    const file = await openPlaced(desk, ['svg'])
    const { name } = logo(desk, 'svg')
    const [before] = await file.placed()
    await handle(file, 'node.resize(node.width * 1.5, node.height)')
    bump(desk, 'svg')
    await file.run('check-brand')
    await row(file, `Stretched: ${name}`).waitFor()
    await row(file, `Outdated: ${name}`).waitFor()
    await screenshot(file, 'check-assets')
    await row(file, `Stretched: ${name}`).getByRole('button', { name: 'Fix' }).click()
    await file.status.filter({ hasText: '1 layer fixed.' }).waitFor()
    const [mended] = await file.placed()
    const aspectOf = (node = before): number => (node?.width ?? NaN) / (node?.height ?? NaN)
    expect(aspectOf(mended)).toBeCloseTo(aspectOf(before), 2)
    await row(file, `Outdated: ${name}`).getByRole('button', { name: 'Update' }).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    await expect.poll(() => row(file, name).count()).toBe(0)
    expect(file.errors).toEqual([])
    await file.close()
  })

  it('swaps one that is lost on its ground for the other variant, in the same box', async () => {
    const file = await openPlaced(desk, [])
    const [dark, light] = ['Wordmark, dark (SVG)', 'Wordmark, light (SVG)']
    await file.plugin.getByRole('button', { name: dark, exact: true }).click()
    await file.status.filter({ hasText: 'placed' }).waitFor()
    await handle(
      file,
      `const frame = figma.createFrame()
      frame.resize(node.width + 80, node.height + 80)
      frame.fills = [figma.util.solidPaint('#000000')]
      frame.appendChild(node)
      node.x = node.y = 40`,
    )
    const [before] = await file.placed()
    await file.run('check-brand')
    await row(file, `Hard to see: ${dark}`).getByRole('button', { name: 'Swap variant' }).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    const [after] = await file.placed()
    expect(provenanceOf(after)['name']).toBe(light)
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height])
    await expect.poll(() => row(file, 'Hard to see').count()).toBe(0)
    await file.close()
  })

  it('holds logos to the rules of the team, which are kept in the file', async () => {
    const file = await openPlaced(desk, ['svg'])
    const { name } = logo(desk, 'svg')
    await handle(
      file,
      `const frame = figma.createFrame()
      frame.fills = [figma.util.solidPaint('#FFFFFF')]
      frame.resize(600, 600)
      frame.appendChild(node)
      node.x = node.y = 100
      const near = figma.createEllipse()
      near.fills = []
      frame.appendChild(near)
      near.x = 100 + node.width + 4
      near.y = 100`,
    )
    await file.run('check-brand')
    const rules = file.plugin.getByText('Rules for logos')
    await rules.click()
    await file.plugin.getByLabel('Least width, px').fill('2000')
    await file.plugin.getByLabel('Clear space, % of height').fill('50')
    await file.plugin.getByLabel('Clear space, % of height').press('Enter')
    await file.status.filter({ hasText: 'Check again.' }).waitFor()
    await screenshot(file, 'check-rules')
    await file.plugin.getByRole('button', { name: 'Check', exact: true }).click()
    await row(file, `Too small: ${name}`).waitFor()
    await row(file, `Too little clear space: ${name}`).waitFor()
    await screenshot(file, 'check-against-rules')

    // Another run reads them from the file.
    await file.run('check-brand')
    await row(file, `Too small: ${name}`).waitFor()
    await rules.click()
    expect(await file.plugin.getByLabel('Least width, px').inputValue()).toBe('2000')
    await file.plugin.getByLabel('Least width, px').fill('')
    await file.plugin.getByLabel('Least width, px').press('Enter')
    await file.status.filter({ hasText: 'Check again.' }).waitFor()
    await file.plugin.getByRole('button', { name: 'Check', exact: true }).click()
    await row(file, `Too little clear space: ${name}`).waitFor()
    expect(await row(file, `Too small: ${name}`).count()).toBe(0)
    expect(file.errors).toEqual([])
    await file.close()
  })

  it('tells what the file shows where Cliquify cannot be asked', async () => {
    const file = await openPlaced(desk, ['svg'])
    const { name, kitId } = logo(desk, 'svg')
    await handle(file, 'node.resize(node.width * 1.5, node.height)')
    bump(desk, 'svg')
    const effect = { type: 'status', status: 500, body: {} } as const
    desk.cliquify.addFault({ path: `/api/brand-kits/${kitId}/logos`, effect })
    await file.run('check-brand')
    await row(file, `Stretched: ${name}`).waitFor()
    await file.plugin.getByText('Assets were not compared with Cliquify.').waitFor()
    expect(await row(file, `Outdated: ${name}`).count()).toBe(0)
    desk.cliquify.clearFaults()
    await file.plugin.getByRole('button', { name: 'Check', exact: true }).click()
    await row(file, `Outdated: ${name}`).waitFor()
    await file.close()
  })

  it('ignores one layer, and all of a kind', async () => {
    const file = await openPlaced(desk, ['svg'])
    const { name } = logo(desk, 'svg')
    await handle(file, 'node.resize(node.width * 1.5, node.height)')
    await file.run('check-brand')
    const ignore = async (extent: string): Promise<void> => {
      await row(file, `Stretched: ${name}`).getByRole('button', { name: 'Ignore' }).click()
      await file.plugin.getByLabel('What to ignore').selectOption({ label: extent })
      await file.plugin.getByLabel('Reason').press('Enter')
      await expect.poll(() => row(file, `Stretched: ${name}`).getByText('1 layer').count()).toBe(0)
    }
    for (const extent of ['The layer shown', 'All: Stretched']) {
      await ignore(extent)
      await file.plugin.getByText('1 ignored in this file').click()
      await file.plugin.getByRole('button', { name: 'Check again' }).click()
      await row(file, `Stretched: ${name}`).getByText('1 layer').waitFor()
    }
    await file.close()
  })
})
