import { boundIds } from './bindings.ts'

/** The paints with other variables in the place of these, by id; null where none is bound to one. */
export function rebound(
  { variables }: Pick<PluginAPI, 'variables'>,
  paints: readonly Paint[],
  replacements: ReadonlyMap<string, Variable>,
): readonly Paint[] | null {
  const replacementOf = (bound: Bound): Variable | undefined =>
    replacements.get(bound.boundVariables?.color?.id ?? '')
  if (!boundIds(paints).some((id) => replacements.has(id))) return null
  return paints.map((paint) => {
    if (paint.type === 'SOLID') {
      const variable = replacementOf(paint)
      return variable ? variables.setBoundVariableForPaint(paint, 'color', variable) : paint
    }
    if (!('gradientStops' in paint)) return paint
    const gradientStops = paint.gradientStops.map((stop) => {
      const variable = replacementOf(stop)
      if (variable === undefined) return stop
      return { ...stop, boundVariables: { color: variables.createVariableAlias(variable) } }
    })
    return { ...paint, gradientStops }
  })
}

type Bound = Pick<SolidPaint, 'boundVariables'> | Pick<ColorStop, 'boundVariables'>
