import { describe, expect, it, vi } from 'vitest'
import type { NodeSnapshot } from '../../figma/host-api.ts'
import type { Client } from '../../../ui/cliquify/client.ts'
import { ApiError } from '../../../ui/cliquify/errors.ts'
import { provenanceOf } from '../../../ui/placement/provenance.ts'
import { pngBytes } from './border.ts'
import { asset, fileAt, gate, openCanvas, provenanceIn, type Media } from './canvas.ts'

const offline = () => new ApiError('offline', 'You are offline.', 'retry', null)
const logo = asset('Logo dark', '40x20')
const isThumb = (url: string): boolean => url.includes('/thumbs/')

/** Thumbnails at once, files only once the gate is open. */
function slowFiles(): { readonly media: Media; readonly files: ReturnType<typeof gate> } {
  const files = gate()
  const media: Media = (url) =>
    isThumb(url) ? Promise.resolve(fileAt(url)) : files.hold(() => fileAt(url))
  return { media, files }
}

/** Downloads that last until they are cancelled. */
function endless(): { readonly media: Client['media']; readonly signals: AbortSignal[] } {
  const signals: AbortSignal[] = []
  const media: Client['media'] = (_, signal) => {
    signals.push(signal)
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
    })
  }
  return { media, signals }
}

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

describe('a failure', () => {
  it('is kept with the name of the asset until a retry succeeds', async () => {
    let online = false
    const { placer, layers } = openCanvas((url) =>
      online ? Promise.resolve(fileAt(url)) : Promise.reject(offline()),
    )
    await placer.place([logo])
    const [failure] = placer.failures.value
    expect(failure?.trouble.message).toBe('“Logo dark” could not be placed. You are offline.')
    expect(placer.busy.value).toEqual([])
    online = true
    if (failure !== undefined) await placer.retry(failure)
    expect(placer.failures.value).toEqual([])
    expect(layers()).toHaveLength(1)
  })

  it('whose layer was removed is placed anew by Retry', async () => {
    let online = false
    const { placer, layers, figma } = openCanvas((url) =>
      online || isThumb(url) ? Promise.resolve(fileAt(url)) : Promise.reject(offline()),
    )
    await placer.place([logo])
    figma.currentPage.children[0]?.remove()
    online = true
    for (const failure of placer.failures.value) await placer.retry(failure)
    expect(layers()).toMatchObject([{ name: 'Logo dark', width: 40 }])
    expect(placer.failures.value).toEqual([])
  })

  it('stays for the layer that it left when the same asset is placed once more', async () => {
    const { placer, layers } = openCanvas((url) =>
      isThumb(url) ? Promise.resolve(fileAt(url)) : Promise.reject(offline()),
    )
    await placer.place([logo])
    await placer.place([logo])
    expect(layers()).toHaveLength(2)
    expect(placer.failures.value).toHaveLength(2)
  })

  it('of Figma leaves nothing half-made, and the next one is placed', async () => {
    const { placer, layers, file, said } = openCanvas()
    file.failWrite(4)
    await placer.place([logo])
    expect(layers()).toEqual([])
    expect(placer.failures.value).toHaveLength(1)
    await placer.place([asset('Other', '10x10')])
    expect(said).toEqual(['“Other” placed in Page 1.'])
  })

  it('says of a broken file which one it is', async () => {
    const { placer } = openCanvas(() => Promise.resolve(new Uint8Array()))
    await placer.place([logo])
    expect(placer.failures.value[0]?.trouble.message).toContain('“Logo dark” is an empty file')
  })

  it('is shown by Figma only while no list of failures is on screen, many as one', async () => {
    const { placer, notified } = openCanvas(() => Promise.reject(offline()))
    const stop = placer.watchFailures()
    await placer.place([logo])
    stop()
    await placer.place([logo, asset('Other', '10x10')])
    await vi.waitFor(() =>
      expect(notified).toEqual(['2 assets could not be placed. Open their tab to see why.']),
    )
  })
})

