import { describe, expect, it } from 'vitest'
import { SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import type { OpenFile } from './desk.ts'
import { recordIn, storedSession, storedText } from './stored.ts'
import { useDesk } from './use-desk.ts'

const API = 'https://oauth.cliquify.me'
/** The only messages that may carry the session: when it is kept, and when a window begins. */
const SESSION_MESSAGES = ['session:save', 'reply to start']

const desk = useDesk()

const hasSecret = (text: string): boolean => text.includes(SAMPLE_CLIENT_SECRET)
const hasToken = (text: string): boolean => desk.cliquify.leaks(text)

interface Sent {
  readonly method: string
  readonly url: string
  readonly authorization: string
  /** Everything else that went with it. */
  readonly rest: string
}

interface Recorded {
  readonly console: readonly string[]
  readonly sent: readonly Sent[]
  /** All that crossed between the halves, both ways, as JSON with its bytes as text. */
  messages(): Promise<readonly string[]>
  /** What the sandbox wrote to its console, and notifications. */
  said(): Promise<readonly string[]>
}

/** Opens a file and notes, from before the plugin begins, all that leaves either half. */
async function openRecorded(): Promise<{ file: OpenFile; recorded: Recorded }> {
  const file = await desk.openFile({ command: null })
  const { page } = file
  const lines: string[] = []
  const sent: Sent[] = []
  page.on('console', (message) => {
    lines.push([message.text(), message.location().url].join(' '))
  })
  page.on('pageerror', (error) => {
    lines.push(`${error.message} ${error.stack ?? ''}`)
  })
  page.on('request', (request) => {
    const { authorization = '', ...headers } = request.headers()
    const rest = JSON.stringify([headers, decodeURIComponent(request.postData() ?? '')])
    sent.push({ method: request.method(), url: request.url(), authorization, rest })
  })
  await page.evaluate(() => {
    const asText = (value: unknown): string =>
      JSON.stringify(value, (_key, part: unknown) =>
        part instanceof Uint8Array ? new TextDecoder('latin1').decode(part) : part,
      )
    const messages: string[] = []
    const said: string[] = []
    addEventListener('message', ({ data }) => messages.push(asText(data)))
    window.preview.host.onEvent((event) => {
      if (event.type === 'message-to-ui') messages.push(asText(event.message))
      else if (event.type !== 'show-ui') said.push(asText(event))
    })
    Object.assign(window, { recorded: { messages, said } })
  })
  const noted = (what: 'messages' | 'said'): Promise<readonly string[]> =>
    page.evaluate(
      (name) =>
        (window as unknown as { recorded: Record<string, readonly string[]> }).recorded[name] ?? [],
      what,
    )
  const recorded = {
    console: lines,
    sent,
    messages: () => noted('messages'),
    said: () => noted('said'),
  }
  await file.run('open')
  return { file, recorded }
}

/** The names of all messages that hold what is searched for. */
function carriers(
  messages: readonly string[],
  holds: (text: string) => boolean,
): ReadonlySet<string> {
  const asked = new Map<unknown, unknown>()
  const found = new Set<string>()
  for (const text of messages) {
    const data: unknown = JSON.parse(text)
    const fromUi = recordIn(recordIn(data, 'fromUi'), 'pluginMessage')
    const wire = Object.keys(fromUi).length > 0 ? fromUi : recordIn({ data }, 'data')
    if (wire === fromUi && wire['channel'] === 'request') asked.set(wire['id'], wire['name'])
    if (!holds(text)) continue
    const isReply = wire !== fromUi && wire['channel'] === 'reply'
    found.add(isReply ? `reply to ${String(asked.get(wire['id']))}` : String(wire['name']))
  }
  return found
}

async function expectKeptApart(
  file: OpenFile,
  recorded: Recorded,
  isRemembered: boolean,
): Promise<void> {
  const holds = (text: string): boolean => hasSecret(text) || hasToken(text)

  const messages = await recorded.messages()
  const withToken = carriers(messages, hasToken)
  expect(withToken).toContain('session:save')
  expect([...withToken].filter((name) => !SESSION_MESSAGES.includes(name))).toEqual([])
  const withSecret = carriers(messages, hasSecret)
  expect([...withSecret].filter((name) => !SESSION_MESSAGES.includes(name))).toEqual([])
  expect(withSecret.size > 0).toBe(isRemembered)

  const document = await file.page.evaluate(() =>
    JSON.stringify([window.preview.host.snapshot(), window.preview.host.writes()]),
  )
  expect(holds(document), 'the document and its plugin data').toBe(false)
  expect(recorded.console.filter(holds), 'the console').toEqual([])
  expect((await recorded.said()).filter(holds), 'notifications and the sandbox’s console').toEqual(
    [],
  )
  const ui = file.page.frames().find((frame) => frame.url().startsWith('data:'))
  expect(holds((await ui?.content()) ?? ''), 'the window’s markup').toBe(false)

  expect(recorded.sent.filter(({ url }) => holds(decodeURIComponent(url)))).toEqual([])
  expect(desk.cliquify.requests.some(({ secretInUrl }) => secretInUrl)).toBe(false)
  for (const { method, url, authorization, rest } of recorded.sent) {
    const line = `${method} ${url}`
    if (hasSecret(rest) || hasSecret(authorization)) {
      expect(line).toBe(`POST ${API}/oauth/access-token`)
    }
    if (hasToken(authorization)) expect(line.startsWith(`GET ${API}/`), line).toBe(true)
    if (hasToken(rest)) expect(line).toMatch(`POST ${API}/oauth/`)
  }
}

/** A person's way through all that touches the connection, failures included. */
async function walk(file: OpenFile): Promise<void> {
  const { plugin } = file
  const button = (name: string) => plugin.getByRole('button', { name, exact: true })
  await button('Sync colors').click()
  await button('Apply changes').click()
  await plugin.getByRole('button', { name: 'Undo' }).waitFor()
  await plugin.getByRole('tab', { name: 'Logos' }).click()
  const logo = plugin.getByRole('tabpanel').locator('img').first()
  await logo.waitFor()
  await logo.click()
  await expect.poll(async () => (await file.placed()).length).toBeGreaterThan(0)

  const { accessToken } = await storedSession(file)
  // A server that says in its errors what it was sent.
  const body = { message: `cannot serve ${String(accessToken)} of ${SAMPLE_CLIENT_SECRET}` }
  desk.cliquify.addFault({ path: '/api/*', effect: { type: 'status', status: 500, body } })
  await file.run('open')
  await file.alert.first().waitFor()
  await plugin.getByText('Details', { exact: true }).first().click()
  desk.cliquify.clearFaults()
  await file.run('open')

  await button('Settings').click()
  await button('Check connection').click()
  await file.status.filter({ hasText: /works until/ }).waitFor()
  await button('Back to the library').click()
}

describe('the secret and the token', { timeout: 180_000 }, () => {
  it('are nowhere but in the token request, the Authorization header and the kept session', async () => {
    const { file, recorded } = await openRecorded()
    await file.plugin.getByLabel('Client ID').fill('somebody')
    await file.plugin.getByLabel('Client secret', { exact: true }).fill(SAMPLE_CLIENT_SECRET)
    await file.plugin.getByRole('button', { name: 'Connect', exact: true }).click()
    await file.alert.waitFor()
    await file.connect()
    await walk(file)
    await expectKeptApart(file, recorded, false)

    const stored = await storedText(file)
    expect(hasSecret(stored)).toBe(false)
    const { accessToken } = await storedSession(file)
    expect(hasToken(String(accessToken))).toBe(true)
    expect(hasToken(stored.replaceAll(String(accessToken), ''))).toBe(false)
    expect(stored.split(String(accessToken))).toHaveLength(2)

    await file.plugin.getByRole('button', { name: 'Settings' }).click()
    await file.plugin.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await file.plugin.getByLabel('Client ID').waitFor()
    await expectKeptApart(file, recorded, false)
    const left = await storedText(file)
    expect(hasSecret(left) || hasToken(left)).toBe(false)
    await file.close()
  })

  it('are in the kept session, and still nowhere else, where the secret is remembered', async () => {
    const { file, recorded } = await openRecorded()
    await file.plugin.getByLabel('Remember secret on this device').check()
    await file.connect()
    desk.cliquify.expireTokens()
    await walk(file)
    await expectKeptApart(file, recorded, true)
    const stored = await storedText(file)
    expect(stored.split(SAMPLE_CLIENT_SECRET)).toHaveLength(2)
    expect((await storedSession(file))['clientSecret']).toBe(SAMPLE_CLIENT_SECRET)
    await file.close()
  })

  it('are nowhere else either where a token was pasted', async () => {
    const other = await desk.openFile()
    await other.connect()
    const { accessToken } = await storedSession(other)
    await other.close()
    const { file, recorded } = await openRecorded()
    const { plugin } = file
    await plugin.getByRole('button', { name: 'Use an access token' }).click()
    await plugin.getByLabel('Access token').fill(String(accessToken))
    await plugin.getByRole('button', { name: 'Connect', exact: true }).click()
    await plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await plugin.getByRole('button', { name: 'Settings' }).click()
    await plugin.getByRole('button', { name: 'Check connection' }).click()
    await file.status.filter({ hasText: /works until/ }).waitFor()
    await expectKeptApart(file, recorded, false)
    await file.close()
  })
})
