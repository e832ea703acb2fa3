import type { Editor } from '../../shared/protocol.ts'

const REASONS: Record<Editor, string | null> = {
  figma: null,
  figjam:
    'FigJam has no color styles, so colors cannot be synced here. Open a Figma design file to sync them.',
  slides:
    'Figma Slides has no color styles, so colors cannot be synced here. Open a Figma design file to sync them.',
  buzz: 'Figma Buzz has no color styles, so colors cannot be synced here. Open a Figma design file to sync them.',
}

/** Why colors cannot be synced in this editor; null where they can. */
export function noStylesReason(editor: Editor): string | null {
  return REASONS[editor]
}
