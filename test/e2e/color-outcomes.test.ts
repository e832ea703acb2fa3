import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DEEP, times } from '../deep.ts'
import { openDesk, type Desk, type OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { recordOf } from './stored.ts'
import {
  apply,
  COUNT,
  INK_ID,
  keep,
  KIT,
  KIT_ID,
  openKit,
  openOptions,
  openSynced,
  review,
  SIGNAL,
  SIGNAL_ID,
  signalOf,
  stylesOf,
  syncAs,
  variablesOf,
  LINK,
} from './syncing.ts'

const BLUE = { r: 0, g: 0, b: 1 }
const OTHER_KIT = 'Aurora Coffee'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())
afterEach(() => desk.cliquify.reset())

async function group(file: OpenFile, label: string): Promise<void> {
  await file.plugin.getByRole('heading', { name: label, exact: true }).waitFor()
}

async function ops(file: OpenFile): Promise<readonly string[]> {
  return (await file.writes()).map(({ op }) => op)
}

async function useSharedCollection(file: OpenFile): Promise<void> {
  await file.plugin.getByLabel('Collection').selectOption({ value: 'shared' })
}

describe('an outcome of the review', () => {
  it('“New” makes a style, complete and linked', async () => {
    const file = await openSynced(desk)
    const color = { palette: 'Primary', name: 'Coral', value: '#f08060' }
    desk.cliquify.edit({ type: 'add-color', kitId: KIT_ID, ...color })
    await review(file)
    await group(file, 'New 1')
    await file.plugin.getByText(`${COUNT} colors unchanged`).waitFor()
    expect(await file.writes()).toEqual([])
    await apply(file)
    expect(await ops(file)).toEqual([
      'createPaintStyle',
      'set name',
      'set paints',
      ...LINK,
      // When it was synced, and which colors have been in the file.
      ...['setSharedPluginData', 'setSharedPluginData'],
    ])
    expect(stylesOf(await file.snapshot()).map(({ name }) => name)).toContain(
      'Northwind Studio/Primary/Coral',
    )
    await file.close()
  })

  it('“Changed” repaints the style in place, and writes nothing else', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: SIGNAL_ID, value: '#00f' })
    await review(file)
    await group(file, 'Changed 1')
    await apply(file)
    expect(await ops(file)).toEqual(['set paints', ...LINK, 'setSharedPluginData'])
    expect(await signalOf(file)).toMatchObject({ id, paints: [{ color: BLUE }] })
    await file.close()
  })

  it('“Renamed” renames the style in place, and leaves its paint', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    desk.cliquify.edit({ type: 'rename-color', kitId: KIT_ID, colorId: SIGNAL_ID, name: 'Flare' })
    await review(file)
    await group(file, 'Renamed 1')
    await apply(file)
    expect(await ops(file)).toEqual(['set name', ...LINK, 'setSharedPluginData'])
    const renamed = stylesOf(await file.snapshot()).find((style) => style.id === id)
    expect(renamed?.name).toBe('Northwind Studio/Primary/Flare')
    await file.close()
  })

  it('“Link in doubt” keeps a style that has nothing but a link, until a person takes Cliquify’s', async () => {
    const file = await openSynced(desk)
    const { id, sharedPluginData } = await signalOf(file)
    await file.edit({ type: 'remove-style', id })
    await file.edit({ type: 'create-style', name: 'Mine/Navy', color: BLUE })
    const navy = (await file.snapshot()).paintStyles.find(({ name }) => name === 'Mine/Navy')
    if (navy === undefined) throw new Error('no style of mine')
    const link = recordOf(JSON.parse(sharedPluginData['cliquify']?.['color'] ?? ''))
    const value = JSON.stringify({ ...link, name: 'Mine/Navy', value: [0, 0, 1, 1] })
    await file.edit({ type: 'note', id: navy.id, namespace: 'cliquify', key: 'color', value })
    await review(file)
    await group(file, 'Link in doubt 1')
    await screenshot(file, 'colors-in-doubt')
    expect(await file.plugin.getByRole('radio', { name: 'Keep Figma’s' }).isChecked()).toBe(true)
    await keep(file)
    expect(await file.writes()).toEqual([])
    await review(file)
    await file.plugin.getByRole('radio', { name: 'Use Cliquify’s' }).check()
    await apply(file)
    expect(await signalOf(file)).toMatchObject({ id: navy.id, name: SIGNAL })
    await file.close()
  })

  it('“Deleted here” is made again, and what looks the same is linked, only where they are ticked', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    const ink = stylesOf(await file.snapshot()).find(({ name }) => name.endsWith('/Ink'))
    await file.edit({ type: 'remove-style', id })
    await file.edit({ type: 'rename-style', id: ink?.id ?? '', name: 'Mine/2026/Ink' })
    await file.edit({ type: 'create-style', name: 'Hand-made blue', color: BLUE })
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: INK_ID, value: '#0f0' })
    const blue = { palette: 'Support', name: 'Sea', value: '#0000ff' }
    desk.cliquify.edit({ type: 'add-color', kitId: KIT_ID, ...blue })
    await review(file)
    await group(file, 'New 1')
    await group(file, 'Deleted here 1')
    await file.plugin.getByText('It keeps its place here.').waitFor()
    await screenshot(file, 'review-deleted-alike')
    await file.plugin.getByLabel(/Use Hand-made blue, which looks the same/).check()
    await apply(file)
    const names = stylesOf(await file.snapshot()).map(({ name }) => name)
    expect(names).toContain('Mine/2026/Ink')
    expect(names).toContain('Northwind Studio/Support/Sea')
    expect(names).not.toContain(SIGNAL)
    expect((await file.snapshot()).paintStyles.map(({ name }) => name)).not.toContain(
      'Hand-made blue',
    )
    await review(file)
    await file.plugin.getByRole('checkbox', { name: /^Signal/ }).check()
    await apply(file)
    expect((await signalOf(file)).id).not.toBe(id)
    await file.close()
  })

  it('“Left out” is a new color that was unticked, until it is ticked again', async () => {
    const file = await openSynced(desk)
    for (const name of ['Coral', 'Moss', 'Plum']) {
      const value = name === 'Moss' ? '#6b7a3a' : '#f08060'
      desk.cliquify.edit({ type: 'add-color', kitId: KIT_ID, palette: 'Primary', name, value })
    }
    await review(file)
    await group(file, 'New 3')
    await file.plugin.getByRole('checkbox', { name: 'All 3' }).uncheck()
    await file.plugin.getByRole('checkbox', { name: /^Coral/ }).check()
    await apply(file)
    await file.status.filter({ hasText: 'Created 1 style, left out 2.' }).waitFor()
    expect(stylesOf(await file.snapshot())).toHaveLength(COUNT + 1)
    await file.clearWrites()
    await review(file)
    await group(file, 'Left out 2')
    for (const theme of ['Light', 'Dark']) {
      await file.page.getByLabel('Theme').selectOption({ label: theme })
      await screenshot(file, `review-left-out-${theme.toLowerCase()}`)
    }
    await file.plugin.getByRole('checkbox', { name: /^Moss/ }).check()
    await file.plugin.getByText('1 change', { exact: true }).waitFor()
    await apply(file)
    const names = stylesOf(await file.snapshot()).map(({ name }) => name)
    expect(names).toContain('Northwind Studio/Primary/Moss')
    expect(names).not.toContain('Northwind Studio/Primary/Plum')
    await file.close()
  })

  it('“unchanged” writes nothing, and is told at once with the time of the last sync', async () => {
    const file = await openSynced(desk)
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.status.filter({ hasText: /up to date.*Last synced today at/ }).waitFor()
    expect(await file.plugin.getByRole('button', { name: 'Apply changes' }).count()).toBe(0)
    expect(await file.writes()).toEqual([])
    await file.close()
  })

  it('“Skipped” says why, and writes nothing', async () => {
    const file = await openSynced(desk)
    const signal = await signalOf(file)
    const value = 'linear-gradient(90deg, red, blue)'
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: SIGNAL_ID, value })
    await openOptions(file)
    await file.plugin.getByLabel('Sync as').selectOption({ label: 'Variables' })
    await review(file)
    await group(file, 'Skipped 1')
    await file.plugin.getByText('A variable cannot hold a gradient', { exact: false }).waitFor()
    await apply(file)
    const document = await file.snapshot()
    const variables = variablesOf(document)
    expect(variables).toHaveLength(COUNT - 1)
    expect(variables.map(({ name }) => name)).not.toContain(SIGNAL)
    expect(await signalOf(file)).toEqual(signal)
    const made = (await ops(file)).filter((op) => op.startsWith('createVariable'))
    expect(made).toHaveLength(COUNT)
    await file.plugin.getByText('1 color skipped').waitFor()
    await file.close()
  })
})

