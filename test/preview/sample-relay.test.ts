import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCliquify, type Cliquify } from '../cliquify/server.ts'
import { freePort } from '../relay/free-port.ts'
import { signInWith, startSignIn } from '../relay/open-relay.ts'
import { startSampleRelay, type SampleRelay } from './sample-relay.ts'

let cliquify: Cliquify
let relay: SampleRelay

beforeAll(async () => {
  cliquify = await startCliquify()
  relay = await startSampleRelay(cliquify.origin, await freePort())
})
afterAll(async () => {
  await relay.close()
  await cliquify.close()
})

it('the relay of the preview has a page to sign in on, and invitations that open the brand', async () => {
  const { url } = await startSignIn(relay.origin)
  expect(await (await fetch(url)).text()).toContain('Invitation')
  for (const invitation of relay.invitations) {
    const token = await signInWith(relay.origin, invitation)
    const headers = { Authorization: `Bearer ${token}` }
    expect((await fetch(`${relay.origin}/api/folders`, { headers })).status).toBe(200)
  }
  expect(relay.invitations.length).toBeGreaterThan(1)
})
