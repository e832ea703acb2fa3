import { isAsBefore } from './appearance.ts'
import { appearanceOf, type ColorProfile } from './paints.ts'
import type { PlannedItem } from './plan-items.ts'
import { boundVariable, toPaints, writeLink } from './styles.ts'
import { writeIfOther } from '../write-if-other.ts'
import { writeOrTakeBack } from './take-back.ts'
import { itemNow, notWritten } from './write-error.ts'

export type StyleHost = Pick<
  PluginAPI,
  'createPaintStyle' | 'moveLocalPaintStyleAfter' | 'variables'
>

/**
 * Writes what a plan says about one style; throws with the file as it was. `variable`: what its paint is
 * bound to, or null where it is a style alone.
 */
export type WriteStyle = (planned: PlannedItem, variable: Variable | null) => void

export function createStyleWriter(
  figma: StyleHost,
  styles: ReadonlyMap<string, PaintStyle>,
  profile: ColorProfile,
  /** Told of each with the color that it is of. */
  created: (style: PaintStyle, identity: string) => void,
): WriteStyle {
  function create({ link, identity }: PlannedItem, variable: Variable | null): void {
    if (!link) return
    const style = figma.createPaintStyle()
    writeOrTakeBack(
      () => {
        style.name = link.name
        style.paints = toPaints(figma, link, profile, variable)
        writeLink(style, link)
      },
      () => style.remove(),
    )
    created(style, identity)
  }

  function change(style: PaintStyle, planned: PlannedItem, variable: Variable | null): void {
    const { link, before } = planned
    if (!link || !before) return
    const { name, paints } = style
    const bound = boundVariable(paints)
    // What a bound paint shows is the variable's, which may have been written just now.
    const repainted = bound === undefined && !isAsBefore(appearanceOf(paints, profile), before)
    const rebound = bound !== before.boundTo
    if (name !== before.name || repainted || rebound) throw notWritten('changed')
    const isRight = !before.isBoundElsewhere && isAsBefore(link, before)
    const repaint = variable ? bound !== variable.id : !isRight
    writeOrTakeBack(
      () => {
        writeIfOther(style, 'name', link.name)
        if (repaint) style.paints = toPaints(figma, link, profile, variable)
        writeLink(style, link)
      },
      () => writeIfOther(style, 'name', name),
      () => {
        if (repaint) style.paints = paints
      },
    )
  }

  return (planned, variable) => {
    const { outcome, before } = planned
    if (outcome === 'create') create(planned, variable)
    else if (outcome === 'removed') itemNow(styles, before?.id).remove()
    else change(itemNow(styles, before?.id), planned, variable)
  }
}
