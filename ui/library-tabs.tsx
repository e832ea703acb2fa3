import type { ComponentChildren, VNode } from 'preact'
import type { Preferences, Tab } from '../shared/protocol.ts'
import { AssetsScreen } from './assets/assets-screen.tsx'
import { StaleNote } from './kit/stale-note.tsx'
import { Tabs } from './kit/tabs.tsx'
import type { ScreenProps } from './screen.ts'
import { TemplatesScreen } from './templates/templates-screen.tsx'

const TABS: readonly { readonly id: Tab; readonly label: string }[] = [
  { id: 'colors', label: 'Colors' },
  { id: 'logos', label: 'Logos' },
  { id: 'assets', label: 'Assets' },
  { id: 'templates', label: 'Templates' },
  { id: 'check', label: 'Check' },
]

export interface LibraryTabsProps extends ScreenProps {
  readonly preferences: Preferences
  /** Called when another tab is chosen. */
  readonly onPreferences: (preferences: Preferences) => void
  /** What stands under the tabs of the brand kit; assets and templates need none. */
  readonly children: ComponentChildren
}

/** The tabs of the library, with the lists that belong to the company rather than to a kit. */
export function LibraryTabs({
  preferences,
  onPreferences,
  children,
  ...screen
}: LibraryTabsProps): VNode {
  return (
    <Tabs
      label="Library"
      tabs={TABS}
      selected={preferences.tab}
      onSelect={(tab) => {
        if (tab !== preferences.tab) onPreferences({ ...preferences, tab })
      }}
    >
      <StaleNote staleness={screen.brand.staleness} />
      {children}
      {preferences.tab === 'assets' && <AssetsScreen {...screen} />}
      {preferences.tab === 'templates' && <TemplatesScreen {...screen} />}
    </Tabs>
  )
}
