import { describe, expect, it, vi } from 'vitest'
import type { NodeSnapshot } from '../../figma/host-api.ts'
import type { Client } from '../../../ui/cliquify/client.ts'
import { provenanceOf } from '../../../ui/placement/provenance.ts'
import { asset, fileAt, gate, openCanvas, provenanceIn } from './canvas.ts'
import { offline } from './downloads.ts'

const logo = asset('Logo dark', '40x20')

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
        '“Logo dark” put in 1 layer. Only 1 of 2 assets used, one for each layer.',
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
