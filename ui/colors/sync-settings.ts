import { signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { KitRef } from '../../shared/brand.ts'
import type { SyncOptions } from '../../shared/sync.ts'
import { troubleOf } from '../../shared/trouble.ts'
import type { Plugin } from '../plugin.ts'

/** How a kit gets into the file: as it was last synced, until a person chooses otherwise. */
export interface SyncSettings {
  /** As the next sync is going to be; null until the file was asked how the last one was. */
  readonly options: ReadonlySignal<SyncOptions | null>
  /** As the file was last synced; null before the first time, and until the file was asked. */
  readonly lastOptions: ReadonlySignal<SyncOptions | null>
  /** Whether a person wants the file's version saved first. */
  readonly saveVersion: Signal<boolean>
  /** Asks the file how the kit was last synced into it. */
  readonly load: () => Promise<void>
  readonly choose: (options: SyncOptions) => void
  /** What a person chose; null where the file's own are to be used. */
  readonly chosen: () => SyncOptions | null
  /** Takes over what a plan was made with. */
  readonly planned: (options: SyncOptions) => void
}

export function createSyncSettings(
  plugin: Plugin,
  kit: () => KitRef,
  announce: (message: string) => void,
): SyncSettings {
  const options = signal<SyncOptions | null>(null)
  const lastOptions = signal<SyncOptions | null>(null)
  const saveVersion = signal(false)
  let chosen: SyncOptions | null = null
  return {
    options,
    lastOptions,
    saveVersion,
    async load() {
      try {
        const last = await plugin.request('colors:last', kit())
        lastOptions.value = last.at === null ? null : last.options
        options.value ??= last.options
      } catch (thrown) {
        announce(troubleOf(thrown).message)
      }
    },
    choose(next) {
      chosen = next
      options.value = next
    },
    chosen: () => chosen,
    planned(used) {
      options.value = used
    },
  }
}
