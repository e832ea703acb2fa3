import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PendingSignIn } from '../../shared/session.ts'
import { isCancelled, troubleOf, type Trouble } from '../../shared/trouble.ts'
import { Button } from '../kit/button.tsx'
import { Problem } from '../kit/problem.tsx'
import type { ConnectScreenProps } from './connect-screen.tsx'
import { Mark } from './mark.tsx'
import { awaitToken, beginSignIn } from './team-sign-in.ts'
import './connect-screen.css'

const RELAY = __API_ORIGIN__

/** The way in of a build for a team's relay: the browser signs in, this window waits for it. */
export function SignInScreen({
  plugin,
  client,
  reason,
  onConnected,
  onBack,
}: ConnectScreenProps): VNode {
  const [at, setAt] = useState<'rest' | 'beginning' | PendingSignIn>('rest')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const runningRef = useRef(new AbortController())
  const signInButton = useRef<HTMLButtonElement>(null)

  /** For the next window; what cannot be kept is good for this one. */
  async function keep(pending: PendingSignIn | null): Promise<void> {
    await plugin.request('sign-in:save', pending).catch(() => undefined)
  }

  /** Runs one sign-in; what is kept of it outlives this window, not its end. */
  async function run(pending: PendingSignIn): Promise<void> {
    const { signal } = runningRef.current
    setAt(pending)
    const token = await awaitToken(RELAY, pending, signal)
    await client.connectWithToken(token, signal)
    await keep(null)
    if (!signal.aborted) onConnected()
  }

  async function attempt(what: () => Promise<void>): Promise<void> {
    const controller = new AbortController()
    runningRef.current = controller
    setTrouble(null)
    try {
      await what()
    } catch (thrown) {
      if (controller.signal.aborted || isCancelled(thrown)) return
      void keep(null)
      setTrouble(troubleOf(thrown))
      setAt('rest')
    }
  }

  useEffect(() => {
    void attempt(async () => {
      const { signal } = runningRef.current
      const pending = await plugin.request('sign-in:load', null)
      if (pending !== null && pending.until > Date.now() && !signal.aborted) await run(pending)
    })
    return () => runningRef.current.abort()
    // Only what an earlier window left is taken up, once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  function signIn(): void {
    if (at !== 'rest') return
    void attempt(async () => {
      const { signal } = runningRef.current
      setAt('beginning')
      const pending = await beginSignIn(RELAY, signal)
      await keep(pending)
      if (signal.aborted) return
      plugin.emit('open-page', { url: pending.url })
      await run(pending)
    })
  }

  function cancel(): void {
    runningRef.current.abort()
    void keep(null)
    setAt('rest')
    signInButton.current?.focus()
  }

  return (
    <main class="connect column">
      <div>
        <Mark />
        <h1>Sign in with your team</h1>
        {reason !== null && trouble === null && at === 'rest' && (
          <p class="box" role="alert">
            You are signed out. Sign in again.
          </p>
        )}
        <p class="hint">
          {typeof at === 'string'
            ? `Your brand’s colors, logos, assets and templates, in this file. Your browser opens a page of your team at ${new URL(RELAY).host}.`
            : 'Sign in on the page that has opened in your browser, then come back here.'}
        </p>
        {trouble !== null && <Problem trouble={trouble} />}
        <Button variant="primary" busy={at !== 'rest'} buttonRef={signInButton} onClick={signIn}>
          Sign in
        </Button>
        <div class="connect-others">
          {typeof at === 'object' && (
            <Button variant="plain" onClick={() => plugin.emit('open-page', { url: at.url })}>
              Open the page again
            </Button>
          )}
          {at !== 'rest' && (
            <Button variant="plain" onClick={cancel}>
              Cancel
            </Button>
          )}
          {at === 'rest' && onBack !== null && (
            <Button variant="plain" leaves onClick={onBack}>
              Not now
            </Button>
          )}
        </div>
      </div>
    </main>
  )
}
