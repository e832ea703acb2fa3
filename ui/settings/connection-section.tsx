import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { isCancelled, troubleOf } from '../../shared/trouble.ts'
import type { Client } from '../cliquify/client.ts'
import { Button } from '../kit/button.tsx'
import type { WayIn } from '../way-in.ts'
import { Problem, type ProblemProps } from '../kit/problem.tsx'
import { lastsText, maskedId, renewalText, scopesText, worksText } from './connection-texts.ts'

export interface ConnectionSectionProps {
  readonly client: Client
  readonly wayIn: WayIn
  readonly announce: (message: string) => void
  /** Called when somebody wants to give other credentials, or has to. */
  readonly onConnectAgain: () => void
}

const shownId = __RELAY__ ? String : maskedId

/** Who is connected, for how long and to do what, and whether it works. */
export function ConnectionSection(props: ConnectionSectionProps): VNode {
  const { client, wayIn, announce, onConnectAgain } = props
  const [busy, setBusy] = useState<'check' | 'forget' | null>(null)
  const [problem, setProblem] = useState<ProblemProps | null>(null)
  const [openedAt] = useState(() => Date.now())
  const [asking, setAsking] = useState(true)
  const leavingRef = useRef(new AbortController())
  const checkButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const controller = new AbortController()
    leavingRef.current = controller
    void client.lookUpConnection(controller.signal).then(() => {
      if (!controller.signal.aborted) setAsking(false)
    })
    return () => controller.abort()
  }, [client])

  const { session, lasts } = client
  const hasSecret = !__RELAY__ && typeof session?.clientSecret === 'string'

  async function run(what: 'check' | 'forget', act: () => Promise<string>): Promise<void> {
    const { signal } = leavingRef.current
    setBusy(what)
    setProblem(null)
    announce('')
    try {
      const message = await act()
      if (!signal.aborted) announce(message)
    } catch (thrown) {
      if (signal.aborted || isCancelled(thrown)) return
      setProblem({ trouble: troubleOf(thrown), onRetry: () => void run(what, act) })
    } finally {
      if (!signal.aborted) setBusy(null)
    }
  }

  const check = (): Promise<void> =>
    run('check', async () => {
      const { expiresAt } = await client.checkConnection(leavingRef.current.signal)
      return worksText(expiresAt, Date.now())
    })

  const forget = (): Promise<void> =>
    run('forget', async () => {
      await client.forgetSecret()
      // Its own button is about to go.
      checkButton.current?.focus()
      return 'The secret is forgotten.'
    })

  return (
    <section>
      <h2>Connection</h2>
      <dl>
        <dt>{__RELAY__ ? 'Signed in as' : 'Client ID'}</dt>
        <dd dir="auto">{session?.clientId ? shownId(session.clientId) : 'Not known'}</dd>
        <dt>Expires</dt>
        <dd>{lastsText(session?.expiresAt ?? null, lasts, openedAt)}</dd>
        <dt>Permissions</dt>
        <dd dir="auto">{scopesText(session?.scopes ?? null, asking)}</dd>
        <dt>Renews</dt>
        <dd>{__RELAY__ ? wayIn.renewal : renewalText(hasSecret, lasts, wayIn)}</dd>
      </dl>
      <div class="buttons">
        <Button buttonRef={checkButton} busy={busy === 'check'} onClick={() => void check()}>
          Check connection
        </Button>
        <Button onClick={onConnectAgain}>{__RELAY__ ? wayIn.again : 'Change credentials'}</Button>
        {hasSecret && (
          <Button busy={busy === 'forget'} onClick={() => void forget()}>
            Forget secret
          </Button>
        )}
      </div>
      {problem !== null && <Problem {...problem} />}
    </section>
  )
}
