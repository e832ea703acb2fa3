import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_CLIENT_ID } from '../cliquify/credentials.ts'
import type { FaultInput } from '../cliquify/faults.ts'
import { DEEP, some } from '../deep.ts'
import { answer, openErrorDesk, SAID, type ErrorDesk } from './error-desk.ts'
import { screenshot } from './screenshot.ts'

let errors: ErrorDesk
beforeAll(async () => {
  errors = await openErrorDesk()
})
afterEach(() => errors.desk.cliquify.reset())
afterAll(() => errors.desk.close())

/** What the server does, the sentence for it, and the action beside that. */
type Met<Action> = readonly [FaultInput['effect'], RegExp, Action]

describe('a person who connects', () => {
  const met: readonly Met<string | null>[] = [
    [answer(400, { success: false, message: SAID }), /did not accept this client ID/, null],
    [answer(401, { details: { error: 'invalid_client' } }), /did not accept this client ID/, null],
    [answer(403, { message: 'Inactive enterprise.' }), /account is not active/, 'Retry'],
    [answer(422, { client_id: ['required'] }), /Enter both the client ID/, null],
    [answer(422, { client_id: [SAID] }), /did not accept the client ID/, null],
    [answer(500, { message: SAID }), /not answering properly/, 'Retry'],
    [{ type: 'html', status: 502 }, /not answering properly/, 'Retry'],
    [{ type: 'html', status: 200 }, /A server in between answered/, 'Retry'],
    [answer(401, '<title>401</title>'), /A server in between answered/, 'Retry'],
    [{ type: 'cut' }, /cannot be reached/, 'Retry'],
    [
      { type: 'redirect', status: 307, to: 'https://cdn.thecliquify.co/oauth/access-token' },
      /sent this plugin on to another server/,
      'Retry',
    ],
  ]
  it.each(some(met, 1))(
    'and meets %j is told so, with Connect where it was',
    async (effect, message, action) => {
      errors.desk.cliquify.addFault({ path: '/oauth/access-token', effect })
      const before = await errors.button('Connect').boundingBox()
      await errors.pressConnect()
      await errors.expectAlert(message, action)
      expect(await errors.button('Connect').isEnabled()).toBe(true)
      expect(await errors.button('Connect').boundingBox()).toEqual(before)
      await errors.freshWindow()
    },
  )

  it('where the browser keeps the reply back is told that, not that the network is down', async () => {
    errors.desk.cliquify.configure({ cors: 'none' })
    await errors.pressConnect()
    await errors.expectAlert(/does not let Figma plugins connect with a client ID/, 'Retry')
    await screenshot(errors.file, 'error-blocked')
    expect(await errors.file.alert.first().innerText()).not.toMatch(/administrator/)
    errors.desk.cliquify.configure({ cors: 'all' })
    await errors.button('Retry').click()
    await errors.file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await errors.leave()
  })

  it.runIf(DEEP)(
    'where only the API may be read connects with an access token, and learns of its end',
    async () => {
      errors.desk.cliquify.configure({ cors: 'api', tokenLifetime: 86_400 })
      await errors.pressConnect()
      await errors.expectAlert(/does not let Figma plugins connect with a client ID/, 'Retry')
      await errors.button('Sign in with your team').click()
      await errors.file.plugin
        .getByText(/Your team can sign in in the browser through a relay/)
        .waitFor()
      await screenshot(errors.file, 'connect-team')
      await errors.button('Use a client ID and secret').click()
      await errors.button('Connect').click()
      await errors.button('Use an access token').click()
      const { text } = errors.desk.cliquify.issueToken()
      await errors.file.plugin.getByLabel('Access token', { exact: true }).fill(text)
      await errors.button('Connect').click()
      await errors.file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
      await errors.button('Settings').click()
      await errors.file.plugin.getByText('assets:read').waitFor()
      await errors.button('Disconnect').click()
      // Revoked, though its reply may not be read: the token is tried once more.
      await errors.file.status.filter({ hasText: 'Disconnected from Cliquify.' }).waitFor()
      await errors.file.plugin.getByLabel('Client ID').waitFor()
      await errors.freshWindow()
    },
  )

  it.runIf(DEEP)('over a connection that breaks off once is connected all the same', async () => {
    const effect = { type: 'cut', at: 'start' } as const
    errors.desk.cliquify.addFault({ path: '/oauth/access-token', method: 'POST', times: 1, effect })
    await errors.pressConnect()
    await errors.file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    expect(errors.desk.cliquify.faults).toEqual([])
    await errors.leave()
  })
})

