import { isRecord } from '../../shared/cliquify/value.ts'
import { openEnvironment, type Environment, type EnvironmentReader } from '../environment.ts'
import { NO_INVITATIONS, openPeople, type Person } from '../people.ts'
import { RELAY_DATA } from './configuration.ts'
import { openSqlite } from './sqlite.ts'

/** Who may use a relay, for its administrator. Rejects with `CommandError` or `NameError`. */
export interface Administrator {
  invite(name: string): Promise<string>
  users(): Promise<readonly Person[]>
  /** Says how many invitations and sign-ins that were. */
  revoke(name: string): Promise<number>
  close(): void
}

/** Its message is for the administrator. */
export class CommandError extends Error {}

const PATIENCE_MS = 20_000

/** Works on the database of this machine, where the environment names one, or asks the relay. */
export function openAdministrator(environment: Environment): Administrator {
  const reader = openEnvironment(environment)
  const isElsewhere = reader.text('RELAY_DATA') === '' && reader.text('RELAY_ORIGIN') !== ''
  return isElsewhere ? overHttp(reader) : onDatabase(reader)
}

function onDatabase(reader: EnvironmentReader): Administrator {
  const data = reader.required('RELAY_DATA', RELAY_DATA)
  reader.finish()
  const storage = openSqlite(data, Date.now)
  const people = openPeople(storage, Date.now)
  return {
    async invite(name) {
      if (reader.isOpenId()) throw new CommandError(NO_INVITATIONS)
      return people.invite(name)
    },
    users: () => Promise.resolve(people.list()),
    revoke: (name) => Promise.resolve(people.revoke(name)),
    close: () => storage.close(),
  }
}

function overHttp(reader: EnvironmentReader): Administrator {
  const origin = reader.origin('RELAY_ORIGIN', reader.text('RELAY_ORIGIN'))
  const secret = reader.required('RELAY_SECRET', 'the one of that relay')
  reader.finish()

  async function ask(command: string, name?: string): Promise<Record<string, unknown>> {
    try {
      const response = await fetch(`${origin}/admin/${command}`, {
        ...(name === undefined ? {} : { method: 'POST', body: new URLSearchParams({ name }) }),
        headers: { Authorization: `Bearer ${secret}` },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const reply: unknown = await response.json()
      if (response.ok && isRecord(reply)) return reply
      const told = isRecord(reply) ? reply['message'] : null
      throw new CommandError(typeof told === 'string' ? told : NO_RELAY)
    } catch (error) {
      throw error instanceof CommandError ? error : new CommandError(NO_RELAY)
    }
  }

  return {
    async invite(name) {
      const { invitation } = await ask('invite', name)
      if (typeof invitation !== 'string') throw new CommandError(NO_RELAY)
      return invitation
    },
    async users() {
      const { users } = await ask('users')
      if (!Array.isArray(users) || !users.every(isPerson)) throw new CommandError(NO_RELAY)
      return users
    },
    async revoke(name) {
      const { ended } = await ask('revoke', name)
      if (typeof ended !== 'number') throw new CommandError(NO_RELAY)
      return ended
    },
    close: () => undefined,
  }
}

const NO_RELAY = 'No relay answers at RELAY_ORIGIN. Check the address, then try again.'

function isPerson(value: unknown): value is Person {
  if (!isRecord(value)) return false
  const { name, state, expiresAt } = value
  return (
    typeof name === 'string' &&
    (state === 'invited' || state === 'signed-in') &&
    (expiresAt === null || typeof expiresAt === 'number')
  )
}
