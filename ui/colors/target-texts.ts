import type { SyncTarget } from '../../shared/protocol.ts'

/** What one color becomes, in the singular, where things are counted. */
export const NOUNS: Record<SyncTarget, string> = {
  styles: 'style',
  variables: 'variable',
  both: 'color',
}

/** What one color becomes, where it is spoken of. */
export const THINGS: Record<SyncTarget, string> = {
  styles: 'style',
  variables: 'variable',
  both: 'style and variable',
}
