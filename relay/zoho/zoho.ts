import { Hono, type Context } from 'hono'
import type { Authorizations } from '../authorizations.ts'
import type { ZohoConfiguration } from '../configuration.ts'
import type { Keyring } from '../keys.ts'
import type { Log } from '../log.ts'
import { openPages } from '../pages.ts'
import type { Visitor } from '../people.ts'
import type { Storage } from '../storage.ts'
import { openAccounts } from './accounts.ts'
import { openBudget } from './budget.ts'
import { accountsOf } from './centres.ts'
import { openCliq } from './cliq.ts'
import { connectPage, type ConnectPage } from './connect-page.ts'
import { openConnections } from './connections.ts'
import { CALLBACK, connectPages } from './pages.ts'
import { openReviews } from './reviews.ts'
import { reviewRoutes } from './routes.ts'

export interface ZohoOptions {
  readonly configuration: ZohoConfiguration
  /** The relay's. */
  readonly origin: string
  readonly authorizations: Authorizations
  readonly storage: Storage
  readonly keyring: Keyring
  readonly log: Log
  readonly now: () => number
  readonly visitor: (c: Context) => Promise<Visitor | null>
  readonly unauthenticated: (c: Context) => Response
}

/** Sending designs for review in Zoho Cliq, under `/zoho`. */
export async function openZoho(options: ZohoOptions): Promise<Hono> {
  const { configuration, origin, storage, now } = options
  const { host } = new URL(origin)
  const accounts = openAccounts(configuration, origin + CALLBACK)
  const connections = openConnections({ ...options, accounts })
  const cliq = openCliq(configuration.standIn, now)
  const budget = openBudget(storage, now)
  const reviews = openReviews({ cliq, connections, budget, storage, now })
  // Browsers hold a form to this wherever it is sent on, and Zoho sends it on to a data centre.
  const sendsTo = `'self' https: ${new URL(accountsOf('com', configuration.standIn)).origin}`
  const show = await openPages((page: ConnectPage) => connectPage(page, host), sendsTo)
  const app = new Hono()
  app.route('/', reviewRoutes({ ...options, connections, reviews }))
  app.route('/', connectPages({ ...options, accounts, connections, show }))
  return app
}
