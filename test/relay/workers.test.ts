import { expect, it } from 'vitest'
import { openRelay } from './open-relay.ts'

it('says in its log what is missing, and to who asks that it is not set up', async () => {
  const relay = await openRelay('Workers')
  await relay.restart({ RELAY_SECRET: 'short', CLIQUIFY_ORIGIN: 'http://oauth.cliquify.me' })
  for (const path of ['/healthz', '/media/a.b/c.png']) {
    const reply = await fetch(relay.origin + path)
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
        'RELAY_SECRET must have at least 16 characters.',
        expect.stringMatching(/^CLIQUIFY_ORIGIN must begin with https/),
      ]),
    )
  await relay.close()
})
