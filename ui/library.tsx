import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Preferences, Tab } from '../shared/protocol.ts'
import { AssetsScreen } from './assets/assets-screen.tsx'
import { createColorSync } from './colors/color-sync.ts'
import { createColorUser } from './colors/color-use.ts'
import { ColorsScreen } from './colors/colors-screen.tsx'
import { noStylesReason } from './colors/editors.ts'
import { quickSync } from './colors/quick-sync.ts'
import { Empty } from './kit/empty.tsx'
import { Button } from './kit/button.tsx'
import { IconButton } from './kit/icon-button.tsx'
import { IconSettings } from './kit/icons.tsx'
import { Problem } from './kit/problem.tsx'
import { SkeletonRows } from './kit/skeleton.tsx'
import { SkippedList } from './kit/skipped.tsx'
import { StaleNote } from './kit/stale-note.tsx'
import { createStaleness, useStaleness } from './kit/staleness.ts'
import { Tabs } from './kit/tabs.tsx'
import { useLoad } from './kit/use-load.ts'
import { KitSelect } from './kit-select.tsx'
import { LogosScreen } from './logos/logos-screen.tsx'
import { UpdateScreen } from './update/update-screen.tsx'
import type { ScreenProps } from './screen.ts'
import { TemplatesScreen } from './templates/templates-screen.tsx'
import type { QuietRun } from './window/quiet-run.ts'

/** What the library begins with; a menu command asks for more than to look around. */
export type Intent = 'browse' | 'sync-colors' | 'update-assets'

export interface LibraryProps extends Omit<ScreenProps, 'kit' | 'staleness'> {
  readonly intent: Intent
  /** Called when what the command asked for is over. */
  readonly onIntentDone: () => void
  readonly quiet: QuietRun
  readonly preferences: Preferences
  readonly onPreferences: (preferences: Preferences) => void
}

const TABS: readonly { readonly id: Tab; readonly label: string }[] = [
  { id: 'colors', label: 'Colors' },
  { id: 'logos', label: 'Logos' },
  { id: 'assets', label: 'Assets' },
  { id: 'templates', label: 'Templates' },
]

export function Library(props: LibraryProps): VNode {
  const { client, cache, preferences, onPreferences, announce, onConnectAgain, onOpenSettings } =
    props
  const { quiet } = props
  const { state, retry } = useLoad((signal) => client.brandKits(signal), [client], cache.kits)
  const [staleness] = useState(createStaleness)
  useStaleness(staleness, state.status === 'ready' ? state.stale : null, retry)
  const [locked, setLocked] = useState(false)
  const nothingToSync =
    state.status === 'failed' || (state.status === 'ready' && state.value.items.length === 0)
  useEffect(() => {
    if (nothingToSync) quiet.show()
  }, [nothingToSync, quiet])

  if (state.status !== 'ready') {
    return (
      <Frame select={null} onOpenSettings={onOpenSettings}>
        <div class="library-notice" aria-busy={state.status === 'loading' || undefined}>
          {state.status === 'failed' ? (
            <Problem
              trouble={state.trouble}
              onRetry={retry}
              onConnectAgain={onConnectAgain}
              onOpenSettings={onOpenSettings}
            />
          ) : (
            <SkeletonRows count={8} />
          )}
        </div>
      </Frame>
    )
  }

  const { items: kits, skipped } = state.value
  // A kit that vanished gives way to the first one.
  const kit = kits.find(({ id }) => id === preferences.kitId) ?? kits[0]
  if (kit === undefined) {
    return (
      <Frame select={null} onOpenSettings={onOpenSettings}>
        <StaleNote
          staleness={staleness}
          onConnectAgain={onConnectAgain}
          onOpenSettings={onOpenSettings}
        />
        <Empty title="No brand kits yet">
          <p>
            Your company has no brand kit in Cliquify. Make one there, or ask your administrator,
            then reload.
          </p>
          <Button onClick={retry}>Reload</Button>
          <SkippedList skipped={skipped} noun="brand kit" />
        </Empty>
      </Frame>
    )
  }

  return (
    <Frame
      onOpenSettings={onOpenSettings}
      select={
        <KitSelect
          kits={kits}
          selected={kit.id}
          disabled={locked}
          onSelect={(kitId) => {
            announce('')
            onPreferences({ ...preferences, kitId })
          }}
        />
      }
    >
      {skipped.length > 0 && (
        <div class="library-skipped">
          <SkippedList skipped={skipped} noun="brand kit" />
        </div>
      )}
      <KitLibrary key={kit.id} {...props} kit={kit} staleness={staleness} onApplying={setLocked} />
    </Frame>
  )
}

