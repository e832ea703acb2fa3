import type { BrandKit } from '../shared/brand.ts'
import type { Editor } from '../shared/protocol.ts'
import type { LibraryMemory } from './browse/library-memory.ts'
import type { BrandCache } from './cliquify/cache.ts'
import type { Client } from './cliquify/client.ts'
import type { Staleness } from './kit/staleness.ts'
import type { Placer } from './placement/placer.ts'
import type { Plugin } from './plugin.ts'

/** What every screen of the library is handed. */
export interface ScreenProps {
  readonly client: Client
  readonly cache: BrandCache
  readonly memory: LibraryMemory
  /** Where a screen tells that what it shows could not be refreshed. */
  readonly staleness: Staleness
  readonly plugin: Plugin
  /**
   * Puts assets on the canvas. The app makes one with `createPlacer(client, plugin, announce)`, once
   * for the life of the window, because a drop can arrive when its screen is long gone.
   */
  readonly placer: Placer
  readonly editor: Editor
  /** Says a result in the `status` region. */
  readonly announce: (message: string) => void
  /** Called when a failure's action is to connect again. */
  readonly onConnectAgain: () => void
  /** Called when a failure's action is to look at the settings. */
  readonly onOpenSettings: () => void
}

/** What the screens of a brand kit are handed. */
export interface KitScreenProps extends ScreenProps {
  readonly kit: BrandKit
}
