import { readStyleLink } from '../colors/styles.ts'
import { linkingKits } from '../colors/variables.ts'
import { boundIds, variableOf, type Colored, type LayerPart } from '../colors/parts.ts'

/** Tells what is linked to Cliquify, of whatever kit, from what shows its color by itself. */
export interface Links {
  /** Whether the style of the part is linked; learns of the variables that it is bound to. */
  hasStyle(part: LayerPart): Promise<boolean>
  /** Of a part that was asked about. */
  hasVariable(colored: Colored): boolean
}

export function openLinks(figma: Pick<PluginAPI, 'getStyleByIdAsync' | 'variables'>): Links {
  const linked = new Map([['', false]])
  return {
    async hasStyle(part) {
      const { styleId } = part
      if (!linked.has(styleId)) {
        const style = await figma.getStyleByIdAsync(styleId)
        linked.set(styleId, style?.type === 'PAINT' && readStyleLink(style) !== null)
      }
      if (linked.get(styleId)) return true
      for (const id of boundIds(part)) {
        if (linked.has(id)) continue
        const variable = await figma.variables.getVariableByIdAsync(id)
        linked.set(id, variable !== null && linkingKits(variable).length > 0)
      }
      return false
    },
    hasVariable: (colored) => linked.get(variableOf(colored)) === true,
  }
}
