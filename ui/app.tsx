import type { VNode } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Start } from '../shared/protocol.ts'
import type { Client } from './cliquify/client.ts'
import { createClient } from './cliquify/create-client.ts'
import { ConnectScreen } from './connect/connect-screen.tsx'
import { Spinner } from './kit/icons.tsx'
import { Problem } from './kit/problem.tsx'
import { useLoad } from './kit/use-load.ts'
import { Library, type Intent } from './library.tsx'
import { createPlacer } from './placement/placer.ts'
import type { Plugin } from './plugin.ts'
import { EndingNote } from './settings/ending-note.tsx'
import { SettingsScreen } from './settings/settings-screen.tsx'
import { startView, type View } from './start-view.ts'
import type { Status } from './status.ts'
import './app.css'

export interface AppProps {
  readonly plugin: Plugin
  readonly status: Status
}

export function App({ plugin, status }: AppProps): VNode {
  const { state, retry } = useLoad(() => plugin.request('start', null), [plugin])
  switch (state.status) {
    case 'loading':
      return (
        <main class="starting" aria-busy="true">
          <Spinner />
        </main>
      )
    case 'failed':
      return (
        <main class="library-notice">
          <h1 class="hidden-text">Cliquify</h1>
          <Problem trouble={state.trouble} onRetry={retry} />
        </main>
      )
    case 'ready':
      return state.value.command === 'disconnect' ? (
        <Leaving plugin={plugin} status={status} start={state.value} />
      ) : (
        <Started plugin={plugin} status={status} start={state.value} />
      )
  }
}

interface StartedProps extends AppProps {
  readonly start: Start
}

function Started({ plugin, status, start }: StartedProps): VNode {
  const client = useMemo(() => openClient(plugin, start, status), [plugin, start, status])
  const placer = useMemo(
    () => createPlacer(client, plugin, status.announce),
    [client, plugin, status],
  )
  const [view, setView] = useState<View>(() => startView(start.session, Date.now()))
  const [intent, setIntent] = useState<Intent>(() => intentOf(start))
  const [preferences, setPreferences] = useState(() =>
    start.command === 'sync-colors'
      ? { ...start.preferences, tab: 'colors' as const }
      : start.preferences,
  )

  /** What had the focus before Settings took it. */
  const openerRef = useRef<Element | null>(null)
  useEffect(() => {
    if (view.at !== 'library' || !(openerRef.current instanceof HTMLElement)) return
    openerRef.current.focus()
    openerRef.current = null
  }, [view.at])

  const openConnect = (reason: string | null): void =>
    setView({
      at: 'connect',
      clientId: client.session?.clientId ?? start.session?.clientId ?? '',
      reason,
    })
  const connectAgain = (): void =>
    openConnect('The connection to Cliquify was lost. Connect again to go on.')

  if (view.at === 'connect') {
    return (
      <ConnectScreen
        client={client}
        clientId={view.clientId}
        reason={view.reason}
        onConnected={() => {
          status.announce('Connected to Cliquify.')
          setView({ at: 'library' })
        }}
        onBack={client.session?.accessToken ? () => setView({ at: 'library' }) : null}
      />
    )
  }
  return (
    <>
      {/* It stays while Settings are open, with all that goes on in it. */}
      <div class="view" hidden={view.at !== 'library'}>
        <EndingNote session={client.session} onConnectAgain={() => openConnect(null)} />
        <Library
          client={client}
          plugin={plugin}
          placer={placer}
          editor={start.editor}
          announce={status.announce}
          intent={intent}
          onIntentDone={() => setIntent('browse')}
          preferences={preferences}
          onPreferences={(changed) => {
            setPreferences(changed)
            setIntent('browse')
            // A choice that cannot be remembered is no reason to trouble anyone.
            plugin.request('preferences:save', changed).catch(() => undefined)
          }}
          onConnectAgain={connectAgain}
          onOpenSettings={() => {
            openerRef.current = document.activeElement
            setView({ at: 'settings' })
          }}
        />
      </div>
      {view.at === 'settings' && (
        <SettingsScreen
          client={client}
          announce={status.announce}
          onConnectAgain={() => openConnect(null)}
          onBack={() => setView({ at: 'library' })}
          onDisconnected={(message) => {
            status.announce(message)
            setIntent('browse')
            setView({ at: 'connect', clientId: '', reason: null })
          }}
        />
      )}
    </>
  )
}

/** The command "Disconnect": does it, and ends the plugin with what to tell. */
function Leaving({ plugin, status, start }: StartedProps): VNode {
  useEffect(() => {
    const close = (message: string): void => plugin.emit('window:close', { message })
    if (start.session === null) {
      close('Cliquify was not connected.')
      return
    }
    openClient(plugin, start, status)
      .disconnect()
      .then(
        () => close('Disconnected from Cliquify.'),
        () => close('Disconnected on this device, but Cliquify could not be told.'),
      )
  }, [plugin, status, start])
  return (
    <main class="starting" aria-busy="true">
      <Spinner />
    </main>
  )
}

function openClient(plugin: Plugin, start: Start, status: Status): Client {
  const client = createClient({
    origin: __API_ORIGIN__,
    session: start.session,
    keepSession: async (session) => {
      if (session === null) await plugin.request('session:forget', null)
      else await plugin.request('session:save', session)
    },
  })
  client.onWait(status.wait)
  return client
}

function intentOf({ command }: Start): Intent {
  return command === 'sync-colors' || command === 'update-assets' ? command : 'browse'
}
