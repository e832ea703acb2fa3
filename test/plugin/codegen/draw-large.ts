/** Draws a frame of 500 layers, each of a color of its own, some of a brand of 300. */
export const DRAW = `
  const channel = (value) => (value % 256) / 255
  const styles = []
  for (let i = 0; i < 300; i++) {
    const [r, g, b] = [channel(i * 37), channel(i * 91), channel(i * 153)]
    const style = figma.createPaintStyle()
    style.name = 'Acme/Palette ' + (i % 9) + '/Color ' + i
    style.paints = [{ type: 'SOLID', color: { r, g, b } }]
    const link = { kit: 'k', color: 'id:' + i, name: style.name, wanted: style.name, value: [r, g, b, 1] }
    style.setSharedPluginData('cliquify', 'color', JSON.stringify(link))
    styles.push(style)
  }
  const frame = figma.createFrame()
  frame.fills = [{ type: 'SOLID', color: { r: 0.31, g: 0.7, b: 0.2 } }]
  for (let i = 0; i < 500; i++) {
    const layer = figma.createRectangle()
    layer.name = 'Layer ' + i
    frame.appendChild(layer)
    layer.fills = [{ type: 'SOLID', color: { r: channel(i * 3), g: channel(i * 7), b: channel(i) } }]
    if (i % 3 === 0) void layer.setFillStyleIdAsync(styles[i % 300].id)
  }
  figma.currentPage.selection = [frame]
`
