import { describe, expect, it } from 'vitest'
import { DEEP, times } from '../deep.ts'
import type { OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import {
  apply,
  COUNT,
  KIT,
  KIT_ID,
  openKit,
  openOptions,
  openSynced,
  review,
  SIGNAL,
  signalOf,
  stylesOf,
  syncAs,
  variablesOf,
  group,
  ops,
} from './syncing.ts'
import { useDesk } from './use-desk.ts'

const OTHER_KIT = 'Aurora Coffee'

const desk = useDesk()

async function useSharedCollection(file: OpenFile): Promise<void> {
  await file.plugin.getByLabel('Collection').selectOption({ value: 'shared' })
}

describe('a second kit', () => {
  async function syncShared(file: OpenFile): Promise<void> {
    await review(file)
    await openOptions(file)
    await syncAs(file, 'Variables')
    await useSharedCollection(file)
    await file.plugin.locator('div:not([aria-busy]) > div > h2').waitFor()
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
    await file.plugin.getByRole('checkbox', { name: 'Signal copy' }).check()
    await file.plugin.getByText('1 change', { exact: true }).waitFor()
    await apply(file)
    await file.status.filter({ hasText: '1 style merged. 1 layer put on the original.' }).waitFor()
    // Last, when it was synced.
    expect(await ops(file)).toEqual(['setFillStyleIdAsync', 'remove', 'setSharedPluginData'])
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
    await file.runCode(COPY_SIGNAL)
    await expect.poll(async () => variablesOf(await file.snapshot()).length).toBe(COUNT + 1)
    await file.run('open')
    await file.plugin.getByText('Signal', { exact: true }).waitFor()
    await file.clearWrites()

    await review(file)
    await group(file, 'Copies 1')
    await file.plugin.getByText(/A copy of .*Signal/).waitFor()
    await screenshot(file, 'sync-variable-copies')
    await file.plugin.getByRole('checkbox', { name: 'Signal copy' }).check()
    await apply(file)
    await file.status
      .filter({ hasText: '1 variable merged. 1 layer put on the original.' })
      .waitFor()
    const layer = (await file.layers()).find(({ name }) => name === 'Swatch 1')
    expect(await file.writes()).toMatchObject([
      {
        op: 'set fills',
        target: layer?.id,
        value: [{ boundVariables: { color: { id: original?.id } } }],
      },
      { op: 'remove' },
      { op: 'setSharedPluginData' },
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
    await file.plugin.getByText(`${size.toLocaleString('en')} changes`).waitFor()
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
