import { Hono, type Context } from 'hono'
import type { Configuration } from './configuration.ts'
import { fieldsOf } from './fields.ts'
import { NameError, NO_INVITATIONS, type People } from './people.ts'
import { refused } from './refusals.ts'

export interface AdministrationOptions {
  /** The refusal of who is not; null for who is. */
  readonly notAdministrator: (c: Context) => Promise<Response | null>
  readonly people: People
  readonly signIn: Configuration['signIn']
}

/** The administrator's commands for a relay that runs elsewhere, under `/admin`. No token is in a reply. */
export function administration(options: AdministrationOptions): Hono {
  const { notAdministrator, people, signIn } = options
  const app = new Hono()
  app.use(async (c, next) => (await notAdministrator(c)) ?? next())

  app.post('/invite', async (c) => {
    if (signIn.by !== 'invitation') return refused(c, 409, NO_INVITATIONS)
    const { name = '' } = fieldsOf(c)
    try {
      return c.json({ invitation: await people.invite(name) })
    } catch (error) {
      if (error instanceof NameError) return refused(c, 422, error.message)
      throw error
    }
  })

  app.get('/users', (c) => c.json({ users: people.list() }))

  app.post('/revoke', (c) => {
    const { name = '' } = fieldsOf(c)
    return c.json({ ended: people.revoke(name) })
  })

  return app
}
