/** The paints with other variables in the place of these, by id; null where none is bound to one. */
export function rebound(
  figma: Pick<PluginAPI, 'variables'>,
  paints: readonly Paint[],
  replacements: ReadonlyMap<string, Variable>,
): readonly Paint[] | null {
  const next = paints.map((paint) => reboundPaint(figma, paint, replacements))
  return next.every((paint, index) => paint === paints[index]) ? null : next
}

/** The very same paint where there is nothing to replace. */
function reboundPaint(
  { variables }: Pick<PluginAPI, 'variables'>,
  paint: Paint,
  replacements: ReadonlyMap<string, Variable>,
): Paint {
  if (paint.type === 'SOLID') {
    const variable = replacements.get(paint.boundVariables?.color?.id ?? '')
    return variable === undefined
      ? paint
      : variables.setBoundVariableForPaint(paint, 'color', variable)
  }
  if (!('gradientStops' in paint)) return paint
  const stops = paint.gradientStops.map((stop) => {
    const variable = replacements.get(stop.boundVariables?.color?.id ?? '')
    if (variable === undefined) return stop
    return { ...stop, boundVariables: { color: variables.createVariableAlias(variable) } }
  })
  const same = stops.every((stop, index) => stop === paint.gradientStops[index])
  return same ? paint : { ...paint, gradientStops: stops }
}
