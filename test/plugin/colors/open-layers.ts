import { applyToLayers } from '../../../plugin/colors/apply-to-layers.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'
import type { BrandColor } from '../../../shared/brand.ts'
import {
  DEFAULT_SYNC_OPTIONS,
  type ColorUse,
  type UsedColor,
  type SyncTarget,
} from '../../../shared/sync.ts'
import { openFile, type FileOptions, type OpenFile } from '../../figma/file.ts'
import type { NodeSnapshot } from '../../figma/host-api.ts'
import { NO_LIBRARIES } from '../libraries/no-libraries.ts'
import { openColorRoom } from './color-room.ts'
import { idle, KEEP } from './open-colors.ts'
import { KIT, syncOf } from './samples.ts'

/** What is told of layers of which none took the color. */
export const LEFT_ALONE: UsedColor = {
  layers: 0,
  locked: 0,
  unable: 0,
  manyColored: 0,
  pictures: 0,
  linked: null,
  unreachable: false,
}

interface OpenLayers {
  readonly file: OpenFile
  readonly figma: PluginAPI
  /** Applies a color to what is selected. */
  readonly apply: (
    color: BrandColor,
    as?: ColorUse['as'],
    namesakes?: readonly BrandColor[],
  ) => Promise<UsedColor>
  /** Syncs colors as styles, before the writes that are looked at. */
  readonly sync: (...colors: readonly BrandColor[]) => Promise<void>
  readonly syncAs: (target: SyncTarget, ...colors: readonly BrandColor[]) => Promise<void>
  /** Selects layers, as a person would have before; gives their ids. */
  readonly select: (...nodes: readonly SceneNode[]) => readonly string[]
  /** Throws for no layer of this id. */
  readonly layer: (id: string) => NodeSnapshot
  /** Operation and id of the layer of each write. */
  readonly ops: () => readonly (readonly string[])[]
  /** Throws for no style of this name. */
  readonly styleId: (name: string) => string
}

/** A file in which colors are applied to layers. */
export function openLayers(options: FileOptions = {}): OpenLayers {
  const file = openFile(options)
  const { figma } = file
  const queue = createWriteQueue(figma)
  const apply: OpenLayers['apply'] = (color, as = 'fill', namesakes = []) =>
    queue.run(() =>
      applyToLayers(
        figma,
        NO_LIBRARIES,
        figma.currentPage.selection,
        { kit: KIT, color, namesakes, as },
        figma.currentPage.selectedTextRange,
      ),
    )
  const syncAs: OpenLayers['syncAs'] = async (target, ...colors) => {
    await openColorRoom(figma).apply(
      {
        ...syncOf(...colors),
        decisions: KEEP,
        options: { ...DEFAULT_SYNC_OPTIONS, target },
      },
      idle(),
    )
    file.clearWrites()
  }
  const sync: OpenLayers['sync'] = (...colors) => syncAs('styles', ...colors)
  const select: OpenLayers['select'] = (...nodes) => {
    const ids = nodes.map(({ id }) => id)
    file.select(ids)
    file.clearWrites()
    return ids
  }
  const layer: OpenLayers['layer'] = (id) => {
    const search = (nodes: readonly NodeSnapshot[]): NodeSnapshot | undefined =>
      nodes.find((node) => node.id === id) ?? nodes.map((n) => search(n.children)).find(Boolean)
    const found = search(file.snapshot().pages)
    if (found === undefined) throw new Error(`no layer ${id}`)
    return found
  }
  const ops: OpenLayers['ops'] = () => file.writes().map(({ op, target }) => [op, target])
  const styleId: OpenLayers['styleId'] = (name) => {
    const style = file.snapshot().paintStyles.find((each) => each.name === name)
    if (style === undefined) throw new Error(`no style ${name}`)
    return style.id
  }
  return { file, figma, apply, sync, syncAs, select, layer, ops, styleId }
}
