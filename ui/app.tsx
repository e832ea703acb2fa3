import type { VNode } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { BrandAsset } from '../shared/brand.ts'
import type { Preferences, QuickIndex, Start } from '../shared/protocol.ts'
import { openLibraryMemory, type LibraryMemory } from './browse/library-memory.ts'
import { openCache, type BrandCache } from './cliquify/cache.ts'
import type { Client } from './cliquify/client.ts'
import { createClient } from './cliquify/create-client.ts'
import { ConnectScreen } from './connect/connect-screen.tsx'
import { Spinner } from './kit/icons.tsx'
import { Problem } from './kit/problem.tsx'
import { useLoad } from './kit/use-load.ts'
import { leave } from './leave.ts'
import { Library, type Intent } from './library.tsx'
import { createPlacer } from './placement/placer.ts'
import type { Plugin } from './plugin.ts'
import { openAssetIndex, type AssetIndex } from './quick-insert/asset-index.ts'
import { useQuickInsert } from './quick-insert/use-quick-insert.ts'
import { watchLists } from './quick-insert/watch-lists.ts'
import { EndingNote } from './settings/ending-note.tsx'
import { SettingsScreen } from './settings/settings-screen.tsx'
import { startView, type View } from './start-view.ts'
import type { Status } from './status.ts'
import { createQuietRun } from './window/quiet-run.ts'
import './app.css'

export interface AppProps {
  readonly plugin: Plugin
  readonly status: Status
}

export function App({ plugin, status }: AppProps): VNode {
  const { state, retry } = useLoad(() => startWith(plugin), [plugin])
  const failed = state.status === 'failed'
  useEffect(() => {
    // What cannot begin cannot know whether it was to stay without a window.
    if (failed) plugin.emit('window:show', null)
  }, [failed, plugin])
  switch (state.status) {
    case 'loading':
      return <Waiting />
    case 'failed':
      return (
        <main class="library-notice">
          <h1 class="hidden-text">Cliquify</h1>
          <Problem trouble={state.trouble} onRetry={retry} />
        </main>
      )
    case 'ready':
      return state.value.start.command === 'disconnect' ? (
        <Leaving plugin={plugin} status={status} {...state.value} />
      ) : (
        <Started plugin={plugin} status={status} {...state.value} />
      )
  }
}

interface Beginning {
  readonly start: Start
  /** The last known brand as it was saved, or null. */
  readonly saved: string | null
  /** What quick insert knew last, or null. */
  readonly index: QuickIndex | null
  /** The key of what was chosen in the quick-actions bar, or null. */
  readonly chosen: string | null
  /** How the library was used last, or null. */
  readonly used: string | null
}

async function startWith(plugin: Plugin): Promise<Beginning> {
  const [start, saved, index, chosen, used] = await Promise.all([
    plugin.request('start', null),
    plugin.request('cache:load', null).catch(() => null),
    plugin.request('quick-insert:load', null).catch(() => null),
    plugin.request('quick-insert:chosen', null).catch(() => null),
    plugin.request('library:load', null).catch(() => null),
  ])
  return { start, saved, index, chosen, used }
}

interface StartedProps extends AppProps, Beginning {}

