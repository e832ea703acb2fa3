import type { VNode } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { createColorSync } from './colors/color-sync.ts'
import { createColorApplier } from './colors/apply-color.ts'
import { ColorsScreen } from './colors/colors-screen.tsx'
import { noStylesReason } from './colors/editors.ts'
import { quickSync } from './colors/quick-sync.ts'
import { useStaleness } from './kit/staleness.ts'
import { useLoad } from './kit/use-load.ts'
import { LibraryTabs } from './library-tabs.tsx'
import type { LibraryProps } from './library.tsx'
import { LogosScreen } from './logos/logos-screen.tsx'
import type { KitScreenProps } from './screen.ts'

export interface KitLibraryProps
  extends Omit<LibraryProps, 'onIntentDone'>, Pick<KitScreenProps, 'kit' | 'staleness'> {
  /** Told when changes begin to be applied, and when they end. */
  readonly onApplying: (applying: boolean) => void
}

/** The library of a brand kit. */
export function KitLibrary({
  intent,
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
  const applier = useMemo(() => createColorApplier(plugin, kit, announce), [plugin, kit, announce])

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

  return (
    <LibraryTabs
      {...screen}
      preferences={preferences}
      onPreferences={(changed) => {
        if (!applying) announce('')
        onPreferences(changed)
      }}
    >
      {preferences.tab === 'colors' && (
        <ColorsScreen
          editor={editor}
          load={colors}
          sync={sync}
          applier={applier}
          staleness={staleness}
          onConnectAgain={onConnectAgain}
          onOpenSettings={onOpenSettings}
        />
      )}
      {preferences.tab === 'logos' && <LogosScreen {...screen} />}
    </LibraryTabs>
  )
}
