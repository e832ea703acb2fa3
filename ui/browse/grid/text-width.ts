let pen: CanvasRenderingContext2D | null = null

/** How wide a text is in the window's own font, in CSS pixels. */
export function textWidth(text: string): number {
  if (pen === null) {
    pen = document.createElement('canvas').getContext('2d')
    if (pen === null) return 0
    pen.font = getComputedStyle(document.body).font
  }
  return pen.measureText(text).width
}
