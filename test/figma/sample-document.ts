/** Draws the preview's sample: a landing page, a card in auto-layout, shapes, a style, a component. */
export function drawSample(figma: PluginAPI): void {
  const page = figma.currentPage
  page.name = 'Launch page'
  // Other editors have neither styles nor components; in Slides all lies on a slide.
  const isDesign = figma.editorType === 'figma'
  if (isDesign) {
    const accent = figma.createPaintStyle()
    accent.name = 'Accent'
    accent.description = 'The accent of the launch page'
    accent.paints = [figma.util.solidPaint('#6C47FF')]
  }
  const slide = figma.editorType === 'slides' ? figma.createSlide() : null
  if (slide !== null) page.focusedNode = slide

  drawLanding(figma)
  drawCard(figma)
  drawSwatches(figma, slide ?? page)
  if (isDesign) drawComponent(figma)
  if (slide !== null) page.focusedNode = null
  page.selection = []
  figma.viewport.center = { x: 560, y: 280 }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function rectangle(
  figma: PluginAPI,
  name: string,
  color: string,
  box: Box,
  parent: FrameNode | ComponentNode | PageNode | SlideNode,
): RectangleNode {
  const node = figma.createRectangle()
  node.name = name
  node.fills = [figma.util.solidPaint(color)]
  node.resize(box.width, box.height)
  parent.appendChild(node)
  node.x = box.x
  node.y = box.y
  return node
}

function text(
  figma: PluginAPI,
  characters: string,
  size: number,
  color: string,
  at: { readonly x: number; readonly y: number },
  parent: FrameNode | ComponentNode | PageNode,
): TextNode {
  const node = figma.createText()
  node.fontName = { family: 'Inter', style: size > 18 ? 'Bold' : 'Regular' }
  node.fontSize = size
  node.characters = characters
  node.fills = [figma.util.solidPaint(color)]
  parent.appendChild(node)
  node.x = at.x
  node.y = at.y
  return node
}

function frame(figma: PluginAPI, name: string, color: string, box: Box): FrameNode {
  const node = figma.createFrame()
  node.name = name
  node.fills = [figma.util.solidPaint(color)]
  node.resize(box.width, box.height)
  node.x = box.x
  node.y = box.y
  return node
}

function drawLanding(figma: PluginAPI): void {
  const landing = frame(figma, 'Landing page', '#FFFFFF', { x: 0, y: 0, width: 720, height: 480 })
  const backdrop = rectangle(
    figma,
    'Backdrop',
    '#F4F1FF',
    { x: 0, y: 0, width: 720, height: 480 },
    landing,
  )
  backdrop.locked = true
  rectangle(figma, 'Navigation', '#FFFFFF', { x: 0, y: 0, width: 720, height: 56 }, landing)
  text(figma, 'Product    Pricing    Stories', 13, '#4A4A5E', { x: 456, y: 20 }, landing)
  text(figma, 'Every brand asset,', 40, '#1C1633', { x: 48, y: 124 }, landing)
  text(figma, 'one drag away.', 40, '#6C47FF', { x: 48, y: 174 }, landing)
  text(figma, 'Logos, colors and pictures that stay', 16, '#5C5670', { x: 48, y: 244 }, landing)
  text(figma, 'up to date wherever your team designs.', 16, '#5C5670', { x: 48, y: 268 }, landing)
  const button = rectangle(
    figma,
    'Button',
    '#6C47FF',
    { x: 48, y: 320, width: 168, height: 48 },
    landing,
  )
  button.cornerRadius = 24
  text(figma, 'Start for free', 16, '#FFFFFF', { x: 78, y: 334 }, landing)
  const picture = rectangle(
    figma,
    'Hero picture',
    '#DCD3FF',
    { x: 470, y: 112, width: 202, height: 280 },
    landing,
  )
  picture.cornerRadius = 20
  const sun = figma.createEllipse()
  sun.name = 'Sun'
  sun.resize(96, 96)
  sun.fills = [figma.util.solidPaint('#FFB547')]
  landing.appendChild(sun)
  sun.x = 523
  sun.y = 156
}

function drawCard(figma: PluginAPI): void {
  const card = frame(figma, 'Card', '#FFFFFF', { x: 780, y: 0, width: 280, height: 100 })
  card.cornerRadius = 16
  card.strokes = [figma.util.solidPaint('#E3DEF5')]
  card.layoutMode = 'VERTICAL'
  card.counterAxisSizingMode = 'FIXED'
  card.itemSpacing = 12
  card.paddingLeft = card.paddingRight = card.paddingTop = card.paddingBottom = 20
  const picture = rectangle(
    figma,
    'Picture',
    '#CDE7E0',
    { x: 0, y: 0, width: 240, height: 136 },
    card,
  )
  picture.cornerRadius = 8
  text(figma, 'Spring campaign', 20, '#1C1633', { x: 0, y: 0 }, card)
  text(figma, 'Twelve pictures, ready to place.', 14, '#5C5670', { x: 0, y: 0 }, card)
}

function drawSwatches(figma: PluginAPI, parent: PageNode | SlideNode): void {
  const colors = ['#1C1633', '#6C47FF', '#FFB547', '#2FB59A']
  colors.forEach((color, index) => {
    const box = { x: 780 + index * 72, y: 320, width: 56, height: 56 }
    const swatch = rectangle(figma, `Swatch ${index + 1}`, color, box, parent)
    swatch.cornerRadius = 12
  })
}

function drawComponent(figma: PluginAPI): void {
  const badge = figma.createComponent()
  badge.name = 'Badge'
  badge.resize(120, 40)
  badge.fills = [figma.util.solidPaint('#2FB59A')]
  badge.cornerRadius = 20
  badge.x = 780
  badge.y = 420
  text(figma, 'New arrival', 14, '#1C1633', { x: 22, y: 12 }, badge)
  const instance = badge.createInstance()
  instance.name = 'Badge in use'
  instance.x = 924
  instance.y = 420
}
