import type { Editor } from '../../shared/protocol.ts'

const NAMES: Record<Editor, string | null> = {
  figma: null,
  figjam: 'FigJam',
  slides: 'Figma Slides',
  buzz: 'Figma Buzz',
}

/** Why colors cannot be synced in this editor; null where they can. */
export function noStylesReason(editor: Editor): string | null {
  const name = NAMES[editor]
  if (name === null) return null
  return `${name} has no color styles, so colors cannot be synced here. Open a Figma design file to sync them.`
}
