import { inGamut } from '../../shared/color.ts'
import type { FileColor } from '../../shared/export.ts'
import type { TokenPath } from '../../shared/notation/token.ts'
import { readKitName, readLastSync } from '../colors/last-sync.ts'
import type { Link } from '../colors/link.ts'
import { nameNow } from '../colors/name-now.ts'
import { readStyleLink } from '../colors/styles.ts'
import { linkingKits, readVariableLink } from '../colors/variables.ts'
import { tokenGradient } from './token-color.ts'

/** What a file knows of its brands. */
export interface FileBrand {
  /** Each color once, however many styles and variables are of it. */
  readonly colors: readonly FileColor[]
  /** The color that a style or variable is of, also one of a library; null where it is of none. */
  ofStyle(style: PaintStyle): FileColor | null
  ofVariable(variable: Variable): FileColor | null
}

export type BrandSource = Pick<PluginAPI, 'root' | 'getLocalPaintStylesAsync' | 'variables'>

/** Reads the notes of all local styles and color variables. */
export async function readBrand(figma: BrandSource): Promise<FileBrand> {
  const [styles, variables] = await Promise.all([
    figma.getLocalPaintStylesAsync(),
    figma.variables.getLocalVariablesAsync('COLOR'),
  ])
  const known = openColors(figma.root)
  const colorOf = (link: Link | null): FileColor | null => link && known.colorOf(link)
  const ofStyle = (style: PaintStyle): FileColor | null => colorOf(readStyleLink(style))
  const ofVariable = (variable: Variable): FileColor | null => {
    const [kitId] = linkingKits(variable)
    return kitId === undefined ? null : colorOf(readVariableLink(variable, kitId))
  }
  // What another person has deleted since throws when it is read.
  for (const style of styles) if (nameNow(style) !== null) ofStyle(style)
  for (const variable of variables) if (nameNow(variable) !== null) ofVariable(variable)
  return { colors: known.all(), ofStyle, ofVariable }
}

/** Colors by what is noted of them, each once. */
export interface FileColors {
  colorOf(link: Link): FileColor
  /** All that were asked for, in that order. */
  all(): readonly FileColor[]
}

export function openColors(root: DocumentNode): FileColors {
  const known = new Map<string, FileColor>()
  const pathOf = openPaths(root)
  return {
    colorOf(link) {
      const key = JSON.stringify([link.kitId, link.color])
      const before = known.get(key)
      if (before !== undefined) return before
      const { name, value, gradient } = link
      const shown = gradient === undefined ? inGamut(value) : tokenGradient(gradient)
      const color = { ...shown, path: pathOf(link), label: name }
      known.set(key, color)
      return color
    },
    all: () => [...known.values()],
  }
}

/** The parts of a synced name, by what was noted of how the kit was synced. */
function openPaths(root: DocumentNode): (link: Link) => TokenPath {
  const prefixes = new Map<string, readonly string[]>()
  const prefixOf = (kitId: string): readonly string[] => {
    const before = prefixes.get(kitId)
    if (before !== undefined) return before
    const { prefix } = readLastSync(root, kitId).options.naming
    const kit = readKitName(root, kitId)
    const text = prefix.type === 'own' ? prefix.text : prefix.type === 'kit' ? (kit ?? '') : ''
    const segments = text.split('/').filter((each) => each !== '')
    prefixes.set(kitId, segments)
    return segments
  }
  return ({ kitId, name }) => {
    const segments = name.split('/')
    const prefix = prefixOf(kitId)
    // Kits that share variables have no prefix in their names.
    const isPrefixed = prefix.every((each, index) => segments[index] === each)
    const rest = isPrefixed ? segments.slice(prefix.length) : segments
    return { prefix, palette: rest.slice(0, -1), color: rest[rest.length - 1] ?? name }
  }
}
