import { describe, expect, it } from 'vitest'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { DEEP, some } from '../deep.ts'
import type { OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { storedSession, storedText } from './stored.ts'
import { useDesk } from './use-desk.ts'

const SCOPES = ['profile:read', 'templates:read', 'assets:read']

const desk = useDesk()

const button = (file: OpenFile, name: string) =>
  file.plugin.getByRole('button', { name, exact: true })

const posts = (path: string): readonly (number | 'cut' | null)[] =>
  desk.cliquify.requests
    .filter((request) => request.path === path && request.method === 'POST')
    .map(({ status }) => status)

/** A token that an administrator issued, to another person. */
async function issuedToken(): Promise<string> {
  const file = await desk.openFile()
  await file.connect()
  const { accessToken } = await storedSession(file)
  await file.close()
  return String(accessToken)
}

/** Leaves no room in what Figma gives the plugin: 5 MB in UTF-8. */
async function fillStorage(file: OpenFile): Promise<void> {
  await file.plugin.getByLabel('Client ID').waitFor()
  await file.page.evaluate(() => {
    const id = 'cliquify-for-figma'
    const junk = '€'.repeat(Math.floor((5 * 1024 * 1024) / 3) - 20)
    localStorage.setItem(`preview:client-storage:${id}`, JSON.stringify({ junk }))
  })
  await file.page.reload()
  await file.page.evaluate(() => window.preview.ready)
}

async function openSettings(file: OpenFile): Promise<void> {
  await button(file, 'Settings').click()
  await button(file, 'Disconnect').waitFor()
}

describe('an access token', () => {
  it('is the other way in, and Settings show its scopes and its end', async () => {
    desk.cliquify.configure({ scopes: SCOPES, tokenLifetime: 5 * 86_400 + 60 })
    const token = await issuedToken()
    const file = await desk.openFile()
    await button(file, 'Use an access token').click()
    // Escape goes back to the other way in, and nothing typed is in its way.
    await file.page.keyboard.press('Escape')
    await file.plugin.getByLabel('Client ID').waitFor()
    await button(file, 'Use an access token').click()
    const field = file.plugin.getByLabel('Access token')
    await expect.poll(() => field.evaluate((input) => input.matches(':focus'))).toBe(true)
    expect(await field.getAttribute('type')).toBe('password')
    await field.fill(token)
    await screenshot(file, 'connect-token')
    await button(file, 'Connect').click()
    await button(file, 'Sync colors').waitFor()
    expect(await storedSession(file)).toMatchObject({ accessToken: token, scopes: SCOPES })
    await openSettings(file)
    for (const text of [`${SAMPLE_CLIENT_ID.slice(0, 4)}…`, SCOPES.join(', '), 'In 5 days.']) {
      await file.plugin.getByText(text).waitFor()
    }
    expect(await button(file, 'Forget secret').count()).toBe(0)
    await screenshot(file, 'settings-token')
    await file.close()
  })

  it('that is not in force is refused in plain words, and what was typed is kept', async () => {
    const token = await issuedToken()
    desk.cliquify.expireTokens()
    const file = await desk.openFile()
    await file.plugin.getByLabel('Client ID').fill('typed before')
    await button(file, 'Use an access token').click()
    await button(file, 'Connect').click()
    await file.plugin.getByText('Paste the access token.').waitFor()
    await file.plugin.getByLabel('Access token').fill(token)
    await button(file, 'Connect').click()
    await file.alert.filter({ hasText: /does not accept this access token/ }).waitFor()
    await screenshot(file, 'connect-token-refused')
    expect(await file.alert.innerText()).not.toContain(token)
    expect(await file.plugin.getByLabel('Access token').inputValue()).toBe(token)
    expect(await storedSession(file)).toEqual({})
    await button(file, 'Use a client ID and secret').click()
    expect(await file.plugin.getByLabel('Client ID').inputValue()).toBe('typed before')
    await file.close()
  })

  it('is not missed before anyone tried to connect with it', async () => {
    const file = await desk.openFile()
    await button(file, 'Connect').click()
    await file.plugin.getByText('Enter the client ID.').waitFor()
    await button(file, 'Use an access token').click()
    await file.plugin.getByLabel('Access token').waitFor()
    expect(await file.plugin.getByText('Paste the access token.').count()).toBe(0)
    await file.close()
  })
})

describe('Settings', () => {
  it('show what the connection may read without being asked, and ask Cliquify once', async () => {
    desk.cliquify.configure({ scopes: SCOPES, tokenLifetime: 5 * 86_400 + 60 })
    const file = await desk.openFile()
    await file.connect()
    await button(file, 'Sync colors').waitFor()
    expect(posts('/oauth/introspect')).toEqual([])
    await openSettings(file)
    await file.plugin.getByText(SCOPES.join(', ')).waitFor()
    await file.plugin.getByText('In 4 days.').waitFor()
    expect(await storedSession(file)).toMatchObject({ scopes: SCOPES })
    await button(file, 'Back to the library').click()
    await openSettings(file)
    await file.plugin.getByText(SCOPES.join(', ')).waitFor()
    expect(posts('/oauth/introspect')).toEqual([200])
    expect(posts('/oauth/access-token')).toEqual([200])
    await file.close()
  })

  it.runIf(DEEP)('say that Cliquify did not tell, and no more, where it fails', async () => {
    desk.cliquify.addFault({ path: '/oauth/introspect', effect: { type: 'html', status: 502 } })
    const file = await desk.openFile()
    await file.connect()
    await openSettings(file)
    await file.plugin.getByText('Cliquify did not say.').waitFor()
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })
})

describe('a device whose storage is full', () => {
  it('lets people in for this window, and says so until it is over', async () => {
    const file = await desk.openFile()
    await fillStorage(file)
    await file.plugin.getByLabel('Remember secret on this device').check()
    await file.connect()
    await button(file, 'Sync colors').waitFor()
    await file.alert
      .filter({ hasText: /could not save.*ends when you close this window/ })
      .waitFor()
    await screenshot(file, 'not-kept')
    expect(await storedSession(file)).toEqual({})
    await openSettings(file)
    await file.plugin.getByText('When you close this window.', { exact: true }).waitFor()
    await file.plugin.getByText(/ends when you close this window\. None of it/).waitFor()
    await screenshot(file, 'settings-not-kept')
    await file.run('open')
    await file.plugin.getByLabel('Client ID').waitFor()
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })
})

describe('Check connection', () => {
  it('says that it works and until when, and shows the scopes', async () => {
    desk.cliquify.configure({ scopes: SCOPES })
    const file = await desk.openFile()
    await file.connect()
    await openSettings(file)
    await button(file, 'Check connection').click()
    await file.status.filter({ hasText: /works until \d+ \w+ \d{4}/ }).waitFor()
    await file.plugin.getByText(SCOPES.join(', ')).waitFor()
    await screenshot(file, 'settings-checked')
    await file.close()
  })

  it('says what is wrong, with what to do about it', async () => {
    const file = await desk.openFile()
    await file.connect()
    await openSettings(file)
    await file.setOffline(true)
    await button(file, 'Check connection').click()
    await file.alert.filter({ hasText: /offline|reach/i }).waitFor()
    await file.setOffline(false)
    await button(file, 'Retry').click()
    await file.status.filter({ hasText: /works until/ }).waitFor()
    desk.cliquify.expireTokens()
    await button(file, 'Check connection').click()
    await file.alert.filter({ hasText: /connection to Cliquify has ended/ }).waitFor()
    await screenshot(file, 'settings-check-failed')
    await button(file, 'Connect again').click()
    await expect.poll(() => file.plugin.getByLabel('Client ID').inputValue()).toBe(SAMPLE_CLIENT_ID)
    await file.close()
  })
})

describe('a remembered secret', () => {
  it('can be forgotten, and the connection goes on', async () => {
    const file = await desk.openFile()
    await file.plugin.getByLabel('Remember secret on this device').check()
    await file.connect()
    await openSettings(file)
    await screenshot(file, 'settings-remembered')
    await button(file, 'Forget secret').click()
    await file.status.filter({ hasText: /secret is forgotten/ }).waitFor()
    expect(await button(file, 'Forget secret').count()).toBe(0)
    expect(await storedText(file)).not.toContain(SAMPLE_CLIENT_SECRET)
    await file.run('open')
    await button(file, 'Sync colors').waitFor()
    expect(posts('/oauth/access-token')).toEqual([200])
    await file.close()
  })
})

describe('other credentials', () => {
  it('take the place of the old ones, whose token is revoked', async () => {
    const file = await desk.openFile()
    await file.connect()
    const before = await storedSession(file)
    await openSettings(file)
    await button(file, 'Change credentials').click()
    await file.connect()
    await button(file, 'Sync colors').waitFor()
    await expect.poll(() => posts('/oauth/revoke')).toEqual([200])
    expect((await storedSession(file))['accessToken']).not.toBe(before['accessToken'])
    await file.close()
  })

  it.runIf(DEEP)('need not be given: the connection that is there goes on', async () => {
    const file = await desk.openFile()
    await file.connect()
    await openSettings(file)
    await button(file, 'Change credentials').click()
    await button(file, 'Not now').click()
    await button(file, 'Sync colors').waitFor()
    expect(posts('/oauth/access-token')).toEqual([200])
    await file.close()
  })
})

describe('a connection that ends within a working day', () => {
  it.runIf(DEEP)('asks in time to connect again, and stops nobody', async () => {
    desk.cliquify.configure({ tokenLifetime: 7_300 })
    const file = await desk.openFile()
    await file.connect()
    await file.plugin.getByText(/ends in 2 hours/).waitFor()
    await button(file, 'Sync colors').waitFor()
    await screenshot(file, 'ending')
    desk.cliquify.configure({ tokenLifetime: 2_592_000 })
    await button(file, 'Connect again').click()
    await file.connect()
    await button(file, 'Sync colors').waitFor()
    expect(await file.plugin.getByText(/ends in/).count()).toBe(0)
    await file.close()
  })
})

describe('Disconnect', () => {
  const replies: readonly (readonly [number, unknown, boolean])[] = [
    [200, { success: true, message: 'Token successfully revoked.', data: null }, true],
    [200, { revoked: true }, true],
    [422, { success: false, message: 'Token not found.' }, true],
    [422, { success: false, message: 'Token required.' }, false],
    [500, { message: 'Server Error' }, false],
  ]
  it.each(some(replies, 1))(
    'tells whether Cliquify knows after a %i %j',
    async (status, body, isKnown) => {
      const file = await desk.openFile()
      await file.connect()
      await openSettings(file)
      desk.cliquify.addFault({ path: '/oauth/revoke', effect: { type: 'status', status, body } })
      await button(file, 'Disconnect').click()
      await file.plugin.getByLabel('Client ID').waitFor()
      const told = isKnown ? /^Disconnected from Cliquify\.$/ : /did not confirm/
      await file.status.filter({ hasText: told }).waitFor()
      expect(await file.alert.count()).toBe(0)
      expect(await storedSession(file)).toEqual({})
      await file.close()
    },
  )

  it.runIf(DEEP)('forgets everything also where there is no network', async () => {
    const file = await desk.openFile()
    await file.plugin.getByLabel('Remember secret on this device').check()
    await file.connect()
    await openSettings(file)
    await file.setOffline(true)
    await button(file, 'Disconnect').click()
    await file.plugin.getByLabel('Client ID').waitFor()
    await file.status.filter({ hasText: /Disconnected/ }).waitFor()
    const stored = await storedText(file)
    for (const word of ['accessToken', SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET]) {
      expect(stored).not.toContain(word)
    }
    expect(desk.cliquify.leaks(stored)).toBe(false)
    await file.close()
  })
})
