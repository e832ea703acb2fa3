import { describe, expect, it, vi } from 'vitest'
import { provenanceOf } from '../../../ui/placement/provenance.ts'
import { pngBytes } from './border.ts'
import { asset, openCanvas, provenanceIn } from './canvas.ts'
import { slowFiles } from './downloads.ts'

const logo = asset('Logo dark', '40x20')

describe('a file that takes long', () => {
  it('shows its thumbnail meanwhile, in the size that the file will have, marked', async () => {
    const { media, files } = slowFiles()
    const photo = asset('Photo', '400x200', { dimensions: { width: 400, height: 200 } })
    const { placer, layers, said, file } = openCanvas(media)
    const placing = placer.place([photo])
    await vi.waitFor(() => expect(layers()).toHaveLength(1))
    const [preview] = layers()
    expect(preview).toMatchObject({ name: 'Photo (preview)', width: 400, height: 200 })
    expect(file.imageBytes(preview?.fills[0]?.imageHash ?? '')).toEqual(pngBytes(64, 32))
    expect(provenanceIn(preview)).toMatchObject({ incomplete: true, version: null, url: '' })
    expect(placer.busy.value).toHaveLength(1)

    files.open()
    await placing
    const [whole] = layers()
    expect(whole).toMatchObject({ id: preview?.id, name: 'Photo', width: 400, absoluteX: 800 })
    expect(file.imageBytes(whole?.fills[0]?.imageHash ?? '')).toEqual(pngBytes(400, 200))
    expect(provenanceIn(whole)).toEqual(provenanceOf(photo))
    expect(said.at(-1)).toBe('“Photo” placed in Page 1.')
    expect(placer.busy.value).toEqual([])
  })

  it('is one undo step with its thumbnail', async () => {
    const { media, files } = slowFiles()
    const { placer, layers, file } = openCanvas(media)
    const placing = placer.place([logo])
    await vi.waitFor(() => expect(layers()).toHaveLength(1))
    files.open()
    await placing
    file.undo()
    expect(layers()).toEqual([])
  })

  it('grows about its middle where the list told no size', async () => {
    const { media, files } = slowFiles()
    const { placer, layers } = openCanvas(media)
    const placing = placer.place([asset('Photo', '300x100')])
    await vi.waitFor(() => expect(layers()).toMatchObject([{ width: 64, height: 32 }]))
    files.open()
    await placing
    expect(layers()).toMatchObject([{ width: 300, height: 100, absoluteX: 850, absoluteY: 450 }])
  })

  it('keeps the place and the name that someone gave it meanwhile', async () => {
    const { media, files } = slowFiles()
    const { placer, layers, figma } = openCanvas(media)
    const placing = placer.place([asset('Photo', '300x100')])
    await vi.waitFor(() => expect(layers()).toHaveLength(1))
    const node = figma.currentPage.children[0]
    if (node?.type !== 'RECTANGLE') throw new Error('no preview')
    node.x = 12
    node.name = 'Hero'
    files.open()
    await placing
    expect(layers()).toMatchObject([{ name: 'Hero', absoluteX: 12, width: 64, height: 32 }])
  })

  it('that someone removed meanwhile is not placed again, and is no failure', async () => {
    const { media, files } = slowFiles()
    const { placer, layers, figma, said } = openCanvas(media)
    const placing = placer.place([logo])
    await vi.waitFor(() => expect(layers()).toHaveLength(1))
    figma.currentPage.children[0]?.remove()
    files.open()
    await placing
    expect(layers()).toEqual([])
    expect(placer.failures.value).toEqual([])
    expect(placer.busy.value).toEqual([])
    expect(said.join(' ')).not.toContain('placed')
  })
})
