import type { VNode } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { BrandAsset } from '../shared/brand.ts'
import type { Preferences, Start } from '../shared/protocol.ts'
import type { SavedBrand } from '../shared/saved-brand.ts'
import { Trouble, troubleOf } from '../shared/trouble.ts'
import { askRelay } from './brand/ask-relay.ts'
import { openBrand, type Brand } from './brand/brand.ts'
import { createClient } from './cliquify/create-client.ts'
import { tokensOf } from './cliquify/token-source.ts'
import { ConnectScreen } from './connect/connect-screen.tsx'
import { SignInScreen } from './connect/sign-in-screen.tsx'
import { Spinner } from './kit/icons.tsx'
import { Problem } from './kit/problem.tsx'
import { ScreenHead } from './kit/screen-head.tsx'
import { RecoveryContext, type Recovery } from './kit/recovery.ts'
import { leave } from './leave.ts'
import { kitOf, Library } from './library.tsx'
import { checkLine } from './check/check-line.ts'
import { createPlacer } from './placement/placer.ts'
import type { Plugin } from './plugin.ts'
import { BringAll } from './quick-insert/bring-all.tsx'
import { useQuickInsert } from './quick-insert/use-quick-insert.ts'
import { NoRelay } from './review/no-relay.tsx'
import { createReview, type Review } from './review/review.ts'
import { ReviewScreen } from './review/review-screen.tsx'
import { EndingNote } from './settings/ending-note.tsx'
import { SettingsScreen } from './settings/settings-screen.tsx'
import type { Intent } from './screen.ts'
import { startView, type View } from './start-view.ts'
import type { Status } from './status.ts'
import { UpdateNote } from './update/update-note.tsx'
import { createQuietRun } from './window/quiet-run.ts'
import { WITH_CREDENTIALS, WITH_TEAM } from './way-in.ts'
import './app.css'

const WAY_IN = __RELAY__ ? WITH_TEAM : WITH_CREDENTIALS

export interface AppProps {
  readonly plugin: Plugin
  readonly status: Status
}

export function App({ plugin, status }: AppProps): VNode {
  const [beginning, setBeginning] = useState<Beginning | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const begin = useCallback(() => {
    setTrouble(null)
    startWith(plugin).then(setBeginning, (error: unknown) => {
      // What cannot begin cannot know whether it was to stay without a window.
      plugin.emit('window:show', null)
      setTrouble(troubleOf(error))
    })
  }, [plugin])
  useEffect(begin, [begin])
  if (trouble !== null) {
    return (
      <main class="library-notice">
        <h1 class="hidden-text">Cliquify</h1>
        <Problem trouble={trouble} onRetry={begin} />
      </main>
    )
  }
  if (beginning === null) return <Waiting />
  return beginning.start.command === 'disconnect' ? (
    <Leaving plugin={plugin} status={status} {...beginning} />
  ) : (
    <Started plugin={plugin} status={status} {...beginning} />
  )
}

interface Beginning {
  readonly start: Start
  /** The last known brand as it was saved, or null. */
  readonly saved: SavedBrand | null
}

/** Milliseconds: where a message was lost, nobody would hear of it. */
const LATE_MS = 10_000

async function startWith(plugin: Plugin): Promise<Beginning> {
  const late = new Promise<never>((_, reject) => {
    const message = 'Figma is not answering. Press Retry, or open the plugin again.'
    setTimeout(() => reject(new Trouble({ kind: 'timeout', message })), LATE_MS)
  })
  const asked = Promise.all([
    plugin.request('start', null),
    plugin.request('brand:load', null).catch(() => null),
  ])
  const [start, saved] = await Promise.race([asked, late])
  return { start, saved }
}

interface StartedProps extends AppProps, Beginning {}