describe('a gradient of the brand', () => {
  it('becomes a gradient paint of the style, in place, and is then unchanged', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    const value = 'linear-gradient(90deg, #f00, #0000ff80)'
    desk.cliquify.edit({ type: 'change-color', kitId: KIT_ID, colorId: SIGNAL_ID, value })
    await review(file)
    await group(file, 'Changed 1')
    await screenshot(file, 'sync-gradient')
    await apply(file)
    expect(await signalOf(file)).toMatchObject({
      id,
      paints: [
        {
          type: 'GRADIENT_LINEAR',
          gradientStops: [
            { position: 0, color: { r: 1, a: 1 } },
            { position: 1, color: { b: 1 } },
          ],
        },
      ],
    })
    await file.clearWrites()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.status.filter({ hasText: 'up to date' }).waitFor()
    expect(await file.writes()).toEqual([])
    await file.close()
  })
})

describe('a second kit', () => {
  async function syncShared(file: OpenFile): Promise<void> {
    await review(file)
    await openOptions(file)
    await syncAs(file, 'Variables')
    await useSharedCollection(file)
    await file.plugin.locator('.review:not([aria-busy])').waitFor()
    await file.plugin.getByRole('button', { name: 'Apply changes' }).click()
  }

  async function chooseKit(file: OpenFile, label: string): Promise<void> {
    await file.plugin.getByLabel('Brand kit').selectOption({ label })
    await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
  }

  it('is a mode of the collection that the kits share', async () => {
    const file = await openKit(desk)
    await syncShared(file)
    await file.plugin.getByRole('button', { name: 'Undo' }).waitFor()
    await chooseKit(file, OTHER_KIT)
    await syncShared(file)
    await file.plugin.getByRole('button', { name: 'Undo' }).waitFor()
    const { collections } = await file.snapshot()
    const shared = collections.filter(({ name }) => name === 'Brand colors')
    expect(shared.map(({ modes }) => modes.map(({ name }) => name))).toEqual([[KIT, OTHER_KIT]])
    await file.clearWrites()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.status.filter({ hasText: 'up to date' }).waitFor()
    expect(await file.writes()).toEqual([])
    await file.close()
  })

  it.runIf(DEEP)(
    'that the plan has no mode for is told so, and gets a collection of its own by one press',
    async () => {
      const file = await openKit(desk)
      await file.page.evaluate(() => window.preview.host.setModeLimit(1))
      await syncShared(file)
      await file.plugin.getByRole('button', { name: 'Undo' }).waitFor()
      await chooseKit(file, OTHER_KIT)
      await file.clearWrites()
      await syncShared(file)
      await file.alert.filter({ hasText: 'Your Figma plan allows one mode' }).waitFor()
      expect(await file.writes()).toEqual([])
      await screenshot(file, 'sync-mode-limit')
      await file.plugin.getByRole('button', { name: 'Use separate collections' }).click()
      await apply(file)
      const names = (await file.snapshot()).collections.map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining(['Brand colors', OTHER_KIT]))
      await file.close()
    },
  )
})

