/** The paints with other variables in the place of these, by id; null where none is bound to one. */
export function rebound(
  figma: Pick<PluginAPI, 'variables'>,
  paints: readonly Paint[],
  replacements: ReadonlyMap<string, Variable>,
): readonly Paint[] | null {
  let changed = false
  const replacement = (alias: VariableAlias | undefined): Variable | undefined => {
    const found = alias === undefined ? undefined : replacements.get(alias.id)
    if (found !== undefined) changed = true
    return found
  }
  const next = paints.map((paint) => {
    if (paint.type === 'SOLID') {
      const variable = replacement(paint.boundVariables?.color)
      if (variable === undefined) return paint
      return figma.variables.setBoundVariableForPaint(paint, 'color', variable)
    }
    if (!('gradientStops' in paint)) return paint
    const gradientStops = paint.gradientStops.map((stop) => {
      const variable = replacement(stop.boundVariables?.color)
      if (variable === undefined) return stop
      return {
        ...stop,
        boundVariables: { color: figma.variables.createVariableAlias(variable) },
      }
    })
    return { ...paint, gradientStops }
  })
  return changed ? next : null
}
