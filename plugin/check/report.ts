import type { Rgba } from '../../shared/brand.ts'
import type { CheckReport } from '../../shared/protocol.ts'
import { toPaint } from '../colors/paints.ts'
import { withRollback } from '../placement/rollback.ts'

export type ReportHost = Pick<
  PluginAPI,
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

/** Makes a frame of what a check has found, right of all on the page; locked, so that no check finds it. */
export async function makeReport(figma: ReportHost, { title, lines }: CheckReport): Promise<void> {
  const { currentPage, root } = figma
  await figma.loadFontAsync(FONT)
  const right = currentPage.children.reduce((most, { x, width }) => Math.max(most, x + width), 0)
  await withRollback((rollback) => {
    const text = (characters: string, fontSize: number): TextNode => {
      const node = rollback.made(figma.createText())
      node.fontName = FONT
      node.fontSize = fontSize
      node.characters = characters
      return node
    }
    const swatch = (value: Rgba): RectangleNode => {
      const node = rollback.made(figma.createRectangle())
      node.resize(SWATCH, SWATCH)
      node.cornerRadius = 4
      node.fills = [toPaint({ value }, root.documentColorProfile)]
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
    const rows = lines.map(({ values, text: told }) => {
      const row = stack('HORIZONTAL', [...values.map(swatch), text(told, 16)])
      row.counterAxisAlignItems = 'CENTER'
      return row
    })
    const report = stack('VERTICAL', [text(title, 32), ...rows])
    report.name = title
    report.paddingLeft = report.paddingRight = report.paddingTop = report.paddingBottom = MARGIN
    report.x = Math.round(right + MARGIN)
    report.locked = true
    currentPage.selection = [report]
    figma.viewport.scrollAndZoomIntoView([report])
  })
}
