import { followChanges } from '../../../plugin/changes.ts'
import { servePlacement } from '../../../plugin/placement/serve.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'
import type { BrandAsset } from '../../../shared/brand.ts'
import { DROP_TYPE } from '../../../shared/placement.ts'
import type { Client } from '../../../ui/cliquify/client.ts'
import { createPlacer, type Placer } from '../../../ui/placement/placer.ts'
import { openFile, type FileOptions, type OpenFile } from '../../figma/file.ts'
import type { NodeSnapshot } from '../../figma/host-api.ts'
import { clientOf, connectedEnds, filesOf, pngBytes } from './border.ts'
import { brandAsset } from './brand-asset.ts'

/** A placer in front of an emulated Figma, with a Cliquify whose files the test hands out. */
export interface Canvas {
  readonly file: OpenFile
  readonly figma: PluginAPI
  readonly placer: Placer
  /** Everything that was announced. */
  readonly said: readonly string[]
  readonly notified: readonly string[]
  /** The addresses that were asked for, in order. */
  readonly asked: readonly string[]
  /** The layers of the page that were made or filled by the plugin. */
  readonly layers: () => readonly NodeSnapshot[]
  readonly drop: (reference: string, x: number, y: number, metadata?: unknown) => void
}

export type Media = (url: string) => Promise<Uint8Array>

export function openCanvas(
  media: Media = (url) => Promise.resolve(fileAt(url)),
  client: Partial<Client> = {},
  options: FileOptions = {},
): Canvas {
  const file = openFile(options)
  file.setViewport({ x: 1000, y: 500, zoom: 1, width: 800, height: 600 })
  const { figma } = file
  const { plugin, sandbox } = connectedEnds()
  servePlacement(figma, sandbox, createWriteQueue(figma), followChanges(figma))
  const said: string[] = []
  const notified: string[] = []
  const asked: string[] = []
  sandbox.on('notify', ({ message }) => notified.push(message))
  const fetched = clientOf({
    media(url) {
      asked.push(url)
      return media(url)
    },
    ...client,
  })
  const placer = createPlacer(filesOf(fetched), plugin, (message) => said.push(message))
  return {
    file,
    figma,
    placer,
    said,
    notified,
    asked,
    layers: () =>
      all(file.snapshot().pages).filter(
        ({ sharedPluginData }) => sharedPluginData['cliquify'] !== undefined,
      ),
    drop(reference, absoluteX, absoluteY, dropMetadata = {}) {
      const items = [{ type: DROP_TYPE, data: reference }]
      file.drop({ absoluteX, absoluteY, items, dropMetadata })
    },
  }
}

/** A picture whose size is in its address: `https://cdn.thecliquify.co/40x20.png`. */
export function fileAt(url: string): Uint8Array {
  const [, width, height] = /(\d+)x(\d+)/.exec(url) ?? []
  return pngBytes(Number(width ?? 10), Number(height ?? 10))
}

/** An asset with a thumbnail; both tell their sizes in their addresses. */
export function asset(name: string, size: string, given: Partial<BrandAsset> = {}): BrandAsset {
  return brandAsset({
    id: name,
    name,
    url: `https://cdn.thecliquify.co/${name}/${size}.png`,
    thumbnailUrl: `https://cdn.thecliquify.co/thumbs/${name}/64x32.png`,
    ...given,
  })
}

/** Answers that wait until the test lets them go. */
export function gate(): {
  readonly hold: (answer: () => Uint8Array) => Promise<Uint8Array>
  readonly open: () => void
  readonly fail: (error: Error) => void
} {
  let settle: (error: Error | null) => void = () => undefined
  const opened = new Promise<Error | null>((resolve) => {
    settle = resolve
  })
  return {
    async hold(answer) {
      const error = await opened
      if (error !== null) throw error
      return answer()
    },
    open: () => settle(null),
    fail: (error) => settle(error),
  }
}

export function provenanceIn(node: NodeSnapshot | undefined): unknown {
  return JSON.parse(node?.sharedPluginData['cliquify']?.['asset'] ?? 'null')
}

function all(nodes: readonly NodeSnapshot[]): readonly NodeSnapshot[] {
  return nodes.flatMap((node) => [node, ...all(node.children)])
}
