import { describe, expect, it, vi } from 'vitest'
import { asset, fileAt, openCanvas } from './canvas.ts'
import { isThumb, offline } from './downloads.ts'

const logo = asset('Logo dark', '40x20')

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
      expect(notified).toEqual(['2 assets could not be placed. Open the tab to see why.']),
    )
  })
})
