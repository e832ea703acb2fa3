import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRelay } from '../../relay/build.mjs'
import { SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { startCliquify, type Cliquify } from '../cliquify/server.ts'
import { COMPANY_CLIENT, openCompany } from './company.ts'
import { environmentOf, freePort, startSignIn, tokenIn } from './open-relay.ts'
import { openTinyBrowser } from './tiny-browser.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

let cliquify: Cliquify
let bundle: string
let data: string
let environment: Record<string, string>
let origin: string
/** All that the relay has written and answered. */
let said = ''
const running = new Set<ChildProcess>()

beforeAll(async () => {
  cliquify = await startCliquify()
  bundle = await buildRelay()
  data = await mkdtemp(join(tmpdir(), 'relay-'))
  const port = await freePort()
  origin = `http://localhost:${port}`
  environment = environmentOf(cliquify.origin, { origin, data, port })
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await cliquify.close()
  await rm(data, { recursive: true, force: true })
})

interface Run {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  output(): string
}

function run(args: readonly string[], changes: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [bundle, ...args], {
    env: { PATH: process.env['PATH'], ...environment, ...changes },
  })
  running.add(child)
  let output = ''
  const note = (chunk: Buffer): void => {
    output += chunk.toString()
    said += chunk.toString()
  }
  child.stdout.on('data', note)
  child.stderr.on('data', note)
  const ended = once(child, 'close').then(() => {
    running.delete(child)
    return child.exitCode
  })
  return { child, ended, output: () => output }
}

async function start(changes: Record<string, string> = {}): Promise<Run> {
  const relay = run([], changes)
  await expect.poll(() => relay.output(), { timeout: 10_000 }).toContain('"started"')
  return relay
}

async function administer(...args: readonly string[]): Promise<string> {
  const { ended, output } = run(args)
  expect(await ended).toBe(0)
  return output().trim()
}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(origin + path, init)
  const copy = response.clone()
  said += [...copy.headers].join() + (await copy.text())
  return response
}

const post = (path: string, fields: Record<string, string>): Promise<Response> =>
  ask(path, { method: 'POST', body: new URLSearchParams(fields) })
const list = (token: string, path = '/api/folders'): Promise<Response> =>
  ask(path, { headers: { Authorization: `Bearer ${token}` } })

