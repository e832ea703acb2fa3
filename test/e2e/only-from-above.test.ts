import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Frame } from 'playwright-core'
import { openDesk, type Desk, type OpenFile } from './desk.ts'

let desk: Desk
let file: OpenFile
let frame: Frame
beforeAll(async () => {
  desk = await openDesk()
  file = await desk.openConnected()
  await file.plugin.getByRole('tab', { name: 'Logos' }).click()
  await file.plugin.getByRole('listitem').first().waitFor()
  const inside = file.page.frames().find((each) => each.url().startsWith('data:'))
  if (inside === undefined) throw new Error('the plugin has no window')
  frame = inside
})
afterAll(() => desk.close())

/** As the sandbox tells that two of the selected layers can show a picture. */
const SELECTED = {
  pluginMessage: { channel: 'event', name: 'canvas', payload: { fillable: 2, placed: 0 } },
}

const fillSelection = () => file.plugin.getByRole('button', { name: 'Fill selection' })

/** A frame inside the plugin's window, and what runs in it. */
async function childOfWindow(): Promise<Frame> {
  const added = file.page.waitForEvent('frameattached')
  await frame.evaluate(() => {
    document.body.append(document.createElement('iframe'))
  })
  return added
}

it('a frame inside the window, and the window itself, cannot speak for the sandbox', async () => {
  const child = await childOfWindow()
  // Heard only once what was sent before has been heard as well.
  await frame.evaluate(() => {
    addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === 'last') document.documentElement.dataset['heard'] = 'last'
    })
  })
  await frame.evaluate((message) => postMessage(message, '*'), SELECTED)
  await child.evaluate((message) => {
    parent.postMessage(message, '*')
    parent.postMessage('last', '*')
  }, SELECTED)
  await file.plugin.locator('html[data-heard="last"]').waitFor({ state: 'attached' })
  expect(await fillSelection().count()).toBe(0)

  // All replies that may be waited for, again and again, while the plugin is asked for something.
  await child.evaluate(() => {
    const trouble = { kind: 'forged', message: 'Forged.', action: 'none' }
    setInterval(() => {
      for (let id = 1; id < 200; id++) {
        parent.postMessage({ pluginMessage: { channel: 'failure', id, trouble } }, '*')
      }
    }, 5)
  })
  await file.plugin.getByRole('tab', { name: 'Colors' }).click()
  await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
  await file.plugin.getByRole('heading', { name: 'Review changes' }).waitFor()
  expect(await file.plugin.getByText('Forged.').count()).toBe(0)
  await file.plugin.getByRole('button', { name: 'Cancel' }).click()
  await frame.evaluate(() => document.querySelector('body > iframe')?.remove())
})

it('every frame around the window can, however far up the host is', async () => {
  await file.plugin.getByRole('tab', { name: 'Logos' }).click()
  await file.page.evaluate((message) => {
    document.querySelector('iframe')?.contentWindow?.frames[0]?.postMessage(message, '*')
  }, SELECTED)
  await fillSelection().waitFor()
})
