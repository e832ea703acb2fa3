import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Client } from '../cliquify/client.ts'
import { Button } from '../kit/button.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { IconHidden, IconShown } from '../kit/icons.tsx'
import { Problem } from '../kit/problem.tsx'
import { isCancelled, troubleOf, type Trouble } from '../kit/trouble.ts'
import { fieldProblems, type FieldProblems } from './field-problems.ts'
import { TextField } from './text-field.tsx'
import './connect-screen.css'

export interface ConnectScreenProps {
  readonly client: Client
  /** Filled in already; empty where it is not known. */
  readonly clientId: string
  /** Why to connect again; null where nobody was connected. */
  readonly reason: string | null
  readonly onConnected: () => void
}

const NO_PROBLEMS: FieldProblems = { clientId: null, clientSecret: null }

export function ConnectScreen(props: ConnectScreenProps): VNode {
  const { client, reason, onConnected } = props
  const [clientId, setClientId] = useState(props.clientId)
  const [clientSecret, setClientSecret] = useState('')
  const [shown, setShown] = useState(false)
  const [remember, setRemember] = useState(false)
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const leavingRef = useRef(new AbortController())
  const idField = useRef<HTMLInputElement>(null)
  const secretField = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const controller = new AbortController()
    leavingRef.current = controller
    const first = idField.current?.value === '' ? idField : secretField
    first.current?.focus()
    return () => controller.abort()
  }, [])

  async function connect(): Promise<void> {
    if (busy) return
    const found = fieldProblems({ clientId, clientSecret })
    setProblems(found)
    if (found.clientId !== null || found.clientSecret !== null) {
      const wrong = found.clientId !== null ? idField : secretField
      wrong.current?.focus()
      return
    }
    setBusy(true)
    setTrouble(null)
    const { signal } = leavingRef.current
    try {
      await client.connect(
        { clientId: clientId.trim(), clientSecret: clientSecret.trim() },
        remember,
        signal,
      )
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
        <p class="hint">
          Your brand’s colors, logos, assets and templates, in this file. Make a client in
          Cliquify’s developer portal to get an ID and a secret; your Cliquify account must be
          active and verified.
        </p>
        <TextField
          id="client-id"
          label="Client ID"
          type="text"
          value={clientId}
          onInput={setClientId}
          problem={clientId.trim() === '' ? problems.clientId : null}
          inputRef={idField}
        />
        <TextField
          id="client-secret"
          label="Client secret"
          type={shown ? 'text' : 'password'}
          value={clientSecret}
          onInput={setClientSecret}
          problem={clientSecret.trim() === '' ? problems.clientSecret : null}
          inputRef={secretField}
        >
          <IconButton label="Show secret" pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? <IconShown /> : <IconHidden />}
          </IconButton>
        </TextField>
        <div class="connect-remember">
          <label class="checkbox">
            <input
              type="checkbox"
              checked={remember}
              aria-describedby="remember-hint"
              onChange={(event) => setRemember(event.currentTarget.checked)}
            />
            Remember secret on this device
          </label>
          <p id="remember-hint" class="hint">
            {remember
              ? 'The secret is kept in Figma’s storage on this device, so that the connection renews itself.'
              : 'The secret is used once to connect, then dropped. You will be asked again when the connection ends.'}
          </p>
        </div>
        {trouble !== null && <Problem trouble={trouble} onRetry={() => void connect()} />}
        <Button type="submit" variant="primary" busy={busy}>
          Connect
        </Button>
      </form>
    </main>
  )
}
