import { describe, expect, it } from 'vitest'
import { hexOf } from '../../../shared/color.ts'
import type { FileKit } from '../../../shared/export.ts'
import { DEFAULT_SYNC_OPTIONS } from '../../../shared/sync.ts'
import { readKits } from '../../../plugin/codegen/file-kits.ts'
import { openColorRoom } from '../colors/color-room.ts'
import { BLUE, brandColor, GREEN, RED } from '../colors/samples.ts'
import { openDevMode } from './open-dev-mode.ts'

const WHITE = { r: 1, g: 1, b: 1, a: 1 }
const PRIMARY = [
  brandColor({ id: '1', name: 'Red', palette: 'Primary', value: RED }),
  brandColor({ id: '2', name: 'Blue', palette: 'Primary', value: BLUE }),
]

/** Labels with their colors, then each mode’s. */
function shown({ name, colors, modes }: FileKit): unknown {
  return {
    name,
    colors: colors.map(({ label, value }) => `${label} ${hexOf(value)}`),
    modes: modes.map((mode) => [
      mode.name,
      ...mode.colors.map((color) => (color === null ? null : hexOf(color.value))),
    ]),
  }
}

describe('the kits of a file', () => {
  it('have each color once, as synced, whether it is a style, a variable or both', async () => {
    const { file, sync } = openDevMode()
    await sync(PRIMARY, { target: 'both' })
    const [style] = await file.figma.getLocalPaintStylesAsync()
    if (style) style.paints = [file.figma.util.solidPaint('#123456')]
    expect((await readKits(file.figma)).map(shown)).toEqual([
      {
        name: 'Acme',
        colors: ['Acme/Primary/Red #FF0000', 'Acme/Primary/Blue #0000FF'],
        modes: [],
      },
    ])
  })

  it('have the modes that a person added, and what aliases lead to', async () => {
    const { file, sync } = openDevMode()
    await sync(PRIMARY, { target: 'variables' })
    const { variables } = file.figma
    const [home] = await variables.getLocalVariableCollectionsAsync()
    const [red, blue] = await variables.getLocalVariablesAsync('COLOR')
    if (!home || !red || !blue) throw new Error('not synced')
    const dark = home.addMode('Dark')
    const own = variables.createVariableCollection('Ours')
    const ground = variables.createVariable('Ground', own, 'COLOR')
    ground.setValueForMode(own.defaultModeId, WHITE)
    red.setValueForMode(dark, variables.createVariableAlias(blue))
    blue.setValueForMode(dark, variables.createVariableAlias(ground))
    expect((await readKits(file.figma)).map(shown)).toMatchObject([
      { modes: [['Dark', '#FFFFFF', '#FFFFFF']] },
    ])
  })

  it('that share variables are told apart by their modes, which are no modes of each other', async () => {
    const { file } = openDevMode()
    const job = { cancelled: false, progress: () => undefined }
    for (const [id, name, value] of [
      ['a', 'Acme', RED],
      ['b', 'Globex', GREEN],
    ] as const) {
      await openColorRoom(file.figma).apply(
        {
          kit: { id, name },
          colors: [
            brandColor({ id: `${id}1`, name: 'Signal', value }),
            brandColor({ id: `${id}2`, name: `Only of ${name}`, value }),
          ],
          decisions: { take: [], remove: [], leaveOut: [], merge: [] },
          options: { ...DEFAULT_SYNC_OPTIONS, target: 'variables', collection: 'shared' },
        },
        job,
      )
    }
    expect((await readKits(file.figma)).map(shown)).toEqual([
      { name: 'Acme', colors: ['Signal #FF0000', 'Only of Acme #FF0000'], modes: [] },
      { name: 'Globex', colors: ['Signal #00FF00', 'Only of Globex #00FF00'], modes: [] },
    ])
  })

  it('are none in a file that was never synced', async () => {
    expect(await readKits(openDevMode().file.figma)).toEqual([])
  })
})
