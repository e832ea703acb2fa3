import { describe, expect, it } from 'vitest'
import { KEEP, openColors } from './open-colors.ts'
import { brandColor, KIT } from './samples.ts'

const [ink, red, snow] = ['Ink', 'Red', 'Snow'].map((name) => brandColor({ id: name, name }))
const ALL = [ink, red, snow].flatMap((color) => color ?? [])
const STILL = ALL.slice(0, 1)

describe.each(['styles', 'variables', 'both'] as const)(
  'the layers that use what Cliquify no longer has, of a sync to %s',
  (target) => {
    async function synced() {
      const opened = openColors({ target })
      const { file, room, plan, apply } = opened
      await apply(ALL)
      const style = async (name: string): Promise<PaintStyle | undefined> =>
        (await file.figma.getLocalPaintStylesAsync()).find((each) => each.name === name)
      const use = async (layer: RectangleNode, name: string): Promise<void> => {
        const found = await style(name)
        if (found) {
          await layer.setFillStyleIdAsync(found.id)
          await layer.setStrokeStyleIdAsync(found.id)
        } else {
          const color = file.figma.variables.createVariableAlias(await opened.variable(name))
          const paint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 } } as const
          layer.fills = [{ ...paint, boundVariables: { color } }]
        }
      }
      const options = (await plan(STILL)).options
      const uses = (job = { cancelled: false }) =>
        room.uses({ kit: KIT, otherKits: [], colors: STILL, options }, job)
      const byName = async (): Promise<Record<string, number | undefined>> => {
        const counted = await uses()
        const rows = (await plan(STILL)).rows.filter(({ outcome }) => outcome === 'removed')
        expect(Object.keys(counted).sort()).toEqual(rows.map(({ key }) => key).sort())
        return Object.fromEntries(rows.map(({ key, before }) => [before?.name, counted[key]]))
      }
      return { ...opened, use, uses, byName }
    }

    it('are counted for each color, once a layer, on every page', async () => {
      const { file, use, byName } = await synced()
      const layers = Array.from({ length: 3 }, () => file.figma.createRectangle())
      for (const layer of layers.slice(0, 2)) await use(layer, 'Acme/Red')
      await use(layers[2] ?? file.figma.createRectangle(), 'Acme/Ink')
      const page = file.figma.createPage()
      const elsewhere = file.figma.createRectangle()
      page.appendChild(elsewhere)
      await use(elsewhere, 'Acme/Red')
      expect(await byName()).toEqual({ 'Acme/Red': 3, 'Acme/Snow': 0 })
    })

    it('are counted without a write, and no further once nobody waits', async () => {
      const { file, use, uses, ops } = await synced()
      await use(file.figma.createRectangle(), 'Acme/Red')
      const before = ops().length
      expect(Object.values(await uses({ cancelled: true }))).toEqual([0, 0])
      expect(Object.values(await uses())).toEqual([1, 0])
      expect(ops()).toHaveLength(before)
    })
  },
)

it('a kit that lost nothing has nothing to count', async () => {
  const { room, apply } = openColors({})
  await apply(ALL)
  const sync = { kit: KIT, otherKits: [], colors: ALL, decisions: KEEP }
  expect(await room.uses(sync, { cancelled: false })).toEqual({})
})