describe('an address that has expired', () => {
  const signed = (signature: string) =>
    asset('Photo', '40x20', {
      kind: 'asset',
      url: `https://cdn.thecliquify.co/Photo/40x20.png?sig=${signature}`,
    })
  const expired = () => new ApiError('expired-link', 'Its link no longer works.', 'retry', null)

  it('is asked for once through the list, page by page, and the file placed', async () => {
    const pages: (string | null)[] = []
    const { placer, layers } = openCanvas(
      (url) => (url.includes('sig=old') ? Promise.reject(expired()) : Promise.resolve(fileAt(url))),
      {
        assets(from) {
          pages.push(from)
          const items = from === 'p2' ? [signed('new')] : [asset('Other', '1x1')]
          return Promise.resolve({ items, skipped: [], next: from === null ? 'p2' : 'p3' })
        },
      },
    )
    await placer.place([signed('old')])
    expect(pages).toEqual([null, 'p2'])
    expect(layers()).toMatchObject([{ name: 'Photo', width: 40 }])
    expect(placer.failures.value).toEqual([])
  })

  it('that the list still has is a failure, after one look for all of them', async () => {
    let looks = 0
    const { placer } = openCanvas(() => Promise.reject(expired()), {
      assets() {
        looks += 1
        return Promise.resolve({ items: [signed('old')], skipped: [], next: null })
      },
    })
    await placer.place([signed('old'), asset('Gone', '1x1', { kind: 'asset' })])
    expect(placer.failures.value.map(({ asset: { name } }) => name)).toEqual(['Photo', 'Gone'])
    expect(looks).toBe(1)
  })

  it('of a logo is asked for through its kit', async () => {
    const kit = { id: 'kit', name: 'Kit', colors: null, logos: null }
    const old = asset('Logo', '40x20')
    const { placer, layers } = openCanvas(
      (url) => (url === old.url ? Promise.reject(expired()) : Promise.resolve(fileAt(url))),
      {
        brandKits: () => Promise.resolve({ items: [{ ...kit, id: 'other' }, kit], skipped: [] }),
        logos: ({ id }) =>
          id === 'kit'
            ? Promise.resolve({ items: [{ ...old, url: `${String(old.url)}?v=2` }], skipped: [] })
            : Promise.reject(new Error('not this kit')),
      },
    )
    await placer.place([old])
    expect(layers()).toMatchObject([{ name: 'Logo' }])
  })
})

