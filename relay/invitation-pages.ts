import { Hono } from 'hono'
import { fieldsOf } from './fields.ts'
import type { PagesContext } from './pages.ts'

/** The browser's half of a sign-in with an invitation, under `/login`. */
export function invitationPages({ signIns, guesses, callerOf, show }: PagesContext): Hono {
  const app = new Hono()

  app.get('/:key', async (c) => {
    const isOpen = await signIns.isOpen(c.req.param('key'))
    return isOpen
      ? show(c, { shows: 'form', problem: null }, 200)
      : show(c, { shows: 'ended' }, 410)
  })

  app.post('/:key', async (c) => {
    if (guesses.blockedFor(callerOf(c)) > 0) {
      const problem = 'Too many invitations were tried from here. Wait a minute, then try again.'
      return show(c, { shows: 'form', problem }, 429)
    }
    const { invitation = '' } = fieldsOf(c)
    const accepted = await signIns.accept(c.req.param('key'), invitation)
    if (accepted.is === 'accepted') {
      return show(c, { shows: 'done', name: accepted.name }, 200)
    }
    guesses.note(callerOf(c))
    if (accepted.is === 'ended') return show(c, { shows: 'ended' }, 410)
    const problem = 'This invitation is not known, was used already, or has expired. Check it.'
    return show(c, { shows: 'form', problem }, 400)
  })

  return app
}