function Started({ plugin, status, start, saved }: StartedProps): VNode {
  const { chosen } = start
  const brand = useMemo(
    () => brandOf(plugin, status, { start, saved }),
    [plugin, status, start, saved],
  )
  const { client } = brand
  const placer = useMemo(() => {
    const made = createPlacer(brand, plugin, status.announce)
    made.onPlaced(brand.notePlaced)
    return made
  }, [brand, plugin, status])
  const person = client.session?.clientId
  const review = useMemo(
    () => (__RELAY__ ? reviewOf(plugin, status, brand) : null),
    // What somebody has written is not for whoever signs in next.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [plugin, status, brand, person],
  )
  const [intent, setIntent] = useState<Intent>(() => intentOf(start))
  const reviewPlaced = useCallback(() => setIntent('update-page'), [])
  /** Where one is who is connected. */
  const home: View = { at: intent === 'send-for-review' ? 'review' : 'library' }
  const [view, setView] = useState<View>(() => {
    const first = startView(start.session, Date.now())
    return first.at === 'library' ? home : first
  })
  const quiet = useMemo(
    () => createQuietRun(plugin, start.command === 'sync-colors'),
    [plugin, start],
  )
  useEffect(() => {
    if (view.at !== 'library') quiet.show()
  }, [view.at, quiet])
  const wanted = useMemo(
    () => (chosen === null ? null : (brand.asset(chosen) ?? 'gone')),
    [chosen, brand],
  )
  const hidden = useQuickInsert({
    chosen: wanted,
    connected: view.at !== 'connect',
    again: WAY_IN.again,
    placer,
    status,
    plugin,
    onEnd: brand.flush,
  })
  const [preferences, setPreferences] = useState(() => firstPreferences(start, wanted))

  /** What had the focus before Settings took it. */
  const openerRef = useRef<Element | null>(null)
  useEffect(() => {
    if (view.at !== 'library' || !(openerRef.current instanceof HTMLElement)) return
    openerRef.current.focus()
    openerRef.current = null
  }, [view.at])

  const openConnect = (): void =>
    setView({
      at: 'connect',
      clientId: client.session?.clientId ?? start.session?.clientId ?? '',
      reason: null,
    })
  const leaveFor = (at: 'settings' | 'review') => (): void => {
    openerRef.current = document.activeElement
    status.announce('')
    setView({ at })
  }
  const openSettings = leaveFor('settings')
  const openLibrary = (): void => {
    setIntent('browse')
    setView({ at: 'library' })
  }
  const inLibrary: Recovery = {
    again: WAY_IN.again,
    connectAgain: openConnect,
    openSettings,
    staleness: brand.staleness,
  }
  const inReview: Recovery = { ...inLibrary, staleness: null }
  const inSettings: Recovery = { ...inReview, openSettings: null }

  if (hidden) return <Waiting />
  if (start.command === 'suggest') return <BringAll brand={brand} kitId={preferences.kitId} />
  if (view.at === 'connect') {
    const Screen = __RELAY__ ? SignInScreen : ConnectScreen
    return (
      <Screen
        plugin={plugin}
        client={client}
        clientId={view.clientId}
        reason={view.reason}
        onConnected={() => {
          status.announce('Connected to Cliquify.')
          setView(home)
        }}
        onBack={client.session?.accessToken ? () => setView(home) : null}
      />
    )
  }
  return (
    <>
      {/* It stays while Settings are open, with all that goes on in it. */}
      <div class="view" hidden={view.at !== 'library'}>
        <EndingNote client={client} wayIn={WAY_IN} onConnectAgain={openConnect} />
        {view.at === 'library' && intent === 'browse' && (
          <UpdateNote brand={brand} plugin={plugin} status={status} onReview={reviewPlaced} />
        )}
        <RecoveryContext.Provider value={inLibrary}>
          <Library
            brand={brand}
            plugin={plugin}
            placer={placer}
            editor={start.editor}
            announce={status.announce}
            intent={intent}
            onIntentDone={() => setIntent('browse')}
            quiet={quiet}
            commands={[
              ['Update placed assets', reviewPlaced],
              ['Send for review', leaveFor('review')],
              ['Settings', openSettings],
            ]}
            preferences={preferences}
            onPreferences={(changed) => {
              setPreferences(changed)
              setIntent('browse')
              // A choice that cannot be remembered is no reason to trouble anyone.
              plugin.request('preferences:save', changed).catch(() => undefined)
            }}
            onOpenSettings={openSettings}
            onOpenReview={leaveFor('review')}
          />
        </RecoveryContext.Provider>
      </div>
      {view.at === 'review' && (
        <RecoveryContext.Provider value={inReview}>
          <main class="column">
            <ScreenHead title="Send for review" onBack={openLibrary} />
            {__RELAY__ && review !== null && (
              <ReviewScreen
                review={review}
                plugin={plugin}
                kit={kitOf(brand.kits.state.value.items, preferences)}
                onDone={openLibrary}
              />
            )}
            {!__RELAY__ && <NoRelay />}
          </main>
        </RecoveryContext.Provider>
      )}
      {view.at === 'settings' && (
        <RecoveryContext.Provider value={inSettings}>
          <SettingsScreen
            client={client}
            wayIn={WAY_IN}
            announce={status.announce}
            onConnectAgain={openConnect}
            onBack={() => setView({ at: 'library' })}
            onDisconnected={(message) => {
              // To try again is not for whoever connects next.
              for (const failure of placer.failures.value) placer.dismiss(failure)
              status.announce(message)
              setIntent('browse')
              setView({ at: 'connect', clientId: '', reason: null })
            }}
          />
        </RecoveryContext.Provider>
      )}
    </>
  )
}

