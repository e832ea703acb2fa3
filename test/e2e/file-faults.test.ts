import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FaultInput } from '../cliquify/faults.ts'
import { some } from '../deep.ts'
import { openDesk, type Desk, type OpenFile } from './desk.ts'

/** What the server says for itself: it is for Details, never the message. */
const SAID = 'SQLSTATE[42S02] said the server'

let desk: Desk
let file: OpenFile
beforeAll(async () => {
  desk = await openDesk()
  file = await desk.openFile()
  await file.connect()
  await file.plugin.getByRole('tab', { name: 'Logos' }).click()
})
/** A new window has no file in memory yet. */
beforeEach(async () => {
  await file.run('open')
  await tile().locator('img').waitFor()
})
afterEach(async () => {
  desk.cliquify.clearFaults()
  for (const { id } of await file.placed()) await file.edit({ type: 'remove-node', id })
})
afterAll(() => desk.close())

/** A logo whose thumbnail is shown. */
const tile = (): ReturnType<OpenFile['plugin']['getByRole']> =>
  file.plugin.getByRole('tabpanel').getByRole('button', { name: /SVG/ }).first()

const answer = (status: number): FaultInput['effect'] => ({ type: 'status', status, body: SAID })

const files = (): Desk['cliquify']['requests'] =>
  desk.cliquify.requests.filter(({ path }) => path.startsWith('/media/'))

describe('a file that is to be placed and', () => {
  const met: readonly (readonly [string, FaultInput['effect'], RegExp])[] = [
    ['is forbidden', answer(403), /file’s link no longer works/],
    ['is missing', answer(404), /file’s link no longer works/],
    ['is gone', answer(410), /file’s link no longer works/],
    ['is refused', answer(400), /file server refused this file/],
    ['meets a server in trouble', answer(500), /file server is not answering properly/],
    ['meets a gateway in trouble', { type: 'html', status: 502 }, /is not answering properly/],
    ['breaks off', { type: 'cut' }, /could not be downloaded/],
    ['is limited for long', { type: 'rate-limited', seconds: 3600 }, /too many requests/],
    ['is a page to sign in', { type: 'html', status: 200 }, /web page came back instead of/],
  ]
  it.each(some(met, 1))(
    '%s is told by its name, and Retry places it',
    async (_, effect, message) => {
      const name = (await tile().getAttribute('aria-label')) ?? (await tile().innerText())
      desk.cliquify.addFault({ path: '/media/*', effect })
      const before = await tile().boundingBox()
      await tile().click()
      const alert = file.alert.filter({ hasText: message }).first()
      await alert.waitFor()
      const sentence = await alert.locator('p').first().innerText()
      expect(sentence).toContain(`“${name.trim()}”`)
      expect(sentence).not.toMatch(/SQLSTATE|<|\{|\d{3}/)
      // It lies over the tiles, of which none moves under the pointer.
      expect(await tile().boundingBox()).toEqual(before)
      desk.cliquify.clearFaults()
      await alert.getByRole('button', { name: 'Retry' }).click()
      await file.status.filter({ hasText: 'placed in' }).waitFor()
      await expect.poll(() => file.alert.count()).toBe(0)
      expect(await file.placed()).toHaveLength(1)
    },
  )

  const twice = [
    ['a gateway in trouble', { type: 'html', status: 503 }],
    ['a pause of a second', { type: 'rate-limited', seconds: 1 }],
    ['a pause of unknown length', { type: 'rate-limited', seconds: 1, retryAfter: 'none' }],
  ] as const
  it.each(some(twice, 1))('meets %s twice arrives by itself', async (_, effect) => {
    desk.cliquify.addFault({ path: '/media/*', times: 2, effect })
    desk.cliquify.forgetRequests()
    await tile().click()
    await file.status.filter({ hasText: 'placed in' }).waitFor()
    expect(await file.alert.count()).toBe(0)
    expect(files().filter(({ status }) => status !== 200)).toHaveLength(2)
    expect(await file.placed()).toHaveLength(1)
  })
})
