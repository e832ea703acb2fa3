import { expect, it } from 'vitest'
import { times } from '../deep.ts'
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

it('answers one request after the other, also where it needs no body', async () => {
  const relay = await openRelay('Workers')
  const refused = `${relay.origin}/login/${'k'.repeat(22)}`
  for (let each = 0; each < times(500, 3000); each++) {
    const reply = await fetch(refused, { method: 'POST', body: 'invitation=unread' })
    expect([410, 429]).toContain(reply.status)
    await reply.text()
  }
  await relay.close()
})
