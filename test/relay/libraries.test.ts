import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NotedStyles } from '../../shared/published-styles.ts'
import { some } from '../deep.ts'
import { openRelay, RUNTIMES, type OpenRelay } from './open-relay.ts'

const styles = (library: string, changes: Partial<NotedStyles> = {}): NotedStyles => ({
  library,
  at: '2026-11-28T10:00:00.000Z',
  isPublished: true,
  keys: { ink: '4f1c' },
  ...changes,
})

describe.each(some(RUNTIMES, 1))('a team’s libraries, on %s', (runtime) => {
  let relay: OpenRelay
  let ada: string
  let bob: string
  beforeEach(async () => {
    relay = await openRelay(runtime)
    ada = await relay.signIn('Ada')
    bob = await relay.signIn('Bob')
  })
  afterEach(() => relay.close())

  const note = (kit: string, body: unknown, token = ada): Promise<Response> =>
    fetch(`${relay.origin}/libraries/${encodeURIComponent(kit)}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
  const known = async (kit: string): Promise<unknown> =>
    (await relay.get(`/libraries/${encodeURIComponent(kit)}`, bob)).json()

  it('are told to whoever is signed in, for each kit, and outlive a restart', async () => {
    expect(await known('kit/1')).toEqual({ libraries: [] })
    expect((await note('kit/1', styles('Brand library'))).status).toBe(200)
    await relay.restart()
    expect(await known('kit/1')).toEqual({ libraries: [styles('Brand library')] })
    expect(await known('kit/2')).toEqual({ libraries: [] })
    expect(relay.upstream()).toBe(0)
  })

  it('are known by their file, the last one first, and pushed out by none that published nothing', async () => {
    await note('1', styles('Library'))
    await note('1', styles('Library', { keys: { ink: 'new' } }))
    for (const name of ['One', 'Two', 'Three'])
      await note('1', styles(name, { isPublished: false }))
    expect(await known('1')).toEqual({
      libraries: [
        styles('Library', { keys: { ink: 'new' } }),
        styles('Three', { isPublished: false }),
        styles('Two', { isPublished: false }),
      ],
    })
  })

  it('are neither told to strangers nor taken from them', async () => {
    expect((await note('1', styles('Library'), 'a-stranger')).status).toBe(401)
    expect((await fetch(`${relay.origin}/libraries/1`)).status).toBe(401)
    expect(await known('1')).toEqual({ libraries: [] })
  })

  it('hold three files of five thousand styles, and nothing that is no list of keys', async () => {
    const keysOf = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `color-${at}`.padStart(72, '-'),
          String(at).padStart(40, '0'),
        ]),
      )
    for (const name of ['Large', 'Larger', 'Largest']) {
      expect((await note('1', styles(name, { keys: keysOf(5000) }))).status).toBe(200)
    }
    for (const wrong of [
      null,
      [],
      {},
      { ...styles('A'), keys: { ink: 1 } },
      { ...styles('A'), keys: ['4f1c'] },
      { ...styles('A'), library: 'x'.repeat(301) },
      { ...styles('A'), isPublished: 'yes' },
      styles('A', { keys: keysOf(5001) }),
    ]) {
      expect((await note('1', wrong)).status).toBe(422)
    }
    expect((await note('1', styles('A', { keys: { ink: 'x'.repeat(700_000) } }))).status).toBe(413)
    const names = ['Largest', 'Larger', 'Large'].map((library) => ({ library }))
    expect(await known('1')).toMatchObject({ libraries: names })
  })
})