describe('the relay as a process', () => {
  it('does not start without what it needs, and says so without a stack', async () => {
    const { ended, output } = run([], { RELAY_SECRET: '', PORT: 'eighty' })
    expect(await ended).toBe(1)
    expect(output().trim().split('\n')).toEqual([
      'RELAY_SECRET is not set: it must be a random text of your own, such as 32 hex digits.',
      'PORT must be a number from 0 to 65535.',
    ])
  })

  it('loses and doubles nothing when it is killed in the middle of a sign-in', async () => {
    let relay = await start()
    const kill = async (): Promise<void> => {
      relay.child.kill('SIGKILL')
      await relay.ended
      relay = await start()
    }
    const invitation = await administer('invite', 'Ada', 'Lovelace')
    expect(invitation).toMatch(/^[\w-]{22}$/)
    const { readKey, url } = await startSignIn(origin)
    await kill()
    expect((await post('/login/poll', { readKey })).status).toBe(202)
    expect((await post(new URL(url).pathname, { invitation })).status).toBe(200)
    await kill()
    expect((await post(new URL(url).pathname, { invitation })).status).toBe(410)
    const token = await tokenIn(await post('/login/poll', { readKey }))
    // As if the reply had been lost: it is the same token, and one person.
    await kill()
    const again = await post('/login/poll', { readKey })
    expect(await tokenIn(again)).toBe(token)
    expect((await post('/login/poll', { readKey })).status).toBe(400)
    expect((await administer('users')).split('\n')).toEqual([
      expect.stringMatching(/^Ada Lovelace\tsigned in\tuntil \d{4}-\d\d-\d\d$/),
    ])
    expect((await list(token)).status).toBe(200)
    relay.child.kill('SIGKILL')
    await relay.ended
  }, 60_000)

  it('asks for one token when it was killed while it asked for one', async () => {
    const invitation = await administer('invite', 'Bo')
    let relay = await start()
    const { readKey, url } = await startSignIn(origin)
    await post(new URL(url).pathname, { invitation })
    const token = await tokenIn(await post('/login/poll', { readKey }))
    cliquify.expireTokens()
    cliquify.forgetRequests()
    cliquify.addFault({ path: '/oauth/access-token', times: 1, effect: { type: 'delay', ms: 800 } })
    const lost = list(token, '/api/tags').catch(() => null)
    await expect.poll(() => asked('/oauth/access-token')).toBe(1)
    relay.child.kill('SIGKILL')
    await Promise.all([relay.ended, lost])
    relay = await start()
    const replies = await Promise.all(
      ['/api/tags', '/api/brand-kits'].map((path) => list(token, path)),
    )
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect(asked('/oauth/access-token')).toBe(2)

    cliquify.addFault({ path: '/api/templates', times: 1, effect: { type: 'delay', ms: 500 } })
    const last = list(token, '/api/templates')
    await expect.poll(() => asked('/api/templates')).toBe(1)
    relay.child.kill('SIGTERM')
    expect((await last).status).toBe(200)
    expect(await relay.ended).toBe(0)
    expect(relay.output()).toContain('"stopped"')
  }, 60_000)

  it('loses nothing when it is killed while somebody is at the company', async () => {
    const company = await openCompany({ redirectUri: `${origin}/login/callback` })
    let relay = await start(company.environment)
    const { readKey, url } = await startSignIn(origin)
    const browser = openTinyBrowser()
    const there = await browser.submit(await browser.open(url))
    relay.child.kill('SIGKILL')
    await relay.ended
    relay = await start(company.environment)
    const done = await browser.submit(there, { email: 'cleo@example.com' })
    expect(done.text).toContain('signed in as cleo@example.com')
    relay.child.kill('SIGKILL')
    await relay.ended
    relay = await start(company.environment)
    const token = await tokenIn(await post('/login/poll', { readKey }))
    expect((await list(token)).status).toBe(200)
    expect(await administer('users')).toContain('cleo@example.com\tsigned in')
    expect(said.includes(COMPANY_CLIENT.secret)).toBe(false)
    relay.child.kill('SIGTERM')
    expect(await relay.ended).toBe(0)
    await company.close()
  }, 60_000)

  it('lets an administrator end what somebody has, and says when there is nobody', async () => {
    await administer('revoke', 'Bo')
    expect(await administer('users')).not.toContain('Bo')
    const nobody = run(['revoke', 'Bo'])
    expect(await nobody.ended).toBe(1)
    expect(nobody.output().trim()).toBe('Nobody is called “Bo” here.')
    expect(await run(['invite', 'a\nb']).ended).toBe(1)
    expect(await run(['dance']).ended).toBe(1)
    const needless = run(['invite', 'Ada'], { OIDC_ISSUER: 'https://login.example.com' })
    expect(await needless.ended).toBe(1)
    expect(needless.output()).toContain('without an invitation')
  }, 30_000)

  it('has left the secret and Cliquify’s tokens nowhere but in its environment', async () => {
    const files = await readdir(data)
    const kept = await Promise.all(files.map((file) => readFile(join(data, file), 'latin1')))
    expect(files).toContain('relay.sqlite')
    for (const text of [...kept, said]) {
      expect(text.includes(SAMPLE_CLIENT_SECRET)).toBe(false)
      expect(cliquify.leaks(text)).toBe(false)
    }
    expect(said).toContain('Aurora')
  })
})

describe('the Dockerfile', () => {
  it('makes of a clean copy a relay that starts', async () => {
    const text = await readFile(join(ROOT, 'Dockerfile'), 'utf8')
    const [building = ''] = text.split('\n\nFROM')
    const app = await mkdtemp(join(tmpdir(), 'relay-image-'))
    for (const [, sources = '', target = ''] of building.matchAll(/^COPY (.+) (\S+)$/gm)) {
      for (const source of sources.split(' ')) {
        await cp(join(ROOT, source), join(app, target === './' ? source : target), {
          recursive: true,
        })
      }
    }
    // What `npm ci` makes of the lock; it is what this checkout has.
    await symlink(join(ROOT, 'node_modules'), join(app, 'node_modules'))
    const commands = [...building.matchAll(/^RUN (.+)$/gm)].map(([, command = '']) => command)
    expect(commands[0]).toBe('npm ci --ignore-scripts')
    for (const command of commands.slice(1)) {
      const child = spawn(command, { cwd: app, shell: true })
      await once(child, 'close')
      expect(child.exitCode).toBe(0)
    }
    const last = JSON.parse(/^CMD (\[.+\])$/m.exec(text)?.[1] ?? '[]') as string[]
    bundle = join(app, last[1] ?? '')
    const { child, ended } = await start()
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    await rm(app, { recursive: true, force: true })
  }, 30_000)
})

function asked(path: string): number {
  return cliquify.requests.filter((request) => request.path === path).length
}
