import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRelay } from '../../relay/build.mjs'
import { startCliquify, type Cliquify } from '../cliquify/server.ts'
import { freePort } from './free-port.ts'
import { environmentOf, signInWith } from './open-relay.ts'
import { openProcesses, type RelayProcesses, type Run } from './relay-process.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

let cliquify: Cliquify
let data: string
let environment: Record<string, string>
let origin: string
let processes: RelayProcesses

beforeAll(async () => {
  cliquify = await startCliquify()
  data = await mkdtemp(join(tmpdir(), 'relay-'))
  const port = await freePort()
  origin = `http://localhost:${port}`
  environment = environmentOf(cliquify.origin, { origin, data, port })
  processes = openProcesses({ bundle: await buildRelay(), environment, note: () => undefined })
})
afterAll(async () => {
  processes.close()
  await cliquify.close()
  await rm(data, { recursive: true, force: true })
})

async function answerOf({ ended, output }: Run): Promise<readonly [number | null, string]> {
  return [await ended, output().trim()]
}

describe('the relay as a process', () => {
  it('does not start without what it needs, and says so without a stack', async () => {
    const start = processes.run([], { RELAY_SECRET: '', PORT: 'eighty' })
    expect(await answerOf(start)).toEqual([
      1,
      'RELAY_SECRET is not set: it must be a random text of your own, such as 32 hex digits.\n' +
        'PORT must be a number from 0 to 65535.',
    ])
  })

  it('takes the administrator’s commands beside it, and from afar with its secret', async () => {
    const relay = await processes.start()
    const command = (...args: readonly string[]): ReturnType<typeof answerOf> =>
      answerOf(processes.run(args, { RELAY_DATA: '', PORT: '' }))
    const [code, invitation] = await command('invite', 'Bo', 'Diddley')
    expect([code, invitation]).toEqual([0, expect.stringMatching(/^[\w-]{22}$/)])
    await signInWith(origin, invitation)
    const users = [0, expect.stringMatching(/^Bo Diddley\tsigned in\tuntil \d{4}-\d\d-\d\d$/)]
    const nobody = [1, 'Nobody is called “Bo” here.']
    const elsewhere = { RELAY_DATA: '', RELAY_SECRET: 'another-secret-altogether' }
    const openId = { OIDC_ISSUER: 'https://login.example.com' }
    const told = await Promise.all([
      command('users'),
      answerOf(processes.run(['users'])),
      command('revoke', 'Bo'),
      answerOf(processes.run(['revoke', 'Bo'])),
      command('invite', 'a\nb'),
      answerOf(processes.run(['users'], elsewhere)),
      answerOf(processes.run(['invite', 'Ada'], openId)),
      processes.run(['dance']).ended,
    ])
    expect(told).toEqual([
      users,
      users,
      nobody,
      nobody,
      [1, expect.stringMatching(/^A name is/)],
      [1, 'This needs the administrator’s key.'],
      [1, expect.stringContaining('without an invitation')],
      1,
    ])
    expect(await command('revoke', 'Bo Diddley')).toEqual([0, 'Ended what “Bo Diddley” had: 1.'])
    relay.child.kill('SIGTERM')
    expect(await relay.ended).toBe(0)
    expect(await command('users')).toEqual([
      1,
      'No relay answers at RELAY_ORIGIN. Check the address, then try again.',
    ])
  }, 60_000)

  it('finishes what is under way when it is stopped', async () => {
    const relay = await processes.start()
    const { output } = processes.run(['invite', 'Ada'])
    await expect.poll(() => output().trim()).toMatch(/^[\w-]{22}$/)
    const token = await signInWith(origin, output().trim())
    cliquify.addFault({ path: '/api/templates', times: 1, effect: { type: 'delay', ms: 500 } })
    const last = fetch(`${origin}/api/templates`, { headers: { Authorization: `Bearer ${token}` } })
    await expect
      .poll(() => cliquify.requests.some(({ path }) => path === '/api/templates'))
      .toBe(true)
    relay.child.kill('SIGTERM')
    expect((await last).status).toBe(200)
    expect(await relay.ended).toBe(0)
    expect(relay.output()).toContain('"stopped"')
  }, 60_000)
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
    const bundle = join(app, last[1] ?? '')
    const image = openProcesses({ bundle, environment, note: () => undefined })
    const { child, ended } = await image.start()
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    await rm(app, { recursive: true, force: true })
  }, 30_000)
})
