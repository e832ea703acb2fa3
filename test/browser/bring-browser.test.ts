import { describe, expect, it } from 'vitest'
import { bringBrowser } from './bring-browser.ts'

/** A machine on which the commands that hold one of `working` bring a browser. */
function attempt({ isRoot = false, working = [] as readonly string[], there = false }) {
  const run: string[] = []
  let found = there
  const path = bringBrowser({
    isRoot,
    find: () => (found ? '/browser' : null),
    run: (command) => {
      run.push(command.slice(1).join(' '))
      const works = working.some((part) => command.join(' ').includes(part))
      found ||= works && command.includes('install')
      return works
    },
  })
  return { path, run }
}

const PLAYWRIGHT = expect.stringMatching(/cli\.js install --only-shell chromium$/) as string
const APT = ['update', 'install --yes --no-install-recommends chromium-headless-shell']

describe('bringBrowser', () => {
  it('installs nothing where there is a browser', () => {
    expect(attempt({ there: true, isRoot: true })).toEqual({ path: '/browser', run: [] })
  })

  it('takes Playwright’s installer', () => {
    const { path, run } = attempt({ working: ['cli.js'] })
    expect(path).toBe('/browser')
    expect(run).toEqual([PLAYWRIGHT])
  })

  it('as root takes Debian’s package first', () => {
    const { path, run } = attempt({ isRoot: true, working: ['apt-get'] })
    expect(path).toBe('/browser')
    expect(run).toEqual(APT)
  })

  it('as root where there is no such package takes Playwright’s installer after all', () => {
    const { path, run } = attempt({ isRoot: true, working: ['apt-get update', 'cli.js'] })
    expect(path).toBe('/browser')
    expect(run).toEqual([...APT, PLAYWRIGHT])
  })

  it('tells where every way has failed', () => {
    expect(attempt({ isRoot: true })).toEqual({ path: null, run: ['update', PLAYWRIGHT] })
  })
})
