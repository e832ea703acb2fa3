import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Preferences } from '../shared/protocol.ts'
import { Button } from './kit/button.tsx'
import { Empty } from './kit/empty.tsx'
import { IconButton } from './kit/icon-button.tsx'
import { IconSettings } from './kit/icons.tsx'
import { Problem } from './kit/problem.tsx'
import { SkeletonRows } from './kit/skeleton.tsx'
import { SkippedList } from './kit/skipped.tsx'
import { createStaleness, useStaleness } from './kit/staleness.ts'
import { useLoad } from './kit/use-load.ts'
import { KitLibrary } from './kit-library.tsx'
import { KitSelect } from './kit-select.tsx'
import { LibraryTabs } from './library-tabs.tsx'
import type { ScreenProps } from './screen.ts'
import { UpdateScreen } from './update/update-screen.tsx'
import type { QuietRun } from './window/quiet-run.ts'

/** What the library begins with; a menu command asks for more than to look around. */
export type Intent = 'browse' | 'sync-colors' | 'update-assets'

export interface LibraryProps extends Omit<ScreenProps, 'staleness'> {
  readonly intent: Intent
  /** Called when what the command asked for is over. */
  readonly onIntentDone: () => void
  readonly quiet: QuietRun
  readonly preferences: Preferences
  readonly onPreferences: (preferences: Preferences) => void
}

export function Library(props: LibraryProps): VNode {
  const { client, cache, preferences, onPreferences, announce, onConnectAgain, onOpenSettings } =
    props
  const { intent, onIntentDone, quiet } = props
  const { state, retry } = useLoad((signal) => client.brandKits(signal), [client], cache.kits)
  const [staleness] = useState(createStaleness)
  useStaleness(staleness, state.status === 'ready' ? state.stale : null, retry)
  const [locked, setLocked] = useState(false)
  const nothingToSync =
    state.status === 'failed' || (state.status === 'ready' && state.value.items.length === 0)
  useEffect(() => {
    if (nothingToSync) quiet.show()
  }, [nothingToSync, quiet])

  if (state.status === 'loading') {
    return (
      <Frame select={null} onOpenSettings={onOpenSettings}>
        <div class="library-notice" aria-busy>
          <SkeletonRows count={8} />
        </div>
      </Frame>
    )
  }

  const kits = state.status === 'ready' ? state.value.items : []
  // A kit that vanished gives way to the first one.
  const kit = kits.find(({ id }) => id === preferences.kitId) ?? kits[0] ?? null
  const select =
    kit === null ? null : (
      <KitSelect
        kits={kits}
        selected={kit.id}
        disabled={locked}
        onSelect={(kitId) => {
          announce('')
          onPreferences({ ...preferences, kitId })
        }}
      />
    )

  if (intent === 'update-assets') {
    return (
      <Frame select={select} onOpenSettings={onOpenSettings}>
        <div class="library-update">
          <UpdateScreen {...props} kit={kit} onBusy={setLocked} onDone={onIntentDone} />
        </div>
      </Frame>
    )
  }

  /** Without a kit, what belongs to the company is there all the same. */
  const withoutKit = (why: VNode): VNode => (
    <Frame select={null} onOpenSettings={onOpenSettings}>
      <LibraryTabs {...props} staleness={staleness}>
        {(preferences.tab === 'colors' || preferences.tab === 'logos') && why}
      </LibraryTabs>
    </Frame>
  )

  if (state.status === 'failed') {
    return withoutKit(
      <div class="library-notice">
        <Problem
          trouble={state.trouble}
          staleness={staleness}
          onRetry={retry}
          onConnectAgain={onConnectAgain}
          onOpenSettings={onOpenSettings}
        />
      </div>,
    )
  }
  const { skipped } = state.value
  if (kit === null) {
    return withoutKit(
      <Empty title="No brand kits yet">
        <p>
          Your company has no brand kit in Cliquify. Make one there, or ask your administrator, then
          reload.
        </p>
        <Button onClick={retry}>Reload</Button>
        <SkippedList skipped={skipped} noun="brand kit" />
      </Empty>,
    )
  }

  return (
    <Frame select={select} onOpenSettings={onOpenSettings}>
      {skipped.length > 0 && (
        <div class="library-skipped">
          <SkippedList skipped={skipped} noun="brand kit" />
        </div>
      )}
      <KitLibrary key={kit.id} {...props} kit={kit} staleness={staleness} onApplying={setLocked} />
    </Frame>
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
