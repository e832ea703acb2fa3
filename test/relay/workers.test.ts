import { expect, it } from 'vitest'
import { times } from '../deep.ts'
import { openRelay } from './open-relay.ts'

/** Far more than the relay reads, so that one left unread breaks the connection more often than not. */
const LONG = 'x'.repeat(5_000_000)

/** With its large counts each takes more than half a minute of a machine that nothing else runs on. */
const LIMIT_MS = 120_000

it(
  'says in its log what is missing, and to who asks that it is not set up',
  async () => {
    const relay = await openRelay('Workers', {}, async () => ({
      RELAY_SECRET: 'short',
      CLIQUIFY_ORIGIN: 'http://oauth.cliquify.me',
    }))
    const asked = [
      ...[{ path: '/healthz' }, { path: '/media/a.b/c.png' }],
      ...Array<object>(times(5, 50)).fill({ path: '/login/start', method: 'POST', body: LONG }),
      ...Array<object>(times(5, 50)).fill({ path: '/media/a.b', method: 'POST', body: LONG }),
    ] as readonly ({ readonly path: string } & RequestInit)[]
    for (const { path, ...init } of asked) {
      const reply = await fetch(relay.origin + path, init)
      expect(reply.status).toBe(503)
      expect(await reply.json()).toMatchObject({
        message: 'The relay is not set up; its log says what is missing.',
      })
    }
    const problems = (): unknown[] =>
      relay.lines
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter(({ event }) => event === 'not-set-up')
        .map(({ message }) => message)
    await expect
      .poll(problems)
      .toEqual(
        expect.arrayContaining([
          'RELAY_SECRET must be 16 to 200 characters of ASCII, without spaces.',
          expect.stringMatching(/^CLIQUIFY_ORIGIN must begin with https/),
        ]),
      )
    await relay.close()
  },
  LIMIT_MS,
)

it(
  'answers one request after the other, whatever their bodies',
  async () => {
    const relay = await openRelay('Workers')
    const page = `/login/${'k'.repeat(22)}`
    const answers = async (path: string, body: BodyInit): Promise<number> => {
      // A stream does not say how long it is.
      const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' }
      const reply = await fetch(relay.origin + path, init)
      await reply.text()
      return reply.status
    }
    for (let each = 0; each < times(100, 500); each++) {
      expect([410, 429]).toContain(await answers(page, 'invitation=unread'))
    }
    for (let each = 0; each < times(5, 50); each++) {
      expect(await answers('/oauth/introspect', LONG)).toBe(413)
      expect(await answers('/oauth/introspect', new Blob([LONG]).stream())).toBe(413)
      expect(await answers('/media/a.b/c.png', LONG)).toBe(413)
    }
    expect(await answers('/media/a.b/c.png', 'short')).toBe(404)
    await relay.close()
  },
  LIMIT_MS,
)