function Started({ plugin, status, start, saved, index, chosen, used }: StartedProps): VNode {
  const { cache, client, assetIndex, memory } = useMemo(
    () => openBrand(plugin, status, { start, saved, index, used }),
    [plugin, status, start, saved, index, used],
  )
  const placer = useMemo(() => {
    const made = createPlacer(client, plugin, status.announce)
    made.onPlaced(assetIndex.used)
    made.onPlaced(memory.notePlaced)
    return made
  }, [client, plugin, status, assetIndex, memory])
  const [view, setView] = useState<View>(() => startView(start.session, Date.now()))
  const [intent, setIntent] = useState<Intent>(() => intentOf(start))
  const quiet = useMemo(
    () => createQuietRun(plugin, start.command === 'sync-colors'),
    [plugin, start],
  )
  useEffect(() => {
    if (view.at !== 'library') quiet.show()
  }, [view.at, quiet])
  const wanted = useMemo(
    () => (chosen === null ? null : (assetIndex.find(chosen) ?? 'gone')),
    [chosen, assetIndex],
  )
  const hidden = useQuickInsert({
    chosen: wanted,
    connected: view.at !== 'connect',
    placer,
    status,
    plugin,
    onEnd: async () => {
      await Promise.all([assetIndex.flush(), memory.flush()])
    },
  })
  const [preferences, setPreferences] = useState(() => firstPreferences(start, wanted))

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

  if (hidden) return <Waiting />
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
        <EndingNote client={client} onConnectAgain={() => openConnect(null)} />
        <Library
          client={client}
          cache={cache}
          memory={memory}
          plugin={plugin}
          placer={placer}
          editor={start.editor}
          announce={status.announce}
          intent={intent}
          onIntentDone={() => setIntent('browse')}
          quiet={quiet}
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
            // To try again is not for whoever connects next.
            for (const failure of placer.failures.value) placer.dismiss(failure)
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
function Leaving({ plugin, status, start, saved, index, used }: StartedProps): VNode {
  useEffect(() => {
    const { client } = openBrand(plugin, status, { start, saved, index, used })
    void leave(client).then((message) => plugin.emit('window:close', { message }))
  }, [plugin, status, start, saved, index, used])
  return <Waiting />
}

function Waiting(): VNode {
  return (
    <main class="starting" aria-busy="true">
      <Spinner />
    </main>
  )
}

interface Brand {
  readonly cache: BrandCache
  readonly client: Client
  readonly assetIndex: AssetIndex
  readonly memory: LibraryMemory
}

/** Cliquify for this session, with what is remembered of it from one window to the next. */
function openBrand(
  plugin: Plugin,
  status: Status,
  { start, saved, index, used }: Omit<Beginning, 'chosen'>,
): Brand {
  const assetIndex = openAssetIndex({
    saved: index,
    origin: __API_ORIGIN__,
    domains: __DOMAINS__,
    session: start.session,
    save: async (next) => {
      // What cannot be kept is in the library.
      await plugin.request('quick-insert:save', next).catch(() => undefined)
    },
  })
  const cache = openCache({
    text: saved,
    session: start.session,
    origin: __API_ORIGIN__,
    save: (text) => {
      if (text === null) assetIndex.clear()
      // A brand that cannot be kept is loaded again.
      plugin.request('cache:save', text).catch(() => undefined)
    },
  })
  const memory = openLibraryMemory({
    text: used,
    session: start.session,
    origin: __API_ORIGIN__,
    announce: status.announce,
    save: async (text) => {
      // What cannot be remembered is no reason to trouble anyone.
      await plugin.request('library:save', text).catch(() => undefined)
    },
  })
  const client = createClient({
    origin: __API_ORIGIN__,
    domains: __DOMAINS__,
    session: start.session,
    routes: cache.routes,
    keepSession: async (session) => {
      cache.belongTo(session)
      assetIndex.belongTo(session)
      memory.belongTo(session)
      if (session === null) await plugin.request('session:forget', null)
      else await plugin.request('session:save', session)
    },
  })
  client.onWait(status.wait)
  return { cache, client: watchLists(client, assetIndex), assetIndex, memory }
}

/** What was asked for is on screen where the window is needed after all. */
function firstPreferences(
  { command, preferences }: Start,
  wanted: BrandAsset | 'gone' | null,
): Preferences {
  if (command === 'sync-colors') return { ...preferences, tab: 'colors' }
  if (wanted === null || wanted === 'gone') return preferences
  const tab = wanted.kind === 'logo' ? 'logos' : 'assets'
  return { tab, kitId: wanted.kitId ?? preferences.kitId }
}

function intentOf({ command }: Start): Intent {
  return command === 'sync-colors' || command === 'update-assets' ? command : 'browse'
}
