import { followChanges } from '../../../plugin/changes.ts'
import { fixColors } from '../../../plugin/check/fix.ts'
import { lookForColors } from '../../../plugin/check/look.ts'
import { createLibraries } from '../../../plugin/libraries/libraries.ts'
import { openStyleNotes } from '../../../plugin/libraries/style-notes.ts'
import { openStorage } from '../../../plugin/storage.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'
import type { BrandColor } from '../../../shared/brand.ts'
import type { Job } from '../../../shared/channel.ts'
import { hexOf } from '../../../shared/color.ts'
import type { BrandLook, BrandFixed, FoundColor } from '../../../shared/check.ts'
import type { SyncTarget } from '../../../shared/sync.ts'
import type { UpdateScope } from '../../../shared/update.ts'
import { openColors } from '../colors/open-colors.ts'
import { brandColor, KIT } from '../colors/samples.ts'
import type { FileOptions, OpenFile } from '../../figma/file.ts'

const hex = (text: string) => ({
  r: parseInt(text.slice(1, 3), 16) / 255,
  g: parseInt(text.slice(3, 5), 16) / 255,
  b: parseInt(text.slice(5, 7), 16) / 255,
  a: 1,
})

export const CORAL = brandColor({ id: '1', name: 'Coral', value: hex('#F08060') })
export const NAVY = brandColor({ id: '2', name: 'Navy', value: hex('#102A56') })
/** At half its opacity. */
export const MIST = brandColor({ id: '3', name: 'Mist', value: { ...hex('#A0C0D0'), a: 0.5 } })
export const DAWN = brandColor({
  id: '4',
  name: 'Dawn',
  gradient: {
    type: 'linear',
    angle: 90,
    stops: [
      { position: 0, color: hex('#F08060') },
      { position: 1, color: hex('#102A56') },
    ],
  },
})
export const BRAND: readonly BrandColor[] = [CORAL, NAVY, MIST, DAWN]

export interface CheckedDocument {
  readonly file: OpenFile
  readonly figma: OpenFile['figma']
  style(name: string): Promise<PaintStyle>
  variable(name: string): Promise<Variable>
  look(scope?: UpdateScope | null, job?: Job<unknown>): Promise<BrandLook>
  /** What was found, as `#RRGGBB of the brand: layer names`. */
  findings(scope?: UpdateScope | null): Promise<readonly string[]>
  /** Puts these on their exact colors. */
  fixFound(found: readonly FoundColor[]): Promise<BrandFixed>
  /** Puts these on the color at a place. */
  fixTo(found: readonly FoundColor[], place: number): Promise<BrandFixed>
  /** Puts each finding with an exact color on it, and those named here on the color at a place. */
  fix(to?: Readonly<Record<string, number>>, job?: Job<unknown>): Promise<BrandFixed>
}

/** A file into which the brand was synced. */
export async function openDocument(
  target: SyncTarget | null = 'both',
  options: FileOptions = {},
  colors = BRAND,
): Promise<CheckedDocument> {
  const { file, apply } = openColors({ target: target ?? 'styles' }, options)
  const { figma } = file
  if (target !== null) await apply(colors)
  const libraries = createLibraries(figma, openStyleNotes(openStorage(figma)))
  const queue = createWriteQueue(figma)
  const idle: Job<unknown> = { cancelled: false, progress: () => undefined }
  const changes = followChanges(figma)
  const look: CheckedDocument['look'] = (scope = 'page', job = idle) =>
    lookForColors(figma, libraries, changes, { kit: KIT, colors }, scope, job)
  const fix = (
    found: readonly FoundColor[],
    to: Readonly<Record<string, number>>,
    job: Job<unknown>,
  ): Promise<BrandFixed> => {
    const fixes = found.flatMap((each) => {
      const color = each.exact ?? to[hexOf(each.value)]
      return color === undefined ? [] : [{ found: each, color }]
    })
    return queue.run(() => fixColors(figma, libraries, { kit: KIT, colors, fixes }, job))
  }
  return {
    file,
    figma,
    async style(name) {
      const found = (await figma.getLocalPaintStylesAsync()).find((each) =>
        each.name.endsWith(name),
      )
      if (found === undefined) throw new Error(`no style ${name}`)
      return found
    },
    async variable(name) {
      const all = await figma.variables.getLocalVariablesAsync('COLOR')
      const found = all.find((each) => each.name.endsWith(name))
      if (found === undefined) throw new Error(`no variable ${name}`)
      return found
    },
    look,
    async findings(scope) {
      const { found } = await look(scope)
      return Promise.all(
        found.map(async ({ value, exact, faint, layers }) => {
          const names = await Promise.all(
            layers.map(async (id) => (await figma.getNodeByIdAsync(id))?.name),
          )
          const brand = exact === null ? '' : ` ${colors[exact]?.name ?? ''}`
          const on = faint === undefined ? '' : ` on ${hexOf(faint.ground)} needs ${faint.needs}`
          return `${hexOf(value)}${brand}${on}: ${names.join(', ')}`
        }),
      )
    },
    fixFound: (found) => fix(found, {}, idle),
    fixTo: (found, place) =>
      fix(found, Object.fromEntries(found.map(({ value }) => [hexOf(value), place])), idle),
    fix: async (to = {}, job = idle) => fix((await look('document')).found, to, job),
  }
}
