import type { Rgba } from '../../shared/brand.ts'
import type { CheckReport, ReportLine } from '../../shared/check.ts'
import { profileOf, toPaint } from '../colors/paints.ts'
import { findLayer, selectInView } from '../layer.ts'
import { exported } from '../placement/layer-previews.ts'
import { withRollback } from '../placement/rollback.ts'

export type ReportHost = Pick<
  PluginAPI,
  | 'getNodeByIdAsync'
  | 'createImage'
  | 'currentPage'
  | 'root'
  | 'viewport'
  | 'loadFontAsync'
  | 'createFrame'
  | 'createRectangle'
  | 'createText'
>

/** One that every file can have. */
const FONT = { family: 'Inter', style: 'Regular' }
/** Canvas pixels. */
const SWATCH = 24
const GAP = 12
const MARGIN = 40
/** So that what is white shows on white. */
const EDGE: SolidPaint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 }, opacity: 0.15 }
/** The longer side of a picture; it has twice as many pixels. */
const PICTURE = 160

/**
 * Makes a frame of what a check has found, right of all on the page, with a picture of the first of each
 * group that Figma draws; locked, so that no check finds it.
 */
export async function makeReport(figma: ReportHost, { title, groups }: CheckReport): Promise<void> {
  const { currentPage, root } = figma
  await figma.loadFontAsync(FONT)
  const right = currentPage.children.reduce((most, { x, width }) => Math.max(most, x + width), 0)
  await withRollback(async (rollback) => {
    const text = (characters: string, fontSize: number): TextNode => {
      const node = rollback.made(figma.createText())
      node.fontName = FONT
      node.fontSize = fontSize
      node.characters = characters
      return node
    }
    const rectangle = (width: number, height: number, fill: Paint): RectangleNode => {
      const node = rollback.made(figma.createRectangle())
      node.resize(width, height)
      node.fills = [fill]
      return node
    }
    const swatch = (value: Rgba): RectangleNode => {
      const node = rectangle(SWATCH, SWATCH, toPaint({ value }, profileOf(root)))
      node.cornerRadius = 4
      node.strokes = [EDGE]
      return node
    }
    const stack = (
      layoutMode: 'HORIZONTAL' | 'VERTICAL',
      nodes: readonly SceneNode[],
    ): FrameNode => {
      const frame = rollback.made(figma.createFrame())
      frame.layoutMode = layoutMode
      frame.primaryAxisSizingMode = frame.counterAxisSizingMode = 'AUTO'
      frame.itemSpacing = GAP
      for (const node of nodes) frame.appendChild(node)
      return frame
    }
    const picture = async ({ nodeId }: ReportLine): Promise<readonly SceneNode[]> => {
      const node = await findLayer(figma, nodeId)
      const bytes = node ? await exported(node, 2 * PICTURE) : null
      if (!bytes) return []
      const image = figma.createImage(bytes)
      const { width, height } = await image.getSizeAsync()
      const fill: ImagePaint = { type: 'IMAGE', scaleMode: 'FIT', imageHash: image.hash }
      return [rectangle(width / 2, height / 2, fill)]
    }
    const parts: SceneNode[] = []
    for (const { title: heading, lines } of groups) {
      const rows: SceneNode[] = []
      let isPictured = false
      for (const line of lines) {
        // Of the first that Figma draws.
        const shown: readonly SceneNode[] = isPictured ? [] : await picture(line)
        isPictured ||= shown.length > 0
        const row = stack('HORIZONTAL', [...line.values.map(swatch), text(line.text, 16), ...shown])
        row.counterAxisAlignItems = 'CENTER'
        rows.push(row)
      }
      parts.push(stack('VERTICAL', [text(heading, 20), ...rows]))
    }
    const report = stack('VERTICAL', [text(title, 32), ...parts])
    report.itemSpacing = MARGIN
    report.name = title
    report.paddingLeft = report.paddingRight = report.paddingTop = report.paddingBottom = MARGIN
    report.x = Math.round(right + MARGIN)
    report.locked = true
    selectInView(figma, currentPage, report)
  })
}