describe('copies of a synced style', () => {
  it('are merged on request, and the layers that used them keep their color and get its style', async () => {
    const file = await openSynced(desk)
    const { id } = await signalOf(file)
    await file.edit({ type: 'duplicate-style', id, name: `${SIGNAL} copy` })
    const copy = (await file.snapshot()).paintStyles.find(({ name }) => name === `${SIGNAL} copy`)
    const layer = (await file.layers()).find(({ name }) => name === 'Swatch 1')
    await file.edit({ type: 'use-style', id: layer?.id ?? '', styleId: copy?.id ?? '' })
    await review(file)
    await group(file, 'Copies 1')
    await screenshot(file, 'sync-copies')
    await file.plugin.getByRole('button', { name: 'Merge copies' }).click()
    await file.status.filter({ hasText: '1 copy merged; 1 layer put on the original.' }).waitFor()
    expect(await ops(file)).toEqual(['setFillStyleIdAsync', 'remove'])
    expect(stylesOf(await file.snapshot())).toHaveLength(COUNT)
    const now = (await file.layers()).find(({ name }) => name === 'Swatch 1')
    expect(now?.fillStyleId).toBe(id)
    await file.close()
  })
})

describe('copies of a synced variable', () => {
  /** What another plugin, or a script of a person, does with a variable: it leaves two of one color. */
  const COPY_SIGNAL = `(async () => {
    const variables = await figma.variables.getLocalVariablesAsync('COLOR')
    const original = variables.find(({ name }) => name.endsWith('/Signal'))
    const collection = await figma.variables.getVariableCollectionByIdAsync(
      original.variableCollectionId,
    )
    const copy = figma.variables.createVariable(original.name + ' copy', collection, 'COLOR')
    for (const [mode, value] of Object.entries(original.valuesByMode)) copy.setValueForMode(mode, value)
    for (const key of original.getSharedPluginDataKeys('cliquify')) {
      copy.setSharedPluginData('cliquify', key, original.getSharedPluginData('cliquify', key))
    }
    const layer = figma.currentPage.findOne(({ name }) => name === 'Swatch 1')
    const paint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 } }
    layer.fills = [figma.variables.setBoundVariableForPaint(paint, 'color', copy)]
    figma.closePlugin()
  })()`

  it('are merged on request, and the layers bound to them are bound to the original', async () => {
    const file = await openKit(desk)
    await review(file)
    await openOptions(file)
    await syncAs(file, 'Variables')
    await apply(file)
    const original = variablesOf(await file.snapshot()).find(({ name }) => name.endsWith('/Signal'))
    await file.page.evaluate(
      (code) => window.preview.host.run({ command: '', html: '', code }),
      COPY_SIGNAL,
    )
    await expect.poll(async () => variablesOf(await file.snapshot()).length).toBe(COUNT + 1)
    await file.run('open')
    await file.plugin.getByText('Signal', { exact: true }).waitFor()
    await file.clearWrites()

    await review(file)
    await group(file, 'Copies 1')
    await file.plugin.getByText(/A copy of .*Signal/).waitFor()
    await screenshot(file, 'sync-variable-copies')
    await file.plugin.getByRole('button', { name: 'Merge copies' }).click()
    await file.status.filter({ hasText: '1 copy merged; 1 layer put on the original.' }).waitFor()
    const layer = (await file.layers()).find(({ name }) => name === 'Swatch 1')
    expect(await file.writes()).toMatchObject([
      {
        op: 'set fills',
        target: layer?.id,
        value: [{ boundVariables: { color: { id: original?.id } } }],
      },
      { op: 'remove' },
    ])
    const left = variablesOf(await file.snapshot())
    expect(left).toHaveLength(COUNT)
    expect(left.map(({ id }) => id)).toContain(original?.id)

    await file.clearWrites()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.status.filter({ hasText: 'up to date' }).waitFor()
    expect(await file.writes()).toEqual([])
    await file.close()
  })
})

