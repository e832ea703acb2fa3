import type { VNode } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { BrandKit } from '../shared/brand.ts'
import type { Preferences } from '../shared/protocol.ts'
import { exchangeStyles } from './brand/team-styles.ts'
import { useResource } from './brand/use-resource.ts'
import { createBrandCheck } from './check/brand-check.ts'
import { CheckScreen } from './check/check-screen.tsx'
import { createColorSync } from './colors/color-sync.ts'
import { createColorApplier } from './colors/apply-color.ts'
import { ColorsScreen } from './colors/colors-screen.tsx'
import type { WindowCommand } from './find-all/find-all.tsx'
import { FindAnything } from './find-all/find-anything.tsx'
import { quickSync } from './colors/quick-sync.ts'
import { noStylesReason } from './colors/sync-texts.ts'
import { LibraryTabs } from './library-tabs.tsx'
import { LogosScreen } from './logos/logos-screen.tsx'
import type { KitScreenProps, LibraryProps } from './screen.ts'

export interface KitLibraryProps extends LibraryProps, KitScreenProps {
  /** Told when changes begin to be applied, and when they end. */
  readonly onApplying: (applying: boolean) => void
  /** Whether the search over everything is open. */
  readonly isFinding: boolean
  readonly onFinding: (isFinding: boolean) => void
}

/** The library of a brand kit. */
export function KitLibrary({
  intent,
  quiet,
  preferences,
  onPreferences,
  onApplying,
  isFinding,
  onFinding,
  commands,
  ...screen
}: KitLibraryProps): VNode {
  const { brand, plugin, kit, editor, announce } = screen
  const { client } = brand
  const resource = brand.colors(kit)
  const colors = useResource(resource)
  const kitNow = (): BrandKit =>
    brand.kits.state.peek().items.find(({ id }) => id === kit.id) ?? kit
  const sync = useMemo(
    () =>
      createColorSync({
        client,
        plugin,
        kit: kitNow,
        colors: () => brand.colors(kitNow()).state.peek().items,
        otherKits() {
          const { items, skipped, status, asOf, trouble } = brand.kits.state.peek()
          const isWhole = status === 'complete' && skipped.length === 0
          if (!isWhole || asOf !== null || trouble !== null) return null
          return items.flatMap(({ id }) => (id === kit.id ? [] : [id]))
        },
        announce,
        async exchangeStyles() {
          if (!__RELAY__) return
          const token = client.session?.accessToken ?? null
          if (token === null) return
          // The libraries that this device knows are found without it.
          await exchangeStyles({ origin: __API_ORIGIN__, token }, plugin, kit.id).catch(() => null)
        },
        onColors: (read) => brand.putColors(kitNow(), read),
      }),
    // The kit comes with its library, and is looked up anew each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [brand, client, plugin, announce],
  )
  const applier = useMemo(
    () => createColorApplier({ plugin, editor, kit, sync, announce }),
    [plugin, editor, kit, sync, announce],
  )

  const check = useMemo(
    () =>
      createBrandCheck({
        plugin,
        brand,
        kit: kitNow,
        async colors(signal) {
          const { items, isKnown, asOf } = brand.colors(kitNow()).state.peek()
          if (isKnown && asOf === null) return items
          // Where Cliquify cannot be asked, what is known is better than nothing.
          const told = client.colors(kitNow(), signal)
          return isKnown
            ? await told.then((now) => now.items).catch(() => items)
            : (await told).items
        },
        announce,
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [brand, plugin, announce],
  )

  useEffect(() => check.close, [check])
  useEffect(() => {
    if (intent === 'check-brand') void check.look(null)
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

  /** Opens a tab, and begins what is done there. */
  const goTo = (tab: Preferences['tab'], begin: () => Promise<unknown>) => (): void => {
    onPreferences({ ...preferences, tab })
    void begin()
  }
  const syncing: WindowCommand = ['Sync colors', goTo('colors', () => sync.plan())]
  const checking: WindowCommand = ['Check brand', goTo('check', () => check.look(null))]
  const own = noStylesReason(editor) === null ? [syncing, checking] : [checking]
  return (
    <LibraryTabs
      {...screen}
      preferences={preferences}
      onPreferences={(changed) => {
        if (!applying) announce('')
        onPreferences(changed)
      }}
    >
      <FindAnything
        {...screen}
        isOpen={isFinding}
        onOpen={onFinding}
        onKit={applying ? undefined : (kitId) => onPreferences({ ...preferences, kitId })}
        colors={colors.items}
        onColor={(color) => void applier.apply(color, colors.items, 'fill')}
        commands={[...own, ...commands]}
      />
      {preferences.tab === 'colors' && (
        <ColorsScreen
          editor={editor}
          colors={colors}
          query={brand.tab(`colors of ${kit.id}`).query}
          onRetry={resource.retry}
          onDeleted={brand.kits.retry}
          sync={sync}
          applier={applier}
        />
      )}
      {preferences.tab === 'check' && (
        <CheckScreen check={check} canReport={editor === 'figma' || editor === 'figjam'} />
      )}
      {preferences.tab === 'logos' && <LogosScreen {...screen} />}
    </LibraryTabs>
  )
}