interface KitLibraryProps extends LibraryProps, Pick<ScreenProps, 'kit' | 'staleness'> {
  /** Told when changes begin to be applied, and when they end. */
  readonly onApplying: (applying: boolean) => void
}

function KitLibrary({
  intent,
  onIntentDone,
  quiet,
  preferences,
  onPreferences,
  onApplying,
  ...screen
}: KitLibraryProps): VNode {
  const { client, cache, plugin, kit, editor, announce, staleness } = screen
  const { onConnectAgain, onOpenSettings } = screen
  const colors = useLoad(
    (signal) => client.colors(kit, signal),
    [client, kit],
    cache.colors(kit.id),
  )
  const { state, retry } = colors
  useStaleness(staleness, state.status === 'ready' ? state.stale : null, retry)
  // A sync goes on when the kit, or what is known of it, is loaded anew behind it.
  const latestRef = useRef({ kit, onColors: colors.replace })
  useEffect(() => {
    latestRef.current = { kit, onColors: colors.replace }
  }, [kit, colors.replace])
  const sync = useMemo(
    () =>
      createColorSync({
        client,
        plugin,
        kit: () => latestRef.current.kit,
        announce,
        onColors: (read) => latestRef.current.onColors(read),
      }),
    [client, plugin, announce],
  )
  const user = useMemo(() => createColorUser(plugin, kit, announce), [plugin, kit, announce])
  const [updating, setUpdating] = useState(intent === 'update-assets')

  useEffect(() => {
    if (intent === 'sync-colors') {
      const reason = noStylesReason(editor)
      if (reason === null) {
        void quickSync(sync, quiet)
      } else {
        announce(reason)
        quiet.show()
      }
    }
    return sync.close
    // The intent is that of the moment when the kit came on screen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sync])

  const applying = sync.state.value.at === 'applying'
  useEffect(() => onApplying(applying), [applying, onApplying])

  if (updating) {
    return (
      <div class="library-update">
        <UpdateScreen
          {...screen}
          onBusy={onApplying}
          onDone={() => {
            setUpdating(false)
            onIntentDone()
          }}
        />
      </div>
    )
  }
  return (
    <Tabs
      label="Library"
      tabs={TABS}
      selected={preferences.tab}
      onSelect={(tab) => {
        if (tab === preferences.tab) return
        if (!applying) announce('')
        onPreferences({ ...preferences, tab })
      }}
    >
      <StaleNote
        staleness={staleness}
        onConnectAgain={onConnectAgain}
        onOpenSettings={onOpenSettings}
      />
      {preferences.tab === 'colors' && (
        <ColorsScreen
          editor={editor}
          load={colors}
          sync={sync}
          user={user}
          onConnectAgain={onConnectAgain}
          onOpenSettings={onOpenSettings}
        />
      )}
      {preferences.tab === 'logos' && <LogosScreen {...screen} />}
      {preferences.tab === 'assets' && <AssetsScreen {...screen} />}
      {preferences.tab === 'templates' && <TemplatesScreen {...screen} />}
    </Tabs>
  )
}

interface FrameProps {
  readonly select: ComponentChildren
  readonly onOpenSettings: () => void
  readonly children: ComponentChildren
}

/** What surrounds the library whatever its state. */
function Frame({ select, onOpenSettings, children }: FrameProps): VNode {
  return (
    <main class="library">
      <header class="bar">
        <h1 class={select === null ? undefined : 'hidden-text'}>Cliquify</h1>
        {select}
        <IconButton label="Settings" onClick={onOpenSettings}>
          <IconSettings />
        </IconButton>
      </header>
      {children}
    </main>
  )
}