describe('a named version', () => {
  it('is saved before the first write, where a person asks for it', async () => {
    const file = await openKit(desk)
    await review(file)
    await openOptions(file)
    await file.plugin.getByLabel('Save to version history first').check()
    await apply(file)
    const [first] = await file.writes()
    expect(first).toMatchObject({ op: 'saveVersionHistoryAsync' })
    expect(String(first?.value)).toContain(KIT)
    await file.close()
  })
})

describe('a large kit', () => {
  it('is all within reach, is synced, and a second sync of it logs no write', async () => {
    const size = times(100, 1000)
    for (let i = COUNT; i < size; i++) {
      const hex = `#${(i * 16069).toString(16).padStart(6, '0').slice(-6)}`
      const color = { palette: 'Many', name: `Color ${String(i)}`, value: hex }
      desk.cliquify.edit({ type: 'add-color', kitId: KIT_ID, ...color })
    }
    const file = await openKit(desk)
    const last = file.plugin.getByRole('button', { name: new RegExp(`^Color ${size - 1} #`) })
    await last.waitFor()
    await file.plugin.getByRole('button', { name: /^Ink #/ }).focus()
    await file.page.keyboard.press('End')
    expect(await last.evaluate((element) => element === document.activeElement)).toBe(true)
    await review(file)
    await screenshot(file, 'sync-large-kit')
    await file.plugin.getByText(`${size} changes`).waitFor()
    await file.plugin.getByRole('button', { name: 'Apply changes' }).click()
    // The preview draws its lists anew for each few of them.
    await file.plugin.getByRole('button', { name: 'Undo' }).waitFor({ timeout: 90_000 })
    expect(stylesOf(await file.snapshot())).toHaveLength(size)
    await file.clearWrites()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.status.filter({ hasText: 'up to date' }).waitFor()
    expect(await file.writes()).toEqual([])
    await file.close()
  }, 150_000)
})
