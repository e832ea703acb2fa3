import { signal, type ReadonlySignal } from '@preact/signals'
import type { BrandColor } from '../../shared/brand.ts'
import { fromJson, type Json } from '../../shared/json.ts'
import type { SyncPlan, SyncRequest } from '../../shared/sync.ts'
import type { Plugin } from '../plugin.ts'
import type { Announce } from '../status.ts'
import { newsText } from './sync-texts.ts'

/** A library of the team that has colors of the kit. */
export interface FoundLibrary {
  /** Of its file. */
  readonly name: string
  readonly has: ReadonlySet<BrandColor>
}

/** What a sync would do, and with which colors. */
export interface PlanAhead {
  readonly colors: readonly BrandColor[]
  readonly plan: SyncPlan
}

/** What is known of a kit's colors in the file, and in the team's libraries, before a sync. */
export interface Outlook {
  /** The team's library that has colors of the kit; null where none is known. */
  readonly library: ReadonlySignal<FoundLibrary | null>
  /** Looks that up; `areNew`: whether these are the brand's colors as Cliquify has them now. */
  readonly findLibrary: (colors: readonly BrandColor[], areNew: boolean) => Promise<void>
  /** What a sync would do with these colors, as of the latest look; null until then. */
  readonly outlook: ReadonlySignal<PlanAhead | null>
  /** Looks that up. */
  readonly lookAhead: (colors: readonly BrandColor[]) => Promise<void>
}

export interface OutlookOptions {
  readonly plugin: Pick<Plugin, 'request'>
  readonly announce: Announce
  /** Learns of the team's libraries, and tells of this device's; never rejects. */
  readonly exchangeStyles: () => Promise<void>
  readonly request: (colors: readonly BrandColor[]) => Json<SyncRequest>
}

/** Where a question is asked again, only the latest is answered. */
export function createOutlook(options: OutlookOptions): Outlook {
  const { plugin, announce, exchangeStyles, request } = options
  const library = signal<FoundLibrary | null>(null)
  const outlook = signal<PlanAhead | null>(null)
  let toldChanges = false
  /** The latest questions. */
  let lookingAhead: symbol | null = null
  let finding: symbol | null = null
  return {
    library,
    outlook,

    async lookAhead(colors) {
      const question = (lookingAhead = Symbol('look ahead'))
      const plan = await plugin.request('colors:plan', request(colors)).then(fromJson, () => null)
      if (lookingAhead === question) outlook.value = plan && { colors, plan }
    },

    async findLibrary(colors, areNew) {
      const question = (finding = Symbol('library'))
      await exchangeStyles()
      const found = await plugin.request('colors:library', request(colors)).catch(() => null)
      if (finding !== question) return
      const has = found?.library.has.flatMap((place) => colors[place] ?? [])
      library.value = found && { name: found.library.name, has: new Set(has) }
      if (found === null) return
      const { added } = found.news
      // What has changed is known by the brand as it is now, and told once.
      const changed = areNew && !toldChanges ? found.news.changed : 0
      toldChanges ||= areNew
      if (added + changed > 0) announce(newsText({ added, changed }, found.library.name))
    },
  }
}
