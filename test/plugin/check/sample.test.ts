import { expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import { hexOf } from '../../../shared/color.ts'
import { openFile } from '../../figma/file.ts'
import type { NodeSnapshot } from '../../figma/host-api.ts'
import { brandColor } from '../colors/samples.ts'
import { openDocument } from './document.ts'
import { told } from './fixtures/sheet.ts'

/** Every color that a layer shows, once. */
function colorsOf(layers: readonly NodeSnapshot[]): readonly BrandColor[] {
  const all = new Map<string, BrandColor>()
  const add = ({ fills, strokes, children }: NodeSnapshot): void => {
    for (const { color } of [...fills, ...strokes]) {
      if (color === null) continue
      const value = { ...color, a: 1 }
      const name = hexOf(value)
      all.set(name, brandColor({ id: name, name, value }))
    }
    children.forEach(add)
  }
  layers.forEach(add)
  return [...all.values()]
}

it('in the sample, with its colors synced and linked, a look finds nothing and a fix writes nothing', async () => {
  const sample = { document: 'sample' } as const
  const layers = openFile(sample)
    .snapshot()
    .pages.flatMap(({ children }) => children)
  const document = await openDocument('styles', sample, colorsOf(layers))
  const { file } = document
  const first = await document.look('document')
  expect(first.found).toHaveLength(10)
  const { fixed, plain, left } = await document.fix()
  expect({ plain, left }).toEqual({ plain: 0, left: 0 })
  expect(fixed).toBeGreaterThan(15)
  expect(await told(document)).toEqual([])
  file.clearWrites()
  await document.fix()
  expect(file.writes()).toEqual([])
})
