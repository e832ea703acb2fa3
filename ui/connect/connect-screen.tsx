import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { isCancelled, troubleOf, type Trouble } from '../../shared/trouble.ts'
import type { Client } from '../cliquify/client.ts'
import { onEnter } from '../kit/on-enter.ts'
import { Button } from '../kit/button.tsx'
import { Problem } from '../kit/problem.tsx'
import { ChooseFile } from './choose-file.tsx'
import type { Plugin } from '../plugin.ts'
import { CredentialFields } from './credential-fields.tsx'
import { fieldProblems, type FieldProblems, type Typed } from './field-problems.ts'
import { Mark } from './mark.tsx'
import { readCredentials } from './read-credentials.ts'
import { SecretField } from './text-field.tsx'
import { useFileDrop } from './use-file-drop.ts'
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

/** The ways in. */
type Way = 'credentials' | 'token' | 'team'

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
  /** Whether somebody tried to connect with a field that is empty. */
  const [tried, setTried] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  /** Whether the fields were filled from a file. */
  const [filled, setFilled] = useState(false)
  const leavingRef = useRef(new AbortController())
  const form = useRef<HTMLDivElement>(null)
  const problem = useRef<HTMLDivElement>(null)
  const connectButton = useRef<HTMLButtonElement>(null)
  const drop = useFileDrop((file) => void fillFrom(file))

  useEffect(() => {
    const controller = new AbortController()
    leavingRef.current = controller
    return () => controller.abort()
  }, [])

  useEffect(goToField, [way])

  useEffect(() => problem.current?.scrollIntoView({ block: 'nearest' }), [trouble])

  useEffect(() => {
    if (filled) connectButton.current?.focus()
  }, [filled])

  /** Its first field that is empty, or else the last one. */
  function goToField(): void {
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('.field') ?? [])]
    const field = fields.find(({ value }) => value.trim() === '') ?? fields.at(-1)
    field?.focus()
  }

  function choose(next: Way): void {
    setTrouble(null)
    setTried(false)
    setWay(next)
  }

  /** From a credentials file; connecting is the person's own step. */
  async function fillFrom(file: File): Promise<void> {
    if (busy) return
    const { signal } = leavingRef.current
    setFilled(false)
    try {
      const read = await readCredentials(file)
      if (signal.aborted) return
      choose('credentials')
      change(read)
      setFilled(true)
    } catch (thrown) {
      if (!signal.aborted) setTrouble(troubleOf(thrown))
    }
  }

  function change(part: Partial<Typed>): void {
    setTyped((last) => ({ ...last, ...part }))
  }

  async function connect(): Promise<void> {
    if (busy) return
    const found = fieldProblems(typed)
    const isWrong =
      way === 'token' ? found.accessToken !== null : (found.clientId ?? found.clientSecret) !== null
    setTried(isWrong)
    if (isWrong) {
      goToField()
      return
    }
    setBusy(true)
    setTrouble(null)
    const { signal } = leavingRef.current
    try {
      await (way === 'token'
        ? client.connectWithToken(typed.accessToken, signal)
        : client.connect(typed, remember, signal))
      if (!signal.aborted) onConnected()
    } catch (thrown) {
      if (signal.aborted || isCancelled(thrown)) return
      setTrouble(troubleOf(thrown))
    } finally {
      if (!signal.aborted) setBusy(false)
    }
  }

  const problems = tried ? fieldProblems(typed) : NO_PROBLEMS
  const isBlocked = trouble?.kind === 'blocked'
  return (
    <main class="connect column" {...drop}>
      <div ref={form} onKeyDown={onEnter(() => void connect())}>
        <Mark />
        <h1>{way === 'team' ? 'Sign in with your team' : 'Connect to Cliquify'}</h1>
        {reason !== null && trouble === null && (
          <p class="box" role="alert">
            {reason} Connect again.
          </p>
        )}
        {way === 'team' && <TeamHint />}
        {way === 'token' && (
          <>
            <p class="hint">
              Paste an access token from your Cliquify administrator. Figma keeps it on this device.
            </p>
            <SecretField
              id="access-token"
              label="Access token"
              showLabel="Show token"
              value={typed.accessToken}
              onInput={(accessToken) => change({ accessToken })}
              problem={problems.accessToken}
            />
          </>
        )}
        {way === 'credentials' && (
          <CredentialFields
            typed={typed}
            onChange={change}
            problems={problems}
            remember={remember}
            onRemember={setRemember}
          />
        )}
        <p class="hidden-text" aria-live="polite">
          {filled && 'The client ID and secret are filled in. Press Connect.'}
        </p>
        {way !== 'team' && (
          <Button
            variant="primary"
            busy={busy}
            buttonRef={connectButton}
            onClick={() => void connect()}
          >
            Connect
          </Button>
        )}
        {/* Below the button, which stands still; in sight wherever that is. */}
        <div ref={problem}>
          {trouble !== null && (
            <Problem trouble={trouble} onRetry={() => void connect()}>
              {isBlocked && (
                <>
                  {way === 'credentials' && (
                    <Button onClick={() => choose('token')}>Use an access token</Button>
                  )}
                  <Button onClick={() => choose('team')}>Sign in with your team</Button>
                </>
              )}
            </Problem>
          )}
        </div>
        <div class="connect-others">
          {!(isBlocked && way === 'credentials') && (
            <Button
              variant="plain"
              disabled={busy}
              leaves={way !== 'credentials'}
              onClick={() => choose(way === 'credentials' ? 'token' : 'credentials')}
            >
              {way === 'credentials' ? 'Use an access token' : 'Use a client ID and secret'}
            </Button>
          )}
          {way === 'credentials' && (
            <ChooseFile disabled={busy} onFile={(file) => void fillFrom(file)} />
          )}
          {onBack !== null && (
            <Button variant="plain" leaves onClick={onBack}>
              Not now
            </Button>
          )}
        </div>
      </div>
    </main>
  )
}

/** What a team needs where Cliquify itself cannot be asked from here. */
function TeamHint(): VNode {
  return (
    <p class="hint">
      Your team can sign in in the browser through a relay: a small server that keeps the secret.
      Whoever installed this plugin can set it up: see docs/relay.md.
    </p>
  )
}
