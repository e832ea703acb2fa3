import { readFileSync } from 'node:fs'
import { ConfigurationError, readConfiguration, usesOpenId } from '../configuration.ts'
import { NameError, openPeople } from '../people.ts'
import { startServer } from './server.ts'
import { openSqlite } from './sqlite.ts'

const USAGE = `npm run relay                    starts the relay
npm run relay -- invite NAME     prints an invitation for somebody
npm run relay -- users           lists who is invited and signed in
npm run relay -- revoke NAME     ends their invitations and sign-ins`

await run(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof ConfigurationError) && !(error instanceof NameError)) throw error
  console.error(error.message)
  process.exitCode = 1
})

async function run([command, ...rest]: readonly string[]): Promise<void> {
  if (command === undefined) return serve()
  const name = rest.join(' ')
  const storage = openSqlite(dataFolder(), Date.now)
  try {
    const people = openPeople(storage, Date.now)
    switch (command) {
      case 'invite':
        if (usesOpenId(process.env)) {
          throw new NameError('People sign in at your OpenID provider here, without an invitation.')
        }
        console.log(await people.invite(name))
        return
      case 'users':
        for (const { name, state, expiresAt } of people.list()) {
          const until = expiresAt === null ? 'for good' : `until ${isoDay(expiresAt)}`
          console.log(`${name}\t${state === 'invited' ? 'invited' : 'signed in'}\t${until}`)
        }
        return
      case 'revoke': {
        const ended = people.revoke(name)
        if (ended === 0) throw new NameError(`Nobody is called “${name}” here.`)
        console.log(`Ended what “${name}” had: ${ended}.`)
        return
      }
      default:
        throw new NameError(USAGE)
    }
  } finally {
    storage.close()
  }
}

async function serve(): Promise<void> {
  const server = await startServer(readConfiguration(process.env, readFile))
  const stop = (): void => {
    process.off('SIGTERM', stop)
    process.off('SIGINT', stop)
    void server.close()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function readFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function dataFolder(): string {
  const folder = process.env['RELAY_DATA']?.trim() ?? ''
  if (folder !== '') return folder
  throw new ConfigurationError([
    'RELAY_DATA is not set: it must be the folder in which the relay keeps its database.',
  ])
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
