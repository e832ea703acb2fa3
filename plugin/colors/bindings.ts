import type { SyncTarget } from '../../shared/sync.ts'
import type { FileItem } from './file-item.ts'
import { nameNow } from './name-now.ts'
import { boundIds, partOf } from './parts.ts'
import { isLinked } from './variables.ts'

/** Whether paints of a style of this name are bound to a variable that is not Cliquify's. */
export type IsBoundElsewhere = (name: string, paints: readonly Paint[]) => Promise<boolean>

/**
 * `known`: the kit's variables by their ids. Those that are not linked yet are Cliquify's to a style of
 * their name where this sync is going to bind it to them.
 */
export function openBindings(
  figma: Pick<PluginAPI, 'variables'>,
  known: ReadonlyMap<string, FileItem>,
  target: SyncTarget,
): IsBoundElsewhere {
  const others = new Map<string, boolean>()
  /** What is gone binds nothing. Figma may not have listed what another client made just now. */
  async function isOthers(id: string): Promise<boolean> {
    const before = others.get(id)
    if (before !== undefined) return before
    const variable = await figma.variables.getVariableByIdAsync(id)
    const is = variable !== null && nameNow(variable) !== null && !isLinked(variable)
    others.set(id, is)
    return is
  }
  return async (name, paints) => {
    for (const id of boundIds(partOf(paints, () => undefined))) {
      const variable = known.get(id)
      const binds = target === 'both' && variable?.name === name
      if (!variable?.link && !binds && (await isOthers(id))) return true
    }
    return false
  }
}
