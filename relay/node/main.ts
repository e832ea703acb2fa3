import { ConfigurationError } from '../environment.ts'
import { NameError } from '../people.ts'
import { CommandError, openAdministrator } from './administrator.ts'
import { readNodeConfiguration } from './configuration.ts'
import { startServer } from './server.ts'

const USAGE = `npm run relay                    starts the relay
npm run relay -- invite NAME     prints an invitation for somebody
npm run relay -- users           lists who is invited and signed in
npm run relay -- revoke NAME     ends their invitations and sign-ins
The last three work on the database in RELAY_DATA or, where that is not set, ask the relay at
RELAY_ORIGIN with RELAY_SECRET.`

await run(process.argv.slice(2)).catch((error: unknown) => {
  const isTold = [ConfigurationError, NameError, CommandError].some((kind) => error instanceof kind)
  if (!isTold || !(error instanceof Error)) throw error
  console.error(error.message)
  process.exitCode = 1
})

async function run([command, ...rest]: readonly string[]): Promise<void> {
  if (command === undefined) return serve()
  const name = rest.join(' ')
  const administrator = openAdministrator(process.env)
  try {
    switch (command) {
      case 'invite':
        console.log(await administrator.invite(name))
        return
      case 'users':
        for (const { name, state, expiresAt } of await administrator.users()) {
          const until = expiresAt === null ? 'for good' : `until ${isoDay(expiresAt)}`
          console.log(`${name}\t${state === 'invited' ? 'invited' : 'signed in'}\t${until}`)
        }
        return
      case 'revoke': {
        const ended = await administrator.revoke(name)
        if (ended === 0) throw new CommandError(`Nobody is called “${name}” here.`)
        console.log(`Ended what “${name}” had: ${ended}.`)
        return
      }
      default:
        throw new CommandError(USAGE)
    }
  } finally {
    administrator.close()
  }
}

async function serve(): Promise<void> {
  const starting = startServer(readNodeConfiguration(process.env))
  const stop = (): void => {
    process.off('SIGTERM', stop)
    process.off('SIGINT', stop)
    // What keeps it from starting is told below.
    starting.then((server) => server.close()).catch(() => undefined)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  await starting
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
