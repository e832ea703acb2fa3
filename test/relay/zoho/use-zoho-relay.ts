import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { ReviewChannels, ReviewRefused } from '../../../shared/review.ts'
import { startZoho, type Zoho } from '../../zoho/server.ts'
import { ZOHO_CLIENT } from '../../zoho/world.ts'
import { openRelay, type OpenRelay, type Runtime } from '../open-relay.ts'
import { openTinyBrowser, type TinyBrowser, type Visit } from '../tiny-browser.ts'
import { formOf, newId, type Fields } from './sample-review.ts'

export const MINUTE = 60_000
export const ADA = { email: 'ada@example.com' }

/** A relay that is registered with a Zoho, and somebody who is signed in to it. */
interface ZohoRelay {
  zoho(): Zoho
  relay(): OpenRelay
  /** The name of who is signed in; in each test somebody else. */
  person(): string
  /** What the relay has signed them in with. */
  token(): string
  /** All that the relay has answered, as text. */
  said(): string
  /** Has the requests to come be those of somebody else. */
  signIn(name: string): Promise<void>
  /** A request of the plugin's; `init` may have another token. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** The address that the plugin opens in a browser. */
  connectAddress(): Promise<string>
  /** From the plugin's request to the page that Zoho sends the browser back to. */
  connect(fields?: Record<string, string>, browser?: TinyBrowser): Promise<Visit>
  isConnected(): Promise<boolean>
  /** The names of the channels that are found. */
  channels(search?: string): Promise<readonly string[]>
  /** Sends a review for the first time, or with the same `id` again. */
  send(fields?: Partial<Fields>, init?: RequestInit): Promise<Response>
  /** How often Zoho was asked: `METHOD /host/path`. */
  asked(path: RegExp): number
  /** The clocks of both, in milliseconds. */
  advance(ms: number): Promise<void>
  /** With another environment until the end of the test. */
  restartWith(changes: Record<string, string>): Promise<void>
  /** Zoho has it, and does not say so until the function that this gives is called. */
  holdNextPicture(): () => void
}

/**
 * What the tests of a `describe` share, there while they run. Whatever each is about, no token
 * or code of Zoho's, and not the relay's secret for Zoho, is in a reply or a line of the log.
 */
export function useZohoRelay(runtime: Runtime): ZohoRelay {
  let zoho: Zoho
  let relay: OpenRelay
  let token: string
  let said = ''
  let person: string
  let people = 0
  let isChanged = false

  beforeAll(async () => {
    relay = await openRelay(runtime, {}, async (origin) => {
      zoho = await startZoho(`${origin}/zoho/callback`)
      return zoho.environment
    })
  })
  afterAll(async () => {
    await relay.close()
    await zoho.close()
  })
  beforeEach(async () => {
    // Zoho counts for ten minutes.
    await shared.advance(11 * MINUTE)
    zoho.reset()
    zoho.addUser(ADA.email, 'eu')
    zoho.addChannels('Brand', 'Announcements', 'Équipe Café')
    person = `Ada ${++people}`
    await shared.signIn(person)
  })
  afterEach(async () => {
    for (const text of [said, relay.lines.join('\n')]) {
      expect(zoho.leaks(text)).toBe(false)
      expect(text.includes(ZOHO_CLIENT.secret)).toBe(false)
    }
    if (isChanged) await relay.restart()
    isChanged = false
  })

  const shared: ZohoRelay = {
    zoho: () => zoho,
    relay: () => relay,
    person: () => person,
    token: () => token,
    said: () => said,
    async signIn(name) {
      token = await relay.signIn(name)
    },
    async ask(path, init = {}) {
      const headers = new Headers(init.headers)
      if (!headers.has('Authorization')) headers.set('Authorization', `Bearer ${token}`)
      const response = await fetch(relay.origin + path, { ...init, headers })
      said += [...response.headers].join() + (await response.clone().text())
      return response
    },
    async connectAddress() {
      const response = await shared.ask('/zoho/connect', { method: 'POST' })
      return ((await response.json()) as { url: string }).url
    },
    async connect(fields = ADA, browser = openTinyBrowser()) {
      const consent = await browser.submit(await browser.open(await shared.connectAddress()))
      const page = await browser.submit(consent, fields)
      said += page.text
      return page
    },
    async isConnected() {
      const response = await shared.ask('/zoho/status')
      return ((await response.json()) as { isConnected: boolean }).isConnected
    },
    async channels(search = '') {
      const response = await shared.ask(`/zoho/channels?${new URLSearchParams({ search })}`)
      expect(response.status).toBe(200)
      return ((await response.json()) as ReviewChannels).channels.map(({ name }) => name)
    },
    send: (fields = {}, init = {}) =>
      shared.ask(`/zoho/reviews/${fields.id ?? newId()}`, {
        method: 'POST',
        body: formOf(fields),
        ...init,
      }),
    asked: (path) => zoho.requests.filter((line) => path.test(line)).length,
    async advance(ms) {
      zoho.advanceClock(ms)
      await relay.advanceClock(ms)
    },
    async restartWith(changes) {
      isChanged = true
      await relay.restart(changes)
    },
    holdNextPicture() {
      let release = (): void => undefined
      const until = new Promise<void>((resolve) => {
        release = resolve
      })
      zoho.addFault({ path: /files$/, effect: { type: 'held', until } })
      return () => release()
    },
  }
  return shared
}

/** What the relay refuses with: whole sentences. */
export async function refusal(
  response: Response,
): Promise<ReviewRefused & { readonly status: number }> {
  const body = (await response.json()) as ReviewRefused
  expect(body.success).toBe(false)
  expect(body.message).toMatch(/^[^.]+\.(?: [^.]+\.)*$/)
  return { ...body, status: response.status }
}