/** The command "Disconnect": does it, and ends the plugin with what to tell. */
function Leaving({ plugin, status, start, saved }: StartedProps): VNode {
  useEffect(() => {
    const { client } = brandOf(plugin, status, { start, saved })
    void leave(client).then((message) => plugin.emit('window:close', { message }))
  }, [plugin, status, start, saved])
  return <Waiting />
}

function Waiting(): VNode {
  return (
    <main class="starting" aria-busy="true">
      <Spinner />
    </main>
  )
}

/** Cliquify for this session, with what is known of it from one window to the next. */
function brandOf(
  plugin: Plugin,
  status: Status,
  { start: { session }, saved }: Pick<Beginning, 'start' | 'saved'>,
): Brand {
  const brand = openBrand({
    saved,
    session,
    origin: __API_ORIGIN__,
    domains: __DOMAINS__,
    announce: status.announce,
    save: async (next) => {
      // What cannot be kept is loaded again.
      await plugin.request('brand:save', next).catch(() => undefined)
    },
    openClient: (memory) =>
      createClient({
        origin: __API_ORIGIN__,
        domains: __DOMAINS__,
        // What came straight from Cliquify is not left in the browser's cache after a disconnect.
        cache: __RELAY__ ? 'no-cache' : 'no-store',
        session,
        tokens: __RELAY__ ? null : tokensOf(__API_ORIGIN__),
        again: WAY_IN.again,
        ...memory,
        keepSession: async (next) => {
          brand.belongTo(next)
          if (next === null) await plugin.request('session:forget', null)
          else await plugin.request('session:save', next)
        },
      }),
  })
  brand.client.onWait(status.wait)
  return brand
}

/** Pictures may be large, and networks slow. */
const REVIEW_TIMEOUT_MS = 300_000

/** Designs on their way to Zoho Cliq, through the team's relay. */
function reviewOf(plugin: Plugin, { announce }: Status, { client }: Brand): Review {
  return createReview({
    plugin,
    announce,
    ask: (path, signal, init) =>
      askRelay(
        { origin: __API_ORIGIN__, token: client.session?.accessToken ?? '' },
        path,
        signal,
        REVIEW_TIMEOUT_MS,
        init,
      ),
    checkLine: (kit, signal) => checkLine(client, plugin, kit, signal),
  })
}

/** What was asked for is on screen where the window is needed after all. */
function firstPreferences(
  { command, preferences }: Start,
  wanted: BrandAsset | 'gone' | null,
): Preferences {
  if (command === 'sync-colors') return { ...preferences, tab: 'colors' }
  if (command === 'check-brand') return { ...preferences, tab: 'check' }
  if (wanted === null || wanted === 'gone') return preferences
  const tab = wanted.kind === 'logo' ? 'logos' : 'assets'
  return { tab, kitId: wanted.kitId ?? preferences.kitId }
}

const INTENTS: readonly Intent[] = [
  'sync-colors',
  'update-assets',
  'check-brand',
  'send-for-review',
]

function intentOf({ command }: Start): Intent {
  return INTENTS.find((each) => each === command) ?? 'browse'
}
