import { describe, expect, it } from 'vitest'
import { bringBrowser } from './bring-browser.ts'

interface Case {
  readonly isRoot?: boolean
  /** Commands that hold one of these succeed, and an installation then brings a browser. */
  readonly working?: readonly string[]
  readonly there?: boolean
  readonly online?: boolean
}

/** The path that is brought, and the arguments of what was run for it. */
async function attempt({ isRoot = false, working = [], there = false, online = true }: Case) {
  const run: string[] = []
  let updated = false
  let found = there
  const path = await bringBrowser({
    isRoot,
    find: () => (found ? '/browser' : null),
    run: (command) => {
      const text = command.join(' ')
      run.push(command.slice(1).join(' '))
      updated ||= text === 'apt-get update'
      const works = working.some((part) => text.includes(part))
      const knows = !text.startsWith('apt-get install') || updated || working.includes('listed')
      if (command.includes('install')) found ||= works && knows
      return works && knows
    },
    reachesPlaywright: () => Promise.resolve(online),
  })
  return { path, run }
}

const PLAYWRIGHT = expect.stringMatching(/cli\.js install --only-shell chromium$/) as string
const APT = 'install --yes --no-install-recommends chromium-headless-shell'

describe('bringBrowser', () => {
  it('installs nothing where there is a browser', async () => {
    expect(await attempt({ there: true, isRoot: true })).toEqual({ path: '/browser', run: [] })
  })

  it('takes Playwright’s installer', async () => {
    const { path, run } = await attempt({ working: ['cli.js'] })
    expect(path).toBe('/browser')
    expect(run).toEqual([PLAYWRIGHT])
  })

  it('as root takes Debian’s package first, and renews the list of packages if need be', async () => {
    const known = await attempt({ isRoot: true, working: ['apt-get', 'listed'] })
    expect(known).toEqual({ path: '/browser', run: [APT] })
    const fresh = await attempt({ isRoot: true, working: ['apt-get'] })
    expect(fresh).toEqual({ path: '/browser', run: [APT, 'update', APT] })
  })

  it('as root where there is no such package takes Playwright’s installer after all', async () => {
    const { path, run } = await attempt({ isRoot: true, working: ['apt-get update', 'cli.js'] })
    expect(path).toBe('/browser')
    expect(run).toEqual([APT, 'update', APT, PLAYWRIGHT])
  })

  it('tells where every way has failed, and does not try what is out of reach', async () => {
    expect(await attempt({ isRoot: true })).toEqual({
      path: null,
      run: [APT, 'update', PLAYWRIGHT],
    })
    expect(await attempt({ online: false })).toEqual({ path: null, run: [] })
  })
})
