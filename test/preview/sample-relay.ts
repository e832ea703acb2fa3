import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readNodeConfiguration } from '../../relay/node/configuration.ts'
import { startServer } from '../../relay/node/server.ts'
import { openSqlite } from '../../relay/node/sqlite.ts'
import { openPeople } from '../../relay/people.ts'
import { startZoho } from '../zoho/server.ts'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'

/** A relay in front of the stand-in, for as long as the preview runs. */
export interface SampleRelay {
  readonly origin: string
  /** Each is good for one sign-in. */
  readonly invitations: readonly string[]
  /** An account at the stand-in Zoho. */
  readonly zohoAccount: string
  close(): Promise<void>
}

const PEOPLE = ['Ada', 'Bo', 'Cleo']
const ZOHO_ACCOUNT = 'ada@example.com'

export async function startSampleRelay(cliquifyOrigin: string, port: number): Promise<SampleRelay> {
  const data = await mkdtemp(join(tmpdir(), 'cliquify-relay-'))
  const origin = `http://localhost:${port}`
  const zoho = await startZoho(`${origin}/zoho/callback`)
  zoho.addUser(ZOHO_ACCOUNT, 'eu')
  zoho.addChannels('Brand', 'Campaigns', 'Web shop')
  const configuration = readNodeConfiguration({
    ...zoho.environment,
    CLIQUIFY_CLIENT_ID: SAMPLE_CLIENT_ID,
    CLIQUIFY_CLIENT_SECRET: SAMPLE_CLIENT_SECRET,
    CLIQUIFY_ORIGIN: cliquifyOrigin,
    RELAY_ORIGIN: origin,
    RELAY_SECRET: 'sample-secret-of-the-relay',
    RELAY_DATA: data,
    PORT: String(port),
  })
  const server = await startServer(configuration, { write: () => undefined })
  const storage = openSqlite(data, Date.now)
  const people = openPeople(storage, Date.now)
  const invitations = await Promise.all(PEOPLE.map((name) => people.invite(name)))
  storage.close()
  return {
    origin,
    invitations,
    zohoAccount: ZOHO_ACCOUNT,
    async close() {
      await zoho.close()
      await server.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}
