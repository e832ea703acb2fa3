import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Frame } from 'playwright-core'
import { openDesk, type Desk, type OpenFile } from './desk.ts'

let desk: Desk
let file: OpenFile
let frame: Frame
beforeAll(async () => {
  desk = await openDesk()
  file = await desk.openFile()
  await file.plugin.getByLabel('Client ID').waitFor()
  const inside = file.page.frames().find((each) => each.url().startsWith('data:'))
  if (inside === undefined) throw new Error('the plugin has no window')
  frame = inside
})
afterAll(() => desk.close())

describe('the window that the preview gives the plugin, as Figma does,', () => {
  it('has the origin null', async () => {
    expect(await frame.evaluate(() => globalThis.origin)).toBe('null')
  })

  it('has a short URL, and holds nothing of how it was written into it', async () => {
    expect(frame.url().length).toBeLessThan(300)
    expect(await frame.evaluate(() => [document.compatMode, document.characterSet])).toEqual([
      'CSS1Compat',
      'UTF-8',
    ])
    await frame.evaluate(
      () =>
        new Promise((told) => {
          addEventListener('message', told, { once: true })
          postMessage('<p>In place of the UI', '*')
        }),
    )
    expect(await file.plugin.getByLabel('Client ID').isVisible()).toBe(true)
  })

  it('has no storage and no secure context', async () => {
    const storage = await frame.evaluate(() => {
      try {
        return `storage: ${localStorage.length}`
      } catch (error) {
        return String(error)
      }
    })
    expect(storage).toContain("Storage is disabled inside 'data:' URLs")
    expect(await frame.evaluate(() => [isSecureContext, 'caches' in globalThis])).toEqual([
      false,
      false,
    ])
  })

  it('may send plain data and bytes only', async () => {
    const before = file.errors.length
    const complaints = (): readonly string[] => file.errors.slice(before)
    await frame.evaluate(() => {
      const values = [new Uint8Array(4), new Map(), new Blob([]), new ArrayBuffer(4)]
      for (const pluginMessage of values) parent.postMessage({ pluginMessage }, '*')
    })
    const containing = (text: string): string => expect.stringContaining(text) as string
    // In their order: none of the bytes, which came first.
    await expect
      .poll(complaints)
      .toEqual([containing('Map'), containing('Blob'), containing('ArrayBuffer')])
  })

  it('is refused every host that the manifest does not name', async () => {
    const refused = (url: string): Promise<boolean> =>
      frame.evaluate(
        (address) =>
          fetch(address).then(
            () => false,
            () => true,
          ),
        url,
      )
    const before = file.requests.length
    expect(await refused('https://example.com/')).toBe(true)
    expect(await refused('http://localhost:4180/')).toBe(true)
    expect(file.errors.join('\n')).toContain('Content Security Policy')
    expect(file.requests.slice(before)).toEqual([])
  })
})

describe('a window whose first message is lost', () => {
  it('says so, and opens when it asks again', async () => {
    const lost = await desk.openConnected({ command: null })
    await lost.page.evaluate(async () => {
      const [code, html] = await Promise.all(
        ['plugin.js', 'ui.html'].map(async (name) => (await fetch(`/plugin/${name}`)).text()),
      )
      const losing = `
        let isFirst = true
        const ui = new Proxy(figma.ui, {
          get: (target, name) => name !== 'on' ? target[name] : (event, call) =>
            target.on(event, (message) => {
              if (message.name === 'start' && isFirst) isFirst = false
              else call(message)
            }),
        })
        const host = new Proxy(figma, { get: (target, name) => name === 'ui' ? ui : target[name] })
      `
      const run = `{${losing};((figma) => {${String(code)}\n})(host)}`
      window.preview.host.run({ command: 'open', html: html ?? '', code: run })
    })
    await lost.alert.filter({ hasText: 'Figma is not answering.' }).waitFor()
    await lost.plugin.getByRole('button', { name: 'Retry' }).click()
    await lost.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await lost.close()
  })
})
