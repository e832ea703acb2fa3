import { inGamut, sameColor } from '../../shared/color.ts'
import { plainText } from '../../shared/plain-text.ts'
import type { TokenColor } from '../../shared/notation/token.ts'
import { sameAppearance } from '../colors/appearance.ts'
import { fromDocument, type ColorProfile } from '../colors/paints.ts'
import type { FileColor } from '../../shared/export.ts'
import type { FileBrand } from './file-brand.ts'
import { nearestColor, type Look, type Near } from './nearest.ts'
import { appearanceOfToken, paintColor } from './token-color.ts'

/** A color of a layer, and what of the brand it is. */
export interface FoundColor {
  /** What it looks like. */
  readonly shown: TokenColor
  readonly is:
    /** Bound to the brand's variable, or of its style. */
    | { readonly type: 'linked'; readonly color: FileColor }
    /** It only looks like it. */
    | { readonly type: 'alike'; readonly color: FileColor }
    /** The nearest one; null for gradients, and in files without a brand. */
    | { readonly type: 'off-brand'; readonly nearest: Near | null }
  /** A style or variable of the file that is not of the brand; null where there is none. */
  readonly via: string | null
  /** Of a gradient that is not linked: what its stops are, in their order. */
  readonly stops: readonly FoundColor[]
}

export interface ColorFinder {
  /** Null for pictures, and for gradients that code has no like of. */
  paint(paint: Paint, styleId: string): Promise<FoundColor | null>
  effect(color: RGBA, variableId: string | undefined): Promise<FoundColor>
}

export type StyleSource = Pick<PluginAPI, 'getStyleByIdAsync' | 'variables'>

/** Characters. */
const MOST_NAME = 200

/** What a style or variable says; each is looked up once. */
interface Origin {
  readonly color: FileColor | null
  readonly name: string
}

export function openFinder(
  figma: StyleSource,
  brand: FileBrand,
  profile: ColorProfile,
): ColorFinder {
  const looks = brand.colors.map((color): Look => ({ color, seen: appearanceOfToken(color) }))
  const origins = new Map<string, Promise<Origin | null>>()
  const once = (id: string, look: () => Promise<Origin | null>): Promise<Origin | null> => {
    const before = origins.get(id)
    if (before !== undefined) return before
    const origin = look()
    origins.set(id, origin)
    return origin
  }
  const variableOrigin = (id: string): Promise<Origin | null> =>
    once(id, async () => {
      const variable = await figma.variables.getVariableByIdAsync(id)
      if (variable === null) return null
      return { color: brand.ofVariable(variable), name: `variable “${called(variable)}”` }
    })
  const styleOrigin = (id: string): Promise<Origin | null> =>
    once(id, async () => {
      const style = await figma.getStyleByIdAsync(id)
      if (style?.type !== 'PAINT') return null
      return { color: brand.ofStyle(style), name: `style “${called(style)}”` }
    })
  async function originOf(variableId: string | undefined, styleId: string): Promise<Origin | null> {
    const variable = variableId === undefined ? null : await variableOrigin(variableId)
    if (variable?.color != null || styleId === '') return variable
    return (await styleOrigin(styleId)) ?? variable
  }

  async function find(
    shown: TokenColor,
    variableId: string | undefined,
    styleId: string,
  ): Promise<FoundColor> {
    const origin = await originOf(variableId, styleId)
    const linked = origin?.color ?? null
    if (linked !== null)
      return { shown, is: { type: 'linked', color: linked }, via: null, stops: [] }
    const via = origin?.name ?? null
    const seen = appearanceOfToken(shown)
    const alike = looks.find((look) => sameAppearance(look.seen, seen))
    if (alike !== undefined) {
      return { shown, is: { type: 'alike', color: alike.color }, via, stops: [] }
    }
    const nearest = seen.value === null ? null : nearestColor(seen.value, looks)
    return { shown, is: { type: 'off-brand', nearest }, via, stops: [] }
  }

  return {
    async paint(paint, styleId) {
      const shown = paintColor(paint, profile)
      if (shown === null) return null
      if (paint.type === 'SOLID') return find(shown, paint.boundVariables?.color?.id, styleId)
      const found = await find(shown, undefined, styleId)
      if (found.is.type !== 'off-brand' || !('gradientStops' in paint)) return found
      const stops = await Promise.all(
        paint.gradientStops.map(({ color, boundVariables }) =>
          find(inGamut(fromDocument(color, profile)), boundVariables?.color?.id, ''),
        ),
      )
      return { ...found, stops }
    },
    effect: (color, variableId) => find(inGamut(fromDocument(color, profile)), variableId, ''),
  }
}

/** Its name on one line, as it stands in comments. */
function called({ name }: { readonly name: string }): string {
  return plainText(name, MOST_NAME)
}

/** Whether a linked color shows as the brand has it, whatever its alpha is here. */
export function isSameHue({ shown, is }: FoundColor): boolean {
  if (is.type !== 'linked' || shown.gradient !== undefined) return true
  return sameColor({ ...shown.value, a: 1 }, { ...is.color.value, a: 1 })
}
