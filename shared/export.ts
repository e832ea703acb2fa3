import type { TokenNaming } from './notation/naming.ts'
import type { NotationId } from './notation/notations.ts'
import type { TokenColor, TokenPath } from './notation/token.ts'

/** A color of a brand, as the last sync noted it in the file. */
export interface FileColor extends TokenColor {
  readonly path: TokenPath
  /** What a sync called it: `Acme/Primary/Blue`. */
  readonly label: string
}

/** A mode of a kit’s collection that is not the kit’s own. */
export interface FileMode {
  readonly name: string
  /** What the kit’s colors are in it, in their order; null where they have no other value there. */
  readonly colors: readonly (TokenColor | null)[]
}

/** What a file knows of one brand kit. */
export interface FileKit {
  readonly id: string
  readonly name: string
  readonly colors: readonly FileColor[]
  readonly modes: readonly FileMode[]
}

/**
 * Where the colors of other modes and kits go. `rules`: what a page says, only in style sheets. `schemes`:
 * what the person’s device says; what no scheme is for goes as it otherwise would.
 */
export type ThemePlace = 'rules' | 'schemes' | 'files'

/** How a person wants a kit as code. */
export interface ExportChoices {
  readonly notation: NotationId
  readonly naming: TokenNaming
  readonly themes: ThemePlace
}

export interface Exportable {
  readonly kits: readonly FileKit[]
  /** What was chosen for a kit before, by its id. */
  readonly choices: Readonly<Record<string, ExportChoices>>
  /** What the code section shows now: for kits that nothing was chosen for. */
  readonly shown: ExportChoices
}

/** What the window of the plugin for Dev Mode asks of its sandbox. */
export interface ExportRequests {
  'export:read': { request: null; reply: Exportable; progress: never }
  'export:keep': {
    request: { readonly kitId: string; readonly choices: ExportChoices }
    reply: undefined
    progress: never
  }
}
