import { describe, expect, it } from 'vitest'
import { applyToLayers } from '../../../plugin/colors/apply-to-layers.ts'
import { hexOf } from '../../../shared/color.ts'
import { NO_LIBRARIES } from '../libraries/no-libraries.ts'
import { LEFT_ALONE, openLayers } from './open-layers.ts'
import { BLUE, brandColor, GREEN, RED } from './samples.ts'

const leaf = brandColor({ id: '2', name: 'Leaf', value: { ...GREEN, a: 0.5 } })

describe('a synced color', () => {
  it('is applied by its style, as fill and as stroke', async () => {
    const { figma, apply, sync, select, layer, ops, styleId } = openLayers()
    await sync(brandColor({ id: '1' }), leaf)
    const [id = ''] = select(figma.createRectangle())
    expect(await apply(leaf)).toEqual({
      ...LEFT_ALONE,
      layers: 1,
      linked: { library: null, lags: false },
    })
    await apply(leaf, 'stroke')
    expect(layer(id)).toMatchObject({
      fillStyleId: styleId('Acme/Leaf'),
      strokeStyleId: styleId('Acme/Leaf'),
    })
    expect(ops()).toEqual([
      ['setFillStyleIdAsync', id],
      ['setStrokeStyleIdAsync', id],
    ])
  })

  it('is applied by its style though a person renamed it', async () => {
    const { file, figma, apply, sync, select, layer, styleId } = openLayers()
    await sync(leaf)
    file.edit({ type: 'rename-style', id: styleId('Acme/Leaf'), name: 'Grass' })
    const [id = ''] = select(figma.createRectangle())
    expect((await apply(leaf)).linked).not.toBeNull()
    expect(layer(id)).toMatchObject({ fillStyleId: styleId('Grass') })
  })

  it('writes nothing where the layer has the style already', async () => {
    const { figma, apply, sync, select, ops } = openLayers()
    await sync(leaf)
    const ids = select(figma.createRectangle())
    await apply(leaf)
    expect(await apply(leaf)).toMatchObject({ layers: 1 })
    expect(ops()).toEqual([['setFillStyleIdAsync', ids[0]]])
  })

  it('is not taken for the color of another kit, nor for another one of the same name', async () => {
    const { figma, apply, sync, select } = openLayers()
    await sync(leaf)
    select(figma.createRectangle())
    expect(await apply({ ...leaf, id: '3' })).toMatchObject({ linked: null })
    const other = { kit: { id: 'kit-2', name: 'Acme' }, color: leaf, namesakes: [] }
    const { selection } = figma.currentPage
    expect(
      await applyToLayers(figma, NO_LIBRARIES, selection, { ...other, as: 'fill' }),
    ).toMatchObject({
      linked: null,
    })
  })

  it('without an id is told from its namesakes by palette and value', async () => {
    const { figma, apply, sync, select, layer } = openLayers()
    const links = [
      brandColor({ id: null, name: 'Link', palette: 'Web', value: RED }),
      brandColor({ id: null, name: 'Link', palette: 'Web', value: GREEN }),
      brandColor({ id: null, name: 'Link', palette: 'Print', value: BLUE }),
    ]
    await sync(...links)
    const [id = ''] = select(figma.createRectangle())
    for (const link of links) {
      const used = await apply(
        link,
        'fill',
        links.filter((each) => each !== link),
      )
      expect(used.linked).not.toBeNull()
      const color = layer(id).fills[0]?.color
      expect(color && hexOf({ ...color, a: 1 })).toBe(hexOf(link.value))
    }
  })
})

describe('a color that was synced as a variable alone', () => {
  it('is applied bound to it, as fill and as stroke', async () => {
    const { file, figma, apply, syncAs, select, layer } = openLayers()
    await syncAs('variables', brandColor({ id: '1' }), leaf)
    const shape = figma.createRectangle()
    const [id = ''] = select(shape)
    const linked = { library: null, lags: false }
    expect(await apply(leaf)).toEqual({ ...LEFT_ALONE, layers: 1, linked })
    await apply(leaf, 'stroke')
    const variable = file.snapshot().collections[0]?.variables[1]
    expect(variable?.name).toBe('Acme/Leaf')
    const bound = { boundVariables: { color: { type: 'VARIABLE_ALIAS', id: variable?.id } } }
    expect(shape.fills).toMatchObject([bound])
    expect(shape.strokes).toMatchObject([bound])
    expect(layer(id).fills).toMatchObject([{ color: { r: 0, g: 1, b: 0 }, opacity: 0.5 }])
  })

  it('is applied by its style where it has one as well', async () => {
    const { figma, apply, syncAs, select, layer, styleId } = openLayers()
    await syncAs('both', leaf)
    const [id = ''] = select(figma.createRectangle())
    await apply(leaf)
    expect(layer(id)).toMatchObject({ fillStyleId: styleId('Acme/Leaf') })
  })
})
