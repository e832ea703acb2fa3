import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { isCancelled, troubleOf, type Trouble } from '../../shared/trouble.ts'
import type { Client } from '../cliquify/client.ts'
import { Button } from '../kit/button.tsx'
import { Problem } from '../kit/problem.tsx'
import type { Plugin } from '../plugin.ts'
import { CredentialFields } from './credential-fields.tsx'
import { fieldProblems, type FieldProblems, type Typed } from './field-problems.ts'
import { SecretField } from './text-field.tsx'
import './connect-screen.css'

export interface ConnectScreenProps {
  readonly plugin: Plugin
  readonly client: Client
  /** Filled in already; empty where it is not known. */
  readonly clientId: string
  /** Why to connect again; null where nobody was connected. */
  readonly reason: string | null
  readonly onConnected: () => void
  /** Goes on with the connection that there is; null where there is none. */
  readonly onBack: (() => void) | null
}

/** The two ways in. */
type Way = 'credentials' | 'token'

const NO_PROBLEMS: FieldProblems = { clientId: null, clientSecret: null, accessToken: null }

export function ConnectScreen({
  client,
  clientId,
  reason,
  onConnected,
  onBack,
}: ConnectScreenProps): VNode {
  const [way, setWay] = useState<Way>('credentials')
  const [typed, setTyped] = useState<Typed>({ clientId, clientSecret: '', accessToken: '' })
  const [remember, setRemember] = useState(false)
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const leavingRef = useRef(new AbortController())
  const idField = useRef<HTMLInputElement>(null)
  const secretField = useRef<HTMLInputElement>(null)
  const tokenField = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const controller = new AbortController()
    leavingRef.current = controller
    return () => controller.abort()
  }, [])

  useEffect(() => {
    const first = idField.current?.value === '' ? idField : secretField
    const field = way === 'token' ? tokenField : first
    field.current?.focus()
  }, [way])

  function change(part: Partial<Typed>): void {
    setTyped((last) => ({ ...last, ...part }))
  }

  async function connect(): Promise<void> {
    if (busy) return
    const found = fieldProblems(typed)
    setProblems(found)
    const wrong =
      way === 'token'
        ? found.accessToken !== null && tokenField
        : (found.clientId !== null && idField) || (found.clientSecret !== null && secretField)
    if (wrong !== false) {
      wrong.current?.focus()
      return
    }
    setBusy(true)
    setTrouble(null)
    const { signal } = leavingRef.current
    try {
      await (way === 'token'
        ? client.connectWithToken(typed.accessToken, signal)
        : client.connect(
            { clientId: typed.clientId.trim(), clientSecret: typed.clientSecret.trim() },
            remember,
            signal,
          ))
      if (!signal.aborted) onConnected()
    } catch (thrown) {
      if (signal.aborted || isCancelled(thrown)) return
      setTrouble(troubleOf(thrown))
    } finally {
      if (!signal.aborted) setBusy(false)
    }
  }

  return (
    <main class="connect">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void connect()
        }}
      >
        <h1>Connect to Cliquify</h1>
        {reason !== null && trouble === null && (
          <p class="connect-reason" role="alert">
            {reason}
          </p>
        )}
        {way === 'token' ? (
          <>
            <p class="hint">
              Paste an access token that your Cliquify administrator gave you. It is checked with
              Cliquify first, then kept in Figma’s storage on this device. When it ends, you will be
              asked for another one.
            </p>
            <SecretField
              id="access-token"
              label="Access token"
              showLabel="Show token"
              value={typed.accessToken}
              onInput={(accessToken) => change({ accessToken })}
              problem={typed.accessToken.trim() === '' ? problems.accessToken : null}
              inputRef={tokenField}
            />
          </>
        ) : (
          <CredentialFields
            typed={typed}
            onChange={change}
            problems={problems}
            remember={remember}
            onRemember={setRemember}
            idRef={idField}
            secretRef={secretField}
          />
        )}
        {trouble !== null && <Problem trouble={trouble} onRetry={() => void connect()} />}
        <Button type="submit" variant="primary" busy={busy}>
          Connect
        </Button>
        <div class="connect-others">
          <Button
            variant="plain"
            disabled={busy}
            onClick={() => {
              setTrouble(null)
              setProblems(NO_PROBLEMS)
              setWay(way === 'token' ? 'credentials' : 'token')
            }}
          >
            {way === 'token' ? 'Use a client ID and secret' : 'Use an access token'}
          </Button>
          {onBack !== null && (
            <Button variant="plain" onClick={onBack}>
              Not now
            </Button>
          )}
        </div>
      </form>
    </main>
  )
}
