import { readImageSize } from '../figma/image-size.ts'
import type { NodeSnapshot } from '../figma/host-api.ts'
import type { SampleItem } from '../cliquify/brand/brand.ts'
import type { Desk, OpenFile } from './desk.ts'
import { recordOf } from './stored.ts'

/** What a layer remembers of the asset that it shows; empty where it was not placed. */
export function provenanceOf(node: NodeSnapshot | undefined): Readonly<Record<string, unknown>> {
  const text = node?.sharedPluginData['cliquify']?.['asset'] ?? ''
  return recordOf(JSON.parse(text === '' ? '{}' : text))
}

/** Those of them whose file has not arrived. */
export function incomplete(layers: readonly NodeSnapshot[]): readonly NodeSnapshot[] {
  return layers.filter((layer) => provenanceOf(layer)['incomplete'] === true)
}

/** The size in pixels of the picture that fills a layer. */
export async function imageSizeOf(
  file: OpenFile,
  node: NodeSnapshot | undefined,
): Promise<ReturnType<typeof readImageSize>> {
  const hash = node?.fills.find(({ type }) => type === 'IMAGE')?.imageHash ?? ''
  const bytes = await file.page.evaluate(
    (given) => Array.from(window.preview.host.imageBytes(given) ?? []),
    hash,
  )
  return readImageSize(new Uint8Array(bytes))
}

/** Assets of the first page, by their format. */
export function samples(
  desk: Desk,
  format: SampleItem['format'],
  count: number,
): readonly SampleItem[] {
  const found = desk.cliquify.brand.assets
    .slice(0, 50)
    .filter((each) => each.format === format && Math.max(each.width, each.height) <= 4096)
  if (found.length < count) throw new Error(`the sample brand has too few assets in ${format}`)
  return found.slice(0, count)
}
