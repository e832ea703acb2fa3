import { variableOf, type Recolor } from './parts.ts'

/** What a variable takes the place of. */
export interface Replaced {
  readonly id: string
  readonly variable: Variable
}

/** Which variables take the place of which. */
export interface Rebinding {
  /** By the ids of those that are bound now. */
  readonly byId: ReadonlyMap<string, Variable>
  /** For a solid paint that is bound to none; left out, those stay. */
  readonly bare?: ((paint: SolidPaint) => Replaced | null) | undefined
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
    const id = variableOf(colored)
    const isPlain = id === '' && 'type' in colored && colored.type === 'SOLID'
    const plain = isPlain ? bare?.(colored) : null
    const variable = plain?.variable ?? byId.get(id)
    if (!variable) return colored
    used(plain?.id ?? id)
    const color = variables.createVariableAlias(variable)
    return { ...colored, boundVariables: { ...colored.boundVariables, color } }
  }
}