describe('a drag', () => {
  it('fetches at once and places where it was dropped', async () => {
    const { placer, layers, asked, said, drop } = openCanvas()
    const reference = placer.startDrag([logo])
    await vi.waitFor(() => expect(asked).toEqual([logo.thumbnailUrl, logo.url]))
    drop(reference, 300, 200)
    await vi.waitFor(() => expect(said).toEqual(['“Logo dark” placed in Page 1.']))
    expect(layers()).toMatchObject([{ absoluteX: 280, absoluteY: 190 }])
    expect(asked).toHaveLength(2)
  })

  it('of several lays them out from the pointer', async () => {
    const { placer, layers, said, drop } = openCanvas()
    drop(placer.startDrag([logo, asset('Other', '30x20')]), 300, 200)
    await vi.waitFor(() => expect(said).toHaveLength(1))
    expect(layers().map(({ absoluteX, absoluteY }) => [absoluteX, absoluteY])).toEqual([
      [280, 190],
      [336, 190],
    ])
  })

  it('places once, however often its drop is told', async () => {
    const { placer, layers, said, drop } = openCanvas()
    const reference = placer.startDrag([logo])
    drop(reference, 300, 200)
    drop(reference, 300, 200)
    drop('not ours', 300, 200)
    await vi.waitFor(() => expect(said).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(layers()).toHaveLength(1)
  })

  it('retries at the same place', async () => {
    let online = false
    const { placer, layers, drop } = openCanvas((url) =>
      online ? Promise.resolve(fileAt(url)) : Promise.reject(offline()),
    )
    drop(placer.startDrag([logo]), 300, 200)
    await vi.waitFor(() => expect(placer.failures.value).toHaveLength(1))
    online = true
    for (const failure of placer.failures.value) await placer.retry(failure)
    expect(layers()).toMatchObject([{ absoluteX: 280, absoluteY: 190 }])
  })

  describe('of several of which some come later', () => {
    const [a, b, c] = [asset('A', '40x20'), asset('B', '40x20'), asset('C', '40x20')] as const
    const spots = (layers: () => readonly NodeSnapshot[]) =>
      layers().map(({ name, absoluteX, absoluteY }) => [name, absoluteX, absoluteY])
    const sideBySide = (...names: readonly string[]) =>
      names.map((name, index) => [name, 280 + 56 * index, 190])

    it('places those that were late beside the first', async () => {
      vi.useFakeTimers()
      try {
        const files = gate()
        const { placer, layers, drop } = openCanvas((url) =>
          url.includes('/A/') ? Promise.resolve(fileAt(url)) : files.hold(() => fileAt(url)),
        )
        drop(placer.startDrag([a, b, c]), 300, 200)
        await vi.advanceTimersByTimeAsync(10_000)
        expect(spots(layers)).toEqual(sideBySide('A'))
        files.open()
        await vi.advanceTimersByTimeAsync(10_000)
        expect(spots(layers)).toEqual(sideBySide('A', 'B', 'C'))
      } finally {
        vi.useRealTimers()
      }
    })

    it.each(['each by itself', 'all at once'])(
      'retries them beside the others, %s',
      async (how) => {
        let online = false
        const { placer, layers, drop } = openCanvas((url) =>
          online || url.includes('/A/') ? Promise.resolve(fileAt(url)) : Promise.reject(offline()),
        )
        drop(placer.startDrag([a, b, c]), 300, 200)
        await vi.waitFor(() => expect(placer.failures.value).toHaveLength(2))
        await vi.waitFor(() => expect(spots(layers)).toEqual(sideBySide('A')))
        online = true
        if (how === 'all at once') await placer.retryAll()
        else for (const failure of placer.failures.value) await placer.retry(failure)
        expect(spots(layers)).toEqual(sideBySide('A', 'B', 'C'))
      },
    )

    it('retries all of them together from where they were dropped', async () => {
      let online = false
      const { placer, layers, file, drop } = openCanvas((url) =>
        online ? Promise.resolve(fileAt(url)) : Promise.reject(offline()),
      )
      drop(placer.startDrag([a, b]), 300, 200)
      await vi.waitFor(() => expect(placer.failures.value).toHaveLength(2))
      online = true
      await placer.retryAll()
      expect(spots(layers)).toEqual(sideBySide('A', 'B'))
      expect(file.snapshot().selection).toHaveLength(2)
    })
  })

  it('with Alt held ends the downloads of what it does not use', async () => {
    const { media, signals } = endless()
    const { placer, figma, said, drop } = openCanvas(undefined, {
      media: (url, signal) =>
        url === logo.url ? Promise.resolve(fileAt(url)) : media(url, signal),
    })
    figma.createEllipse().resize(200, 200)
    drop(placer.startDrag([logo, asset('Other', '1x1')]), 50, 50, { altKey: true })
    await vi.waitFor(() => expect(said).toHaveLength(1))
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true])
  })

  it('with Alt held fills the shape under the pointer', async () => {
    const { placer, layers, figma, said, drop } = openCanvas()
    const shape = figma.createEllipse()
    shape.resize(200, 200)
    drop(placer.startDrag([logo, asset('Other', '1x1')]), 50, 50, { altKey: true })
    await vi.waitFor(() =>
      expect(said).toEqual([
        '“Logo dark” fills 1 layer. Only the first of what was dragged is used.',
      ]),
    )
    expect(layers()).toMatchObject([{ id: shape.id, fills: [{ type: 'IMAGE' }] }])
    expect(provenanceIn(layers()[0])).toEqual({ ...provenanceOf(logo), fill: true })
  })

  it('with Alt held over what shows no picture places it there', async () => {
    const { placer, layers, said, drop } = openCanvas()
    drop(placer.startDrag([logo]), 300, 200, { altKey: true })
    await vi.waitFor(() => expect(said).toEqual(['“Logo dark” placed in Page 1.']))
    expect(layers()).toMatchObject([{ absoluteX: 280, absoluteY: 190 }])
  })

  it('that ended inside the window stops its downloads', async () => {
    const { media, signals } = endless()
    const { placer } = openCanvas(undefined, { media })
    const reference = placer.startDrag([logo])
    await vi.waitFor(() => expect(signals).toHaveLength(2))
    placer.cancelDrag(reference)
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
  })

  it('that nobody ever tells the end of is forgotten after a few more', async () => {
    const { media, signals } = endless()
    const { placer } = openCanvas(undefined, { media })
    const plain = asset('Plain', '1x1', { thumbnailUrl: null })
    for (let count = 0; count < 6; count += 1) {
      placer.startDrag([plain])
      await vi.waitFor(() => expect(signals).toHaveLength(count + 1))
    }
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false, false, false, false])
  })
})

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
    const filling = placer.fillSelection(logo)
    await new Promise((resolve) => setTimeout(resolve, 20))
    file.select([])
    files.open()
    await filling
    for (const { fills } of [one, two]) {
      expect(fills).toMatchObject([{ type: 'IMAGE', scaleMode: 'FILL' }])
    }
    expect(said).toEqual(['“Logo dark” fills 2 layers.'])
  })

  it('says so where nothing is selected', async () => {
    const { placer, said, asked } = openCanvas()
    await placer.fillSelection(logo)
    await placer.replaceSelection(logo)
    expect(said).toEqual([
      'Select the shapes or frames to fill first.',
      'Select what was placed from Cliquify first.',
    ])
    expect(asked).toEqual([])
  })

  it('replaces what was placed before, in its size and place', async () => {
    const { placer, layers, said, file } = openCanvas()
    await placer.place([asset('Old', '100x50')])
    const before = layers()[0]
    await placer.replaceSelection(asset('New', '300x150'))
    const now = layers()[0]
    expect(now).toMatchObject({ id: before?.id, name: 'New', width: 100, absoluteX: 950 })
    expect(file.imageBytes(now?.fills[0]?.imageHash ?? '')).toEqual(pngBytes(300, 150))
    expect(said.at(-1)).toBe('“New” now shows in 1 layer.')
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
    await placer.replaceSelection(asset('New', '300x150'))
    expect(layers().filter(({ name }) => name === 'New')).toHaveLength(2)
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
    await placer.fillSelection(logo)
    expect(placer.failures.value[0]?.trouble.message).toBe(
      '“Logo dark” could not be used as a fill. You are offline.',
    )
    file.select([])
    online = true
    for (const failure of placer.failures.value) await placer.retry(failure)
    expect(shape.fills).toMatchObject([{ type: 'IMAGE' }])
  })
})
