import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import type { FaultInput } from '../cliquify/faults.ts'
import type { SettingsChange } from '../cliquify/settings.ts'
import { DEEP, some } from '../deep.ts'
import { openDesk, type Desk, type OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'

/** What the server says for itself: it is for Details, never the message. */
const SAID = 'SQLSTATE[42S02] said the server'

let desk: Desk
let file: OpenFile
beforeAll(async () => {
  desk = await openDesk()
  file = await desk.openFile()
})
afterEach(() => desk.cliquify.reset())
afterAll(() => desk.close())

const answer = (status: number, body: unknown): FaultInput['effect'] => ({
  type: 'status',
  status,
  body,
})
const button = (name: string): ReturnType<OpenFile['plugin']['getByRole']> =>
  file.plugin.getByRole('button', { name, exact: true })

async function pressConnect(): Promise<void> {
  await file.plugin.getByLabel('Client ID').fill(SAMPLE_CLIENT_ID)
  await file.plugin.getByLabel('Client secret', { exact: true }).fill(SAMPLE_CLIENT_SECRET)
  await button('Connect').click()
}

/** Back to the form, with nothing kept, so that the next failure is met by somebody new. */
async function leave(): Promise<void> {
  desk.cliquify.reset()
  await button('Settings').click()
  await button('Disconnect').click()
  await file.plugin.getByLabel('Client ID').waitFor()
  await freshWindow()
}

/** Each window has a budget of requests a minute, which so many failures in a row would use up. */
async function freshWindow(): Promise<void> {
  await file.run('open')
  await file.plugin.getByLabel('Client ID').waitFor()
}

/** Waits for the sentence, and looks that the server's words are under Details only. */
async function expectAlert(message: RegExp, action: string | null): Promise<void> {
  const alert = file.alert.filter({ hasText: message }).first()
  await alert.waitFor()
  expect(await alert.locator('p').first().innerText()).not.toMatch(/SQLSTATE|<|\{/)
  if (action !== null) await alert.getByRole('button', { name: action, exact: true }).waitFor()
  const details = alert.locator('details code')
  if ((await details.count()) > 0) {
    const text = (await details.textContent()) ?? ''
    expect(text).not.toContain(SAMPLE_CLIENT_SECRET)
    expect(text).toMatch(/\/(?:oauth|api)\//)
  }
}

/** What the server does, the sentence for it, and the action beside that. */
type Met<Action> = readonly [FaultInput['effect'], RegExp, Action]

describe('a person who connects', () => {
  const met: readonly Met<string | null>[] = [
    [answer(400, { success: false, message: SAID }), /did not open a connection with this/, null],
    [answer(401, { details: { error: 'invalid_client' } }), /does not know this client ID/, null],
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
      /sent this plugin on to another server, and that is not followed/,
      'Retry',
    ],
  ]
  it.each(some(met, 1))(
    'and meets %j is told so, with Connect at hand',
    async (effect, message, action) => {
      desk.cliquify.addFault({ path: '/oauth/access-token', effect })
      await pressConnect()
      await expectAlert(message, action)
      expect(await button('Connect').isEnabled()).toBe(true)
      await freshWindow()
    },
  )

  it('where the browser keeps the reply back is told that, not that the network is down', async () => {
    desk.cliquify.configure({ cors: 'none' })
    await pressConnect()
    await expectAlert(/does not let Figma plugins connect with a client ID/, 'Retry')
    await screenshot(file, 'error-blocked')
    expect(await file.alert.first().innerText()).not.toMatch(/administrator/)
    desk.cliquify.configure({ cors: 'all' })
    await button('Retry').click()
    await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await leave()
  })

  it.runIf(DEEP)(
    'where only the API may be read connects with an access token, and learns of its end',
    async () => {
      desk.cliquify.configure({ cors: 'api', tokenLifetime: 86_400 })
      await pressConnect()
      await expectAlert(/does not let Figma plugins connect with a client ID/, 'Retry')
      await button('Sign in with your team').click()
      await file.plugin.getByText(/your company runs a relay/).waitFor()
      await screenshot(file, 'connect-team')
      await button('Use a client ID and secret').click()
      await button('Connect').click()
      await button('Use an access token').click()
      const { text } = desk.cliquify.issueToken()
      await file.plugin.getByLabel('Access token', { exact: true }).fill(text)
      await button('Connect').click()
      await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
      await button('Settings').click()
      await file.plugin.getByText('assets:read').waitFor()
      await button('Disconnect').click()
      // Revoked, though its reply may not be read: the token is tried once more.
      await file.status.filter({ hasText: 'Disconnected from Cliquify.' }).waitFor()
      await file.plugin.getByLabel('Client ID').waitFor()
      await freshWindow()
    },
  )

  it.runIf(DEEP)('over a connection that breaks off once is connected all the same', async () => {
    const effect = { type: 'cut', at: 'start' } as const
    desk.cliquify.addFault({ path: '/oauth/access-token', method: 'POST', times: 1, effect })
    await pressConnect()
    await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    expect(desk.cliquify.faults).toEqual([])
    await leave()
  })
})

describe('a person whose library does not load', () => {
  const met: readonly Met<string>[] = [
    [answer(401, { message: 'Unauthenticated.' }), /has expired\. Connect again/, 'Connect again'],
    [
      answer(400, { success: false, message: 'Access token invalid or expired.', details: SAID }),
      /has expired\. Connect again/,
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
    [answer(422, { page: [SAID] }), /because of its “page”/, 'Retry'],
    [answer(402, { message: SAID }), /plan of this Cliquify account does not cover/, 'Retry'],
    [answer(405, { message: SAID }), /does not let brand kits be read at their address/, 'Retry'],
    [answer(419, { message: SAID }), /from a web page that has expired/, 'Retry'],
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
    [{ type: 'cut', at: 'start' }, /the connection to it breaks off/, 'Retry'],
  ]
  it.each(some(met, 2))(
    'because of %j is told so and offered a way on',
    async (effect, message, action) => {
      desk.cliquify.addFault({ path: '/api/*', effect })
      await pressConnect()
      await expectAlert(message, action)
      desk.cliquify.clearFaults()
      await button(action).first().click()
      if (action === 'Retry') {
        await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
        await leave()
      } else if (action === 'Connect again') {
        expect(await file.plugin.getByLabel('Client ID').inputValue()).toBe(SAMPLE_CLIENT_ID)
      } else {
        await button('Disconnect').click()
        await file.plugin.getByLabel('Client ID').waitFor()
      }
    },
  )

  it('because Cliquify asks for a pause sees the wait, and then the library by itself', async () => {
    desk.cliquify.configure({ rateLimitHeaders: 'exposed' })
    const effect = { type: 'rate-limited', seconds: 3 } as const
    desk.cliquify.addFault({ path: '/api/*', times: 1, effect })
    await pressConnect()
    await file.status.filter({ hasText: /Continuing in [123] s/ }).waitFor()
    await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    expect(await file.alert.count()).toBe(0)
    await leave()
  })

  it.runIf(DEEP)('because the pause is too long to wait for is told how long it is', async () => {
    desk.cliquify.configure({ rateLimitHeaders: 'exposed' })
    const effect = { type: 'rate-limited', seconds: 3600 } as const
    desk.cliquify.addFault({ path: '/api/*', effect })
    await pressConnect()
    await expectAlert(/Wait 60 minutes, then try again/, 'Retry')
    await leave()
  })

  it.runIf(DEEP)(
    'because it goes offline is told so, and goes on by itself once it is back',
    async () => {
      desk.cliquify.addFault({ path: '/api/*', effect: { type: 'delay', ms: 1500 } })
      await pressConnect()
      await expect
        .poll(() => desk.cliquify.requests.some(({ path }) => path.startsWith('/api/')), {
          timeout: 15_000,
        })
        .toBe(true)
      await file.setOffline(true)
      await expectAlert(/You are offline/, 'Retry')
      desk.cliquify.clearFaults()
      await file.setOffline(false)
      await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
      await leave()
    },
  )

  // As long as it says.
  it.runIf(DEEP)('because Cliquify does not answer at all is told so after a while', async () => {
    desk.cliquify.addFault({ path: '/api/*', effect: { type: 'delay', ms: 25_000 } })
    await pressConnect()
    const alert = file.alert.filter({ hasText: /took too long to answer/ }).first()
    await alert.waitFor({ timeout: 30_000 })
    await alert.getByRole('button', { name: 'Retry' }).waitFor()
    await leave()
  })
})

describe('a person who checks the connection', () => {
  it('and meets a gateway whose error may not be read is told that Cliquify is in trouble', async () => {
    await pressConnect()
    await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await button('Settings').click()
    await button('Disconnect').waitFor()
    desk.cliquify.configure({ cors: 'none' })
    await button('Check connection').click()
    await expectAlert(/not answering properly/, 'Retry')
    desk.cliquify.configure({ cors: 'all' })
    await file.alert.getByRole('button', { name: 'Retry' }).click()
    await file.status.filter({ hasText: /works until/ }).waitFor()
    await button('Back to the library').click()
    await leave()
  })

  it.each(some(['Invalid or expired token.', 'Token required.'], 1))(
    'and learns that Cliquify has ended it (%s) can connect again from there',
    async (message) => {
      await pressConnect()
      await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
      desk.cliquify.addFault({
        path: '/oauth/introspect',
        effect: answer(422, { success: false, message }),
      })
      await button('Settings').click()
      await button('Check connection').click()
      await expectAlert(/has expired\. Connect again/, 'Connect again')
      await file.alert.getByRole('button', { name: 'Connect again' }).click()
      expect(await file.plugin.getByLabel('Client ID').inputValue()).toBe(SAMPLE_CLIENT_ID)
    },
  )
})

describe('an account that does not offer everything', () => {
  it('has each missing list told on its own screen, and the rest works', async () => {
    desk.cliquify.configure({ paths: { logos: 'none' } })
    for (const path of ['/api/templates', '/api/folders', '/api/asset-tags', '/api/assets/tags']) {
      desk.cliquify.addFault({ path, effect: answer(404, { message: SAID }) })
    }
    await pressConnect()
    await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
    const open = async (list: string): Promise<void> => {
      await file.plugin.getByRole('tab', { name: list }).click()
    }
    const told = (list: string): Promise<void> =>
      file.plugin.getByRole('tabpanel').getByText(`does not offer ${list}`).waitFor()
    await open('Logos')
    await told('logos')
    await button('Retry').waitFor()
    await screenshot(file, 'error-not-offered')
    await open('Assets')
    await file.plugin.getByRole('tabpanel').locator('img').first().waitFor()
    expect(await file.alert.count()).toBe(0)
    await open('Templates')
    await told('templates')
    desk.cliquify.clearFaults()
    await button('Retry').click()
    await file.plugin.getByRole('tabpanel').locator('img').first().waitFor()
    await leave()
  })

  const unread: readonly [string, SettingsChange][] = [
    ['offers no brand kits', { paths: { brandKits: 'none', colors: 'none', logos: 'none' } }],
    ['may not read them', { scopes: ['assets:read', 'templates:read'] }],
  ]
  it.each(some(unread, 1))('that %s still has its assets and templates', async (_, change) => {
    desk.cliquify.configure(change)
    await pressConnect()
    const panel = file.plugin.getByRole('tabpanel')
    await panel.getByRole('alert').waitFor()
    await screenshot(file, 'error-no-kits')
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    await panel.getByRole('alert').waitFor()
    for (const list of ['Assets', 'Templates']) {
      await file.plugin.getByRole('tab', { name: list }).click()
      await panel.locator('img').first().waitFor()
      expect(await panel.getByRole('alert').count()).toBe(0)
    }
    await leave()
  })
})