describe('a person whose library does not load', () => {
  const met: readonly Met<string>[] = [
    [answer(401, { message: 'Unauthenticated.' }), /has ended\. Connect again/, 'Connect again'],
    [
      answer(400, { success: false, message: 'Access token invalid or expired.', details: SAID }),
      /has ended\. Connect again/,
      'Connect again',
    ],
    [
      answer(403, { message: 'Token does not have the required scope.' }),
      /may not read brand kits/,
      'Connect again',
    ],
    [answer(403, { message: 'Inactive enterprise.' }), /account is not active/, 'Retry'],
    [answer(404, { message: 'Company not found.' }), /not linked to an active/, 'Open Settings'],
    [answer(404, { message: SAID }), /does not offer brand kits/, 'Retry'],
    [answer(422, { page: [SAID] }), /did not accept “page” in the request/, 'Retry'],
    [answer(402, { message: SAID }), /plan of this Cliquify account does not cover/, 'Retry'],
    [answer(405, { message: SAID }), /does not let this plugin read brand kits/, 'Retry'],
    [answer(419, { message: SAID }), /did not accept the request/, 'Retry'],
    [
      answer(503, { message: SAID, retry_after: 1200 }),
      /closed for maintenance until .+ at \d\d:\d\d\. Try again then/,
      'Retry',
    ],
    [answer(500, { message: SAID }), /not answering properly/, 'Retry'],
    [{ type: 'html', status: 503 }, /not answering properly/, 'Retry'],
    [answer(401, '<title>401</title>'), /A server in between answered/, 'Retry'],
    [answer(403, '<title>Just a moment...</title>'), /A server in between answered/, 'Retry'],
    [{ type: 'html', status: 200 }, /A server in between answered/, 'Retry'],
    [answer(200, 12), /in a form that this plugin cannot read/, 'Retry'],
    [{ type: 'cut' }, /cannot be reached/, 'Retry'],
    [{ type: 'cut', at: 'start' }, /not answering properly/, 'Retry'],
  ]
  it.each(some(met, 2))(
    'because of %j is told so and offered a way on',
    async (effect, message, action) => {
      errors.desk.cliquify.addFault({ path: '/api/*', effect })
      await errors.pressConnect()
      await errors.expectAlert(message, action)
      errors.desk.cliquify.clearFaults()
      await errors.button(action).first().click()
      if (action === 'Retry') {
        await errors.file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
        await errors.leave()
      } else if (action === 'Connect again') {
        expect(await errors.file.plugin.getByLabel('Client ID').inputValue()).toBe(SAMPLE_CLIENT_ID)
      } else {
        await errors.button('Disconnect').click()
        await errors.file.plugin.getByLabel('Client ID').waitFor()
      }
    },
  )

  it('because Cliquify asks for a pause sees the wait, and then the library by itself', async () => {
    errors.desk.cliquify.configure({ rateLimitHeaders: 'exposed' })
    const effect = { type: 'rate-limited', seconds: 3 } as const
    errors.desk.cliquify.addFault({ path: '/api/*', times: 1, effect })
    await errors.pressConnect()
    await errors.file.status.filter({ hasText: /Continuing in [123] s/ }).waitFor()
    await errors.file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    expect(await errors.file.alert.count()).toBe(0)
    await errors.leave()
  })

  it.runIf(DEEP)('because the pause is too long to wait for is told how long it is', async () => {
    errors.desk.cliquify.configure({ rateLimitHeaders: 'exposed' })
    const effect = { type: 'rate-limited', seconds: 3600 } as const
    errors.desk.cliquify.addFault({ path: '/api/*', effect })
    await errors.pressConnect()
    await errors.expectAlert(/Wait 60 minutes and try again/, 'Retry')
    await errors.leave()
  })

  it.runIf(DEEP)(
    'because it goes offline is told so, and goes on by itself once it is back',
    async () => {
      errors.desk.cliquify.addFault({ path: '/api/*', effect: { type: 'delay', ms: 1500 } })
      await errors.pressConnect()
      await expect
        .poll(() => errors.desk.cliquify.requests.some(({ path }) => path.startsWith('/api/')), {
          timeout: 15_000,
        })
        .toBe(true)
      await errors.file.setOffline(true)
      await errors.expectAlert(/You are offline/, 'Retry')
      errors.desk.cliquify.clearFaults()
      await errors.file.setOffline(false)
      await errors.file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
      await errors.leave()
    },
  )

  // As long as it says.
  it.runIf(DEEP)('because Cliquify does not answer at all is told so after a while', async () => {
    errors.desk.cliquify.addFault({ path: '/api/*', effect: { type: 'delay', ms: 25_000 } })
    await errors.pressConnect()
    const alert = errors.file.alert.filter({ hasText: /took too long to answer/ }).first()
    await alert.waitFor({ timeout: 30_000 })
    await alert.getByRole('button', { name: 'Retry' }).waitFor()
    await errors.leave()
  })
})
