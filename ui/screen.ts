import type { BrandKit } from '../shared/brand.ts'
import type { Editor, Preferences } from '../shared/protocol.ts'
import type { Brand } from './brand/brand.ts'
import type { WindowCommand } from './find-all/find-all.tsx'
import type { Placer } from './placement/placer.ts'
import type { Plugin } from './plugin.ts'
import type { Announce } from './status.ts'
import type { QuietRun } from './window/quiet-run.ts'

/** What every screen of the library is handed. */
export interface ScreenProps {
  readonly brand: Brand
  readonly plugin: Plugin
  /**
   * Puts assets on the canvas. The app makes one with `createPlacer(brand, plugin, announce)`, once
   * for the life of the window, because a drop can arrive when its screen is long gone.
   */
  readonly placer: Placer
  readonly editor: Editor
  /** Says a result in the `status` region. */
  readonly announce: Announce
}

/** What the library begins with; a menu command, or a note of it, asks for more than to look around. */
export type Intent =
  | 'browse'
  | 'sync-colors'
  | 'update-assets'
  | 'update-page'
  | 'check-brand'
  | 'send-for-review'

/** What the library is handed. */
export interface LibraryProps extends ScreenProps {
  readonly commands: readonly WindowCommand[]
  readonly intent: Intent
  readonly quiet: QuietRun
  readonly preferences: Preferences
  readonly onPreferences: (preferences: Preferences) => void
}

/** What the screens of a brand kit are handed. */
export interface KitScreenProps extends ScreenProps {
  readonly kit: BrandKit
}
