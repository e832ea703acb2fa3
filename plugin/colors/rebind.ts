/** Which variables take the place of which. */
export interface Rebinding {
  /** By the ids of those that are bound now. */
  readonly byId: ReadonlyMap<string, Variable>
  /** For a solid paint that is bound to none; left out, those stay. */
  readonly bare?: (paint: SolidPaint) => { readonly id: string; readonly variable: Variable } | null
}

/** Gives what is shown with other variables; the very same where nothing changes. */
export interface Rebind {
  readonly paint: (paint: Paint) => Paint
  readonly effect: (effect: Effect) => Effect
}

/** `used`: told the ids of what is replaced, and those that `bare` gives. */
export function openRebind(
  { variables }: Pick<PluginAPI, 'variables'>,
  { byId, bare }: Rebinding,
  used: (id: string) => void = () => undefined,
): Rebind {
  const replacement = (alias: VariableAlias | undefined): Variable | undefined => {
    const variable = alias && byId.get(alias.id)
    if (alias && variable) used(alias.id)
    return variable
  }
  return {
    paint(paint) {
      if (paint.type === 'SOLID') {
        const alias = paint.boundVariables?.color
        const found = alias === undefined ? bare?.(paint) : null
        if (found != null) used(found.id)
        const variable = found?.variable ?? replacement(alias)
        return variable ? variables.setBoundVariableForPaint(paint, 'color', variable) : paint
      }
      if (!('gradientStops' in paint)) return paint
      const gradientStops = rewritten(paint.gradientStops, (stop) => {
        const variable = replacement(stop.boundVariables?.color)
        if (variable === undefined) return stop
        return { ...stop, boundVariables: { color: variables.createVariableAlias(variable) } }
      })
      return gradientStops === null ? paint : { ...paint, gradientStops }
    },
    effect(effect) {
      const variable = 'offset' in effect && replacement(effect.boundVariables?.color)
      return variable ? variables.setBoundVariableForEffect(effect, 'color', variable) : effect
    },
  }
}

/** The list with each as it is given back; null where all are the very same. */
export function rewritten<T>(list: readonly T[], rewrite: (item: T) => T): readonly T[] | null {
  const next = list.map(rewrite)
  return next.every((item, index) => item === list[index]) ? null : next
}
