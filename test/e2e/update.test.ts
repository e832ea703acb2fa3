import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { SampleFile } from '../cliquify/brand/brand.ts'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { readImageSize } from '../figma/image-size.ts'
import { DEEP, some, times } from '../deep.ts'
import { openDesk, THEMES, type Desk, type OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { recordOf } from './stored.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
afterEach(() => desk.cliquify.reset())
afterAll(() => desk.close())

function logo(format: string): SampleFile & { readonly kitId: number } {
  const [kit] = desk.cliquify.brand.kits
  const found = kit?.logos.find((each) => each.format === format)
  if (kit === undefined || found === undefined) throw new Error(`no ${format} logo`)
  return { ...found, kitId: kit.id }
}

function bump(format: string): void {
  const { kitId, id } = logo(format)
  desk.cliquify.edit({ type: 'bump-logo', kitId, logoId: id })
}

/** A file in which these logos of the first kit were placed, with the window closed. */
async function openPlaced(formats: readonly string[], theme: 'light' | 'dark' = 'light') {
  const file = await desk.openConnected({ theme })
  await file.plugin.getByRole('tab', { name: 'Logos' }).click()
  for (const format of formats) {
    const { name } = logo(format)
    const before = (await placed(file)).length
    await file.plugin.getByRole('button', { name, exact: true }).click()
    await expect.poll(async () => (await placed(file)).length).toBe(before + 1)
    await file.status.filter({ hasText: `“${name}” placed` }).waitFor()
  }
  await file.select([])
  await file.clearWrites()
  return file
}

async function placed(file: OpenFile): Promise<readonly NodeSnapshot[]> {
  return (await file.layers()).filter(({ sharedPluginData }) => markOf(sharedPluginData) !== '')
}

function markOf(data: NodeSnapshot['sharedPluginData']): string {
  return data['cliquify']?.['asset'] ?? ''
}

function versionOf(node: NodeSnapshot | undefined): unknown {
  return recordOf(JSON.parse(markOf(node?.sharedPluginData ?? {}) || '{}'))['version']
}

async function imageSizeOf(file: OpenFile, node: NodeSnapshot | undefined) {
  const hash = node?.fills.find(({ type }) => type === 'IMAGE')?.imageHash ?? ''
  const bytes = await file.page.evaluate(
    (given) => Array.from(window.preview.host.imageBytes(given) ?? []),
    hash,
  )
  return readImageSize(new Uint8Array(bytes))
}

const areDrawn = (images: readonly Element[]): readonly boolean[] =>
  images.map((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)

const updateAll = (file: OpenFile) => file.plugin.getByRole('button', { name: 'Update all' })
const rows = (file: OpenFile) =>
  file.plugin.getByRole('list', { name: 'Newer versions' }).getByRole('listitem')

describe('“Update placed assets”', () => {
  it('lists what has a newer version, and brings all of it up to date in one undo step', async () => {
    const file = await openPlaced(['svg', 'png', 'webp'])
    const before = await placed(file)
    bump('svg')
    bump('png')
    await file.run('update-assets')
    await rows(file).first().waitFor()
    expect(await rows(file).count()).toBe(2)
    await file.plugin.getByText('1 layer already up to date.').waitFor()
    // The old picture and the new one, of vectors as of images.
    for (const row of [rows(file).first(), rows(file).nth(1)]) {
      await expect.poll(() => row.locator('img').evaluateAll(areDrawn)).toEqual([true, true])
    }
    await screenshot(file, 'update-list')
    expect(await file.writes()).toEqual([])

    const { undoSteps } = await file.snapshot()
    await updateAll(file).click()
    await file.status.filter({ hasText: '2 layers updated.' }).waitFor()
    await file.plugin.getByText('Nothing is left to update.').waitFor()
    await screenshot(file, 'update-done')
    const after = await placed(file)
    expect(after).toHaveLength(before.length)
    for (const node of before) {
      const now = after.find(({ id }) => id === node.id)
      const { x, y, width, height, name } = node
      expect(now).toMatchObject({ x, y, width, height, name })
      const changed = name === logo('svg').name || name === logo('png').name
      expect(versionOf(now) !== versionOf(node), name).toBe(changed)
    }
    expect((await file.snapshot()).undoSteps).toBe(undoSteps + 1)
    await file.page.evaluate(() => window.preview.host.undo())
    expect((await placed(file)).map(markOfNode)).toEqual(before.map(markOfNode))

    await file.plugin.getByRole('button', { name: 'Look again' }).click()
    await expect.poll(() => rows(file).count()).toBe(2)
    await updateAll(file).click()
    await file.status.filter({ hasText: '2 layers updated.' }).waitFor()
    await file.clearWrites()
    await file.plugin.getByRole('button', { name: 'Look again' }).click()
    await file.plugin.getByText('Everything is up to date', { exact: true }).waitFor()
    expect(await file.writes()).toEqual([])
    await screenshot(file, 'update-nothing')
    expect(file.errors).toEqual([])
    await file.close()
  })

  it('leaves an SVG that fills a layer as crisp as it was', async () => {
    const file = await openPlaced([])
    const hero = (await file.layers()).find(({ name }) => name === 'Hero picture')
    if (hero === undefined) throw new Error('the sample document has no hero picture')
    await file.select([hero.id])
    await file.plugin.getByRole('button', { name: 'Fill selection' }).waitFor()
    const tile = file.plugin.getByRole('button', { name: logo('svg').name, exact: true })
    await tile.click({ modifiers: ['Alt'] })
    await file.status.filter({ hasText: 'fills 1 layer.' }).waitFor()
    const [before] = await placed(file)
    const crisp = await imageSizeOf(file, before)
    expect(crisp?.width).toBeGreaterThanOrEqual(hero.width * 2)

    bump('svg')
    await file.run('update-assets')
    await rows(file).first().waitFor()
    await updateAll(file).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    const [after] = await placed(file)
    expect(versionOf(after)).not.toBe(versionOf(before))
    expect(await imageSizeOf(file, after)).toEqual(crisp)
    await file.close()
  })

  it('updates only what is ticked, and looks where it is told to', async () => {
    const file = await openPlaced(['svg', 'png'])
    bump('svg')
    bump('png')
    const [first, second] = await placed(file)
    if (first === undefined || second === undefined) throw new Error('nothing was placed')
    await file.select([first.id])
    await file.run('update-assets')
    await rows(file).first().waitFor()
    expect(await rows(file).count()).toBe(1)
    const scope = file.plugin.getByRole('combobox', { name: 'Look in' })
    expect(await scope.inputValue()).toBe('selection')
    await scope.selectOption('Whole document')
    await expect.poll(() => rows(file).count()).toBe(2)
    await file.plugin.getByRole('checkbox', { name: first.name }).uncheck()
    await file.plugin.getByRole('button', { name: 'Update 1 layer' }).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    const now = await placed(file)
    expect(versionOf(now.find(({ id }) => id === first.id))).toBe(versionOf(first))
    expect(versionOf(now.find(({ id }) => id === second.id))).not.toBe(versionOf(second))
    await file.close()
  })

  it('is offered when the window opens, by what is known by then, and for the page', async () => {
    const file = await openPlaced(['svg', 'png'])
    bump('svg')
    await file.run('open')
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    const note = file.plugin.getByText('1 placed asset has a newer version')
    await note.waitFor()
    await screenshot(file, 'update-note')
    await file.plugin.getByRole('button', { name: 'Review' }).click()
    await rows(file).first().waitFor()
    await file.plugin.getByRole('button', { name: 'Update all' }).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    await file.plugin.getByRole('button', { name: 'Done' }).click()
    await file.plugin.getByRole('tab', { name: 'Logos' }).waitFor()
    expect(await note.count()).toBe(0)
    await file.close()
  })

  it.runIf(DEEP)('of a layer that is up to date leads on to its page', async () => {
    const file = await openPlaced(['svg', 'png'])
    const [first] = await placed(file)
    await file.select([first?.id ?? ''])
    bump('png')
    bump('svg')
    const { id } = (await placed(file)).at(-1) ?? {}
    await file.run('update-assets')
    await rows(file).first().waitFor()
    await file.plugin.getByRole('button', { name: 'Update all' }).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    await file.plugin.getByRole('button', { name: 'Look again' }).click()
    await file.plugin.getByText('The selected layer is up to date').waitFor()
    await file.plugin.getByRole('button', { name: 'Check this page' }).click()
    await rows(file).first().waitFor()
    expect(id).not.toBe(first?.id)
    await file.close()
  })

  it.runIf(DEEP)('goes on when the brand kit is loaded anew behind it', async () => {
    const file = await openPlaced(['png'])
    bump('png')
    const path = '/api/brand-kits'
    const renamed = [{ id: logo('png').kitId, name: 'Renamed kit' }]
    desk.cliquify.addFault({ path, effect: { type: 'delay', ms: 4_000 } })
    desk.cliquify.addFault({ path, effect: { type: 'status', status: 200, body: renamed } })
    await file.run('update-assets')
    const box = file.plugin.getByRole('checkbox', { name: logo('png').name })
    await box.uncheck()
    await file.plugin.getByRole('option', { name: 'Renamed kit' }).waitFor({ state: 'attached' })
    await file.page.waitForTimeout(300)
    expect(await box.isChecked()).toBe(false)
    await file.close()
  })

  it.runIf(DEEP)('works where the account has no brand kits', async () => {
    desk.cliquify.configure({ paths: { brandKits: 'none', colors: 'none', logos: 'none' } })
    const file = await desk.openConnected()
    await file.plugin.getByRole('tab', { name: 'Assets' }).click()
    const asset = desk.cliquify.brand.assets.find(({ format }) => format === 'png')
    if (asset === undefined) throw new Error('no asset is a PNG')
    await file.plugin.getByLabel('Search', { exact: true }).fill(asset.name)
    await file.plugin.getByRole('button', { name: asset.name, exact: true }).first().click()
    await file.status.filter({ hasText: `“${asset.name}” placed` }).waitFor()
    await file.select([])
    desk.cliquify.edit({ type: 'bump-asset', assetId: asset.id })
    await file.run('update-assets')
    await updateAll(file).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    await screenshot(file, 'update-no-kits')
    await file.plugin.getByRole('button', { name: 'Done' }).click()
    await file.plugin.getByRole('tab', { name: 'Assets' }).waitFor()
    await file.close()
  })

  it('shows a layer on the canvas when its row is clicked', async () => {
    const file = await openPlaced(['svg'])
    bump('svg')
    await file.run('update-assets')
    await rows(file).getByRole('button').first().click()
    const [node] = await placed(file)
    await expect.poll(async () => (await file.snapshot()).selection).toEqual([node?.id])
    await file.close()
  })

  it('leaves alone what is gone from Cliquify, and says so', async () => {
    const file = await openPlaced(['svg', 'png'])
    const { kitId, id, name } = logo('svg')
    desk.cliquify.edit({ type: 'remove-logo', kitId, logoId: id })
    await file.run('update-assets')
    await file.plugin.getByText('1 layer no longer in Cliquify, left alone').click()
    await file.plugin.getByText(name, { exact: true }).waitFor()
    await screenshot(file, 'update-gone')
    expect(await file.writes()).toEqual([])
    await file.close()
  })

  it('tells what could not be updated, and does the rest', async () => {
    const file = await openPlaced(['svg', 'png'])
    bump('svg')
    bump('png')
    await file.run('update-assets')
    await rows(file).first().waitFor()
    const [first] = await placed(file)
    if (first === undefined) throw new Error('nothing was placed')
    await file.edit({ type: 'remove-node', id: first.id })
    await updateAll(file).click()
    await file.status.filter({ hasText: '1 layer could not be updated.' }).waitFor()
    await rows(file).filter({ hasText: 'no longer in the file' }).waitFor()
    await screenshot(file, 'update-failed')
    expect(await placed(file)).toHaveLength(1)
    await file.alert.filter({ hasText: '1 layer could not be updated.' }).waitFor()
    await file.close()
  })

  it('asks before it replaces what was edited by hand inside a logo', async () => {
    const file = await openPlaced(['svg'])
    const [node] = await placed(file)
    const part = node?.children[0]
    if (node === undefined || part === undefined) throw new Error('no vectors')
    await file.edit({ type: 'remove-node', id: part.id })
    bump('svg')
    await file.run('update-assets')
    await rows(file).filter({ hasText: 'Edited by hand' }).waitFor()
    await screenshot(file, 'update-edited')
    const box = file.plugin.getByRole('checkbox', { name: node.name })
    expect(await box.isChecked()).toBe(false)
    await box.check()
    await updateAll(file).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    expect((await placed(file))[0]?.children.length).toBe(node.children.length)
    await file.close()
  })

  it('asks before it empties somebody’s design that was marked as placed', async () => {
    const file = await openPlaced(['svg'])
    const [real] = await placed(file)
    const card = (await file.layers()).find(({ name }) => name === 'Card')
    if (card === undefined) throw new Error('the sample document has no card')
    const mark = recordOf(JSON.parse(markOf(real?.sharedPluginData ?? {})))
    // Without what it says of the vectors.
    const value = JSON.stringify({ ...mark, content: undefined, name: 'Card\u202e\u0000' })
    await file.edit({ type: 'note', id: card.id, namespace: 'cliquify', key: 'asset', value })
    bump('svg')
    await file.run('update-assets')
    await rows(file).filter({ hasText: 'Edited by hand' }).waitFor()
    expect(await rows(file).count()).toBe(2)
    await screenshot(file, 'update-forged')
    await file.plugin.getByRole('button', { name: 'Update 1 layer' }).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    const after = (await file.layers()).find(({ id }) => id === card.id)
    expect(after?.children).toEqual(card.children)
    await file.close()
  })

  it.runIf(DEEP)('looks anew at each layer when it is told to look again', async () => {
    const file = await openPlaced(['svg', 'png'])
    const node = (await placed(file)).find(({ children }) => children.length > 0)
    const part = node?.children[0]
    if (node === undefined || part === undefined) throw new Error('no vectors')
    bump('svg')
    bump('png')
    await file.run('update-assets')
    await rows(file).nth(1).locator('img').nth(1).waitFor()
    const all = file.plugin.getByRole('checkbox', { name: '2 layers have a newer version' })
    expect(await all.isChecked()).toBe(true)
    await file.edit({ type: 'remove-node', id: part.id })
    await file.plugin.getByRole('button', { name: 'Look again' }).click()
    await rows(file).filter({ hasText: 'Edited by hand' }).waitFor()
    await screenshot(file, 'update-one-edited')
    await all.uncheck()
    await file.plugin.getByRole('button', { name: 'Update 0 layers', disabled: true }).waitFor()
    await all.check()
    await file.plugin.getByRole('button', { name: 'Update 1 layer' }).waitFor()
    await file.close()
  })

  it.runIf(DEEP)(
    'is as fluent with many layers: few rows are drawn, and it can be cancelled',
    async () => {
      const file = await openPlaced(['png'])
      const [node] = await placed(file)
      if (node === undefined) throw new Error('nothing was placed')
      const copies = times(200, 1500)
      await file.page.evaluate(
        ([id, count]) => {
          for (let copy = 0; copy < count; copy++) {
            window.preview.host.edit({ type: 'duplicate-node', id })
          }
        },
        [node.id, copies] as const,
      )
      bump('png')
      await file.run('update-assets')
      await file.status.filter({ hasText: `${copies + 1} layers have a newer version` }).waitFor()
      expect(await rows(file).count()).toBeLessThan(40)
      await rows(file).first().hover()
      await file.page.mouse.wheel(0, 60_000)
      await expect
        .poll(() => rows(file).first().getAttribute('aria-posinset').then(Number))
        .toBeGreaterThan(100)
      expect(await rows(file).count()).toBeLessThan(40)
      await screenshot(file, 'update-many')
      await updateAll(file).click()
      await file.plugin.getByRole('progressbar', { name: 'Updating layers' }).waitFor()
      await screenshot(file, 'update-progress')
      await file.plugin.getByRole('button', { name: 'Cancel' }).click()
      await file.status.filter({ hasText: 'Cancelled' }).waitFor()
      const versions = (await placed(file)).map(versionOf)
      expect(new Set(versions).size).toBe(2)
      await file.close()
    },
  )

  it.each(some(THEMES, 1))('fits a narrow window in the %s theme', async (theme) => {
    const file = await openPlaced(['svg', 'png'], theme)
    for (const each of await placed(file)) {
      await file.edit({
        type: 'rename-node',
        id: each.id,
        name: `${each.name} in the header of the landing page, second version`,
      })
    }
    bump('svg')
    bump('png')
    await file.run('update-assets')
    await rows(file).first().waitFor()
    await file.page.locator('iframe').evaluate((frame) => {
      frame.style.width = '280px'
      if (frame.parentElement !== null) frame.parentElement.style.width = '280px'
    })
    await rows(file).nth(1).locator('img').nth(1).waitFor()
    await screenshot(file, `update-narrow-${theme}`)
    const overflow = await file.plugin
      .getByRole('region', { name: 'Update placed assets' })
      .evaluate((region) => region.scrollWidth - region.clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await file.close()
  })
})

function markOfNode({ sharedPluginData }: NodeSnapshot): string {
  return markOf(sharedPluginData)
}
