import { fixColors } from '../../../plugin/check/fix.ts'
import { applyToLayers } from '../../../plugin/colors/apply-to-layers.ts'
import { createLibraries } from '../../../plugin/libraries/libraries.ts'
import { newsOf } from '../../../plugin/libraries/news.ts'
import { moveToLibrary } from '../../../plugin/libraries/move-over.ts'
import { toPublish } from '../../../plugin/libraries/publishing.ts'
import { openStyleNotes } from '../../../plugin/libraries/style-notes.ts'
import { openStorage } from '../../../plugin/storage.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'
import type { BrandColor } from '../../../shared/brand.ts'
import type { Job } from '../../../shared/channel.ts'
import type { BrandFixed } from '../../../shared/check.ts'
import type { LibraryMove, LibraryNews, MoveReport } from '../../../shared/library.ts'
import type { Progress } from '../../../shared/progress.ts'
import {
  DEFAULT_SYNC_OPTIONS,
  type SyncOptions,
  type SyncPlan,
  type SyncReport,
  type UsedColor,
} from '../../../shared/sync.ts'
import { openFile, type OpenFile } from '../../figma/file.ts'
import type { Publication } from '../../figma/publication.ts'
import { openColorRoom } from '../colors/color-room.ts'
import { idle, KEEP } from '../colors/open-colors.ts'
import { KIT } from '../colors/samples.ts'

export interface TeamFile {
  readonly file: OpenFile
  plan(colors: readonly BrandColor[]): Promise<SyncPlan>
  sync(colors: readonly BrandColor[], options?: Partial<SyncOptions>): Promise<SyncReport>
  /** Applies a color as fill to the nodes. */
  use(color: BrandColor, nodes: readonly SceneNode[]): Promise<UsedColor>
  move(
    colors: readonly BrandColor[],
    task: LibraryMove['task'],
    options?: { readonly plain?: boolean; readonly job?: Job<Progress> },
  ): Promise<MoveReport>
  /** Puts layers that show these colors by themselves on them, a layer for each. */
  fix(
    colors: readonly BrandColor[],
    nodes: readonly SceneNode[],
    job?: Job<Progress>,
  ): Promise<BrandFixed>
  library(colors: readonly BrandColor[]): ReturnType<ReturnType<typeof createLibraries>['of']>
  /** Null where there is no library. */
  news(colors: readonly BrandColor[]): Promise<LibraryNews | null>
}

interface Team {
  open(name: string, published?: readonly Publication[], permissions?: readonly string[]): TeamFile
}

/** Files of one team, opened one after the other on one device. */
export function openTeam(): Team {
  const device = openFile()
  const storage = openStorage(device.figma)
  const notes = openStyleNotes(storage)

  return {
    open(name, published = [], permissions = ['teamlibrary']) {
      const libraries = published.map((publication) => ({ publication, enabled: true }))
      const file = openFile({ name, libraries, permissions })
      const { figma } = file
      const known = createLibraries(figma, notes)
      const queue = createWriteQueue(figma)
      const room = openColorRoom(figma, {
        of: known.of,
        toPublish: (kit, options, removed) => toPublish(figma, notes, kit, options, removed),
      })
      return {
        file,
        plan: (colors) => room.plan({ kit: KIT, colors }),
        sync: (colors, options = {}) =>
          room.apply(
            {
              ...{ kit: KIT, colors, decisions: KEEP },
              options: { ...DEFAULT_SYNC_OPTIONS, ...options },
            },
            idle(),
          ),
        use: (color, nodes) =>
          applyToLayers(figma, known, nodes, { kit: KIT, color, namesakes: [], as: 'fill' }),
        move: (colors, task, { plain = false, job = idle() } = {}) =>
          queue.run(() => moveToLibrary(figma, known, { kit: KIT, colors, task, plain }, job)),
        fix(colors, nodes, job = idle()) {
          const fixes = colors.map(({ value }, color) => ({
            found: { value, layers: nodes.slice(color, color + 1).map(({ id }) => id) },
            color,
          }))
          return queue.run(() => fixColors(figma, known, { kit: KIT, colors, fixes }, job))
        },
        library: (colors) => known.of(KIT, colors),
        async news(colors) {
          const library = await known.of(KIT, colors)
          return library && newsOf(figma, storage, { kit: KIT, colors }, library)
        },
      }
    },
  }
}
