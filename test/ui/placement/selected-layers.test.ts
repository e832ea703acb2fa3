import { describe, expect, it, vi } from 'vitest'
import { readProvenance } from '../../../plugin/placement/provenance.ts'
import { pngBytes } from './border.ts'
import { asset, fileAt, openCanvas } from './canvas.ts'
import { offline, slowFiles } from './downloads.ts'

const logo = asset('Logo dark', '40x20')

describe('with layers selected', () => {
  it('tells what a fill and a replacement would meet, also at the start', async () => {
    const { placer, figma, file } = openCanvas()
    const shape = figma.createRectangle()
    await placer.place([logo])
    await vi.waitFor(() => expect(placer.canvas.value).toEqual({ fillable: 1, placed: 1 }))
    file.select([shape.id, figma.createText().id])
    await vi.waitFor(() => expect(placer.canvas.value).toEqual({ fillable: 1, placed: 0 }))
  })

  it('fills those that were selected when it was asked for', async () => {
    const { media, files } = slowFiles()
    const { placer, figma, file, said } = openCanvas(media)
    const [one, two] = [figma.createRectangle(), figma.createEllipse()]
    file.select([one.id, two.id])
    const filling = placer.fillSelection([logo])
    await new Promise((resolve) => setTimeout(resolve, 20))
    file.select([])
    files.open()
    await filling
    for (const { fills } of [one, two]) {
      expect(fills).toMatchObject([{ type: 'IMAGE', scaleMode: 'FILL' }])
    }
    expect(said).toEqual(['“Logo dark” put in 2 layers.'])
  })

  it('fills them with several assets in reading order, again from the first, as one undo step', async () => {
    const { placer, figma, file, said } = openCanvas()
    const boxes = [
      [200, 10],
      [0, 12],
      [100, 0],
      [0, 300],
      [100, 305],
    ] as const
    const shapes = boxes.map(([x, y]) => {
      const shape = figma.createRectangle()
      shape.x = x
      shape.y = y
      return shape
    })
    figma.commitUndo()
    file.select(shapes.map(({ id }) => id))
    await placer.fillSelection([asset('One', '40x20'), asset('Two', '50x20')])
    const shown = shapes.map((shape) => readProvenance(shape)?.name)
    expect(shown).toEqual(['One', 'One', 'Two', 'Two', 'One'])
    expect(said).toEqual(['2 assets put in 5 layers.'])
    file.undo()
    expect(shapes.every((shape) => readProvenance(shape) === null)).toBe(true)
  })

  it('says which assets found no layer', async () => {
    const { placer, figma, file, said } = openCanvas()
    file.select([figma.createRectangle().id])
    await placer.fillSelection([asset('One', '40x20'), asset('Two', '50x20')])
    expect(said).toEqual(['“One” put in 1 layer. Only 1 of 2 assets used, one for each layer.'])
  })

  it('says so where nothing is selected', async () => {
    const { placer, said, asked } = openCanvas()
    await placer.fillSelection([logo])
    await placer.replaceSelection([logo])
    expect(said).toEqual(['Select what to fill first.', 'Select what to replace first.'])
    expect(asked).toEqual([])
  })

  it('replaces what was placed before, in its size and place', async () => {
    const { placer, layers, said, file } = openCanvas()
    await placer.place([asset('Old', '100x50')])
    const before = layers()[0]
    await placer.replaceSelection([asset('New', '300x150')])
    const now = layers()[0]
    expect(now).toMatchObject({ id: before?.id, name: 'New', width: 100, absoluteX: 950 })
    expect(file.imageBytes(now?.fills[0]?.imageHash ?? '')).toEqual(pngBytes(300, 150))
    expect(said.at(-1)).toBe('“New” put in 1 layer.')
  })

  it('replaces all that is selected as one undo step, though one of them is left', async () => {
    const { placer, figma, layers, file } = openCanvas()
    await placer.place([asset('Old', '100x50'), asset('Part', '20x20'), asset('Older', '100x60')])
    const [, part] = figma.currentPage.selection
    if (part === undefined) throw new Error('not placed')
    const component = figma.createComponent()
    component.appendChild(part)
    const copy = component.createInstance().children[0]
    figma.commitUndo()
    const own = figma.createEllipse()
    const [old, , older] = layers()
    file.select([old?.id ?? '', copy?.id ?? '', older?.id ?? ''].filter(Boolean))
    const before = layers()
    await placer.replaceSelection([asset('New', '300x150')])
    // An instance’s part is not replaced, but follows its component.
    const replaced = layers().filter(({ id, name }) => name === 'New' && !id.startsWith('I'))
    expect(replaced).toHaveLength(2)
    expect(placer.failures.value).toHaveLength(1)
    figma.createRectangle()
    file.undo()
    file.undo()
    expect(layers()).toEqual(before)
    expect(own.removed).toBe(false)
  })

  it('keeps a fill that failed until a retry fills the same layers', async () => {
    let online = false
    const { placer, figma, file } = openCanvas((url) =>
      online ? Promise.resolve(fileAt(url)) : Promise.reject(offline()),
    )
    const shape = figma.createRectangle()
    file.select([shape.id])
    await placer.fillSelection([logo])
    expect(placer.failures.value[0]?.trouble.message).toBe(
      '“Logo dark” could not be placed. You are offline.',
    )
    file.select([])
    online = true
    for (const failure of placer.failures.value) await placer.retry(failure)
    expect(shape.fills).toMatchObject([{ type: 'IMAGE' }])
  })
})
