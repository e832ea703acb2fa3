import { describe, expect, it, vi } from 'vitest'
import { provenanceOf } from '../../../ui/placement/provenance.ts'
import { asset, fileAt, gate, openCanvas, provenanceIn } from './canvas.ts'
import { isThumb, offline, slowFiles } from './downloads.ts'

const logo = asset('Logo dark', '40x20')

describe('a click', () => {
  it('places the file in the view with its provenance, and says where it went', async () => {
    const { placer, layers, said } = openCanvas()
    await placer.place([logo])
    expect(layers()).toMatchObject([
      { name: 'Logo dark', width: 40, height: 20, absoluteX: 980, absoluteY: 490 },
    ])
    expect(provenanceIn(layers()[0])).toEqual(provenanceOf(logo))
    expect(said).toEqual(['“Logo dark” placed in Page 1.'])
  })

  it('says why it could not go where people look, in Figma too', async () => {
    const why = '“Card” is locked: placed in “Page 1” instead.'
    const { placer, file, figma, said, notified } = openCanvas()
    const card = figma.createFrame()
    card.name = 'Card'
    card.locked = true
    file.select([card.id])
    await placer.place([logo])
    expect(said.at(-1)).toContain(` placed in Page 1. ${why}`)
    expect(notified).toEqual([why])
  })

  it.each([
    ['https://app.cliquify.me/edit/7', ' “Edit in Cliquify” opens it there.'],
    ['https://elsewhere.example/edit/7', ''],
  ])('on a template of %s says what of it can be changed', async (link, where) => {
    const { placer, said, notified } = openCanvas()
    await placer.place([asset('Story', '40x20', { kind: 'template', link })])
    const locked = 'The picture in its frame is locked.'
    expect(said).toEqual([`“Story” placed in Page 1. ${locked}${where}`])
    expect(notified).toEqual([])
  })

  it('places once while the same asset is on its way, and again afterwards, beside it', async () => {
    const { placer, layers } = openCanvas()
    const first = placer.place([logo])
    await placer.place([logo])
    await first
    expect(layers()).toHaveLength(1)
    expect(placer.busy.value).toEqual([])
    await placer.place([logo])
    expect(layers().map(({ absoluteX }) => absoluteX)).toEqual([980, 1036])
  })

  it('says why something cannot be placed, without asking for it', async () => {
    const { placer, layers, said, asked } = openCanvas()
    const pdfs = ['Guide', 'Book'].map((name) => asset(name, '1x1', { format: 'pdf' }))
    await placer.place(pdfs)
    expect(said).toEqual([
      expect.stringMatching(/“Guide” is a PDF.* 1 more cannot be placed either\./),
    ])
    expect(asked).toEqual([])
    expect(layers()).toEqual([])
  })

  it('on more than 200 only says that they are too many, also by a drag', async () => {
    const { placer, layers, said, asked, drop } = openCanvas()
    const many = Array.from({ length: 201 }, (_, index) => asset(`A${String(index)}`, '1x1'))
    await placer.place(many)
    drop(placer.startDrag(many), 300, 200)
    await new Promise((resolve) => setTimeout(resolve, 20))
    const sentence = '201 assets are too many at once. Select at most 200.'
    expect(said).toEqual([sentence, sentence])
    expect(asked).toEqual([])
    expect(layers()).toEqual([])
    expect(placer.busy.value).toEqual([])
  })

  it('tells of each asset that came onto the canvas, until nobody listens', async () => {
    const { placer } = openCanvas()
    const heard: string[] = []
    const stop = placer.onPlaced(({ name }) => heard.push(name))
    await placer.place([logo])
    stop()
    await placer.place([logo])
    expect(heard).toEqual(['Logo dark'])
  })
})

describe('several', () => {
  const photos = ['A', 'B', 'C'].map((name) => asset(name, '100x50'))

  it('lie side by side in their order, all selected, as one undo step', async () => {
    const { placer, layers, file, said } = openCanvas()
    await placer.place(photos)
    expect(layers().map(({ name, absoluteX }) => [name, absoluteX])).toEqual([
      ['A', 834],
      ['B', 950],
      ['C', 1066],
    ])
    expect(file.snapshot().selection).toEqual(layers().map(({ id }) => id))
    expect(said).toEqual(['3 assets placed in Page 1.'])
    file.undo()
    expect(layers()).toEqual([])
  })

  it('make room for one that turns out to be larger than its thumbnail', async () => {
    const { media, files } = slowFiles()
    const { placer, layers } = openCanvas(media)
    const placing = placer.place(photos)
    await vi.waitFor(() =>
      expect(layers().map(({ absoluteX }) => absoluteX)).toEqual([888, 968, 1048]),
    )
    files.open()
    await placing
    expect(layers().map(({ absoluteX, width }) => [absoluteX, width])).toEqual([
      [834, 100],
      [950, 100],
      [1066, 100],
    ])
  })

  it('are each complete, or marked with a Retry that completes the same layer', async () => {
    let online = true
    const files = gate()
    const { placer, layers, said } = openCanvas((url) => {
      if (isThumb(url)) return Promise.resolve(fileAt(url))
      if (url.includes('/A/')) return files.hold(() => fileAt(url))
      return online
        ? files.hold(() => fileAt(url)).then(() => Promise.reject(offline()))
        : Promise.resolve(fileAt(url))
    })
    const placing = placer.place(photos)
    await vi.waitFor(() => expect(layers()).toHaveLength(3))
    const ids = layers().map(({ id }) => id)
    files.open()
    await placing
    expect(said.at(-1)).toBe('1 of 3 assets placed in Page 1.')
    expect(layers().map(({ name }) => name)).toEqual(['A', 'B (preview)', 'C (preview)'])
    expect(placer.failures.value.map(({ trouble }) => trouble.message)).toEqual([
      '“B” shows only its preview so far. You are offline.',
      '“C” shows only its preview so far. You are offline.',
    ])
    expect(placer.busy.value).toEqual([])

    online = false
    await placer.retryAll()
    expect(placer.failures.value).toEqual([])
    expect(layers().map(({ id, name, width }) => [id, name, width])).toEqual(
      ids.map((id, index) => [id, photos[index]?.name, 100]),
    )
  })

  it('of which one is no picture are placed without it', async () => {
    const { placer, layers, said } = openCanvas((url) =>
      Promise.resolve(url.includes('/B/') ? new Uint8Array([1, 2, 3]) : fileAt(url)),
    )
    await placer.place(photos)
    expect(layers().map(({ name }) => name)).toEqual(['A', 'C'])
    expect(said).toEqual(['2 of 3 assets placed in Page 1.'])
    expect(placer.failures.value.map(({ asset: { name } }) => name)).toEqual(['B'])
  })
})
