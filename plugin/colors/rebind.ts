import type { Recolor } from './parts.ts'

/** Which variables take the place of which. */
export interface Rebinding {
  /** By the ids of those that are bound now. */
  readonly byId: ReadonlyMap<string, Variable>
  /** For a solid paint that is bound to none; left out, those stay. */
  readonly bare?: (paint: SolidPaint) => { readonly id: string; readonly variable: Variable } | null
}

/**
 * Binds what is bound to other variables. `used`: told the ids of what is replaced, and those that
 * `bare` gives.
 */
export function openRebind(
  { variables }: Pick<PluginAPI, 'variables'>,
  { byId, bare }: Rebinding,
  used: (id: string) => void = () => undefined,
): Recolor {
  return (colored) => {
    const id = colored.boundVariables?.color?.id
    const isPlain = id === undefined && 'type' in colored && colored.type === 'SOLID'
    const found = isPlain ? bare?.(colored) : id && { id, variable: byId.get(id) }
    if (!found || found.variable === undefined) return colored
    used(found.id)
    const color = variables.createVariableAlias(found.variable)
    return { ...colored, boundVariables: { ...colored.boundVariables, color } }
  }
}
