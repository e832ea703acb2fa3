/** Which variables take the place of which. */
export interface Rebinding {
  /** By the ids of those that are bound now. */
  readonly byId: ReadonlyMap<string, Variable>
  /** For a solid paint that is bound to none; left out, those stay. */
  readonly bare?: (paint: SolidPaint) => { readonly id: string; readonly variable: Variable } | null
}

/**
 * The paints with other variables; null where nothing changes. `used`: told the ids of what was replaced,
 * and those that `bare` gives.
 */
export function rebound(
  figma: Pick<PluginAPI, 'variables'>,
  paints: readonly Paint[],
  rebinding: Rebinding,
  used: (id: string) => void = () => undefined,
): readonly Paint[] | null {
  const { variables } = figma
  const { byId, bare } = rebinding
  const replacement = (id: string | undefined): Variable | null => {
    const variable = id === undefined ? undefined : byId.get(id)
    if (id === undefined || variable === undefined) return null
    used(id)
    return variable
  }
  const next = paints.map((paint) => {
    if (paint.type === 'SOLID') {
      const id = paint.boundVariables?.color?.id
      const found = id === undefined ? bare?.(paint) : null
      if (found != null) used(found.id)
      const variable = found?.variable ?? replacement(id)
      return variable === null
        ? paint
        : variables.setBoundVariableForPaint(paint, 'color', variable)
    }
    if (!('gradientStops' in paint)) return paint
    const stops = paint.gradientStops.map((stop) => {
      const variable = replacement(stop.boundVariables?.color?.id)
      if (variable === null) return stop
      return { ...stop, boundVariables: { color: variables.createVariableAlias(variable) } }
    })
    const same = stops.every((stop, index) => stop === paint.gradientStops[index])
    return same ? paint : { ...paint, gradientStops: stops }
  })
  return next.every((paint, index) => paint === paints[index]) ? null : next
}
