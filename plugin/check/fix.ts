import type { Job } from '../../shared/channel.ts'
import type { BrandFix, BrandFixed } from '../../shared/check.ts'
import type { Progress } from '../../shared/progress.ts'
import type { Colored, LayerPart } from '../colors/parts.ts'
import { useOf } from '../colors/identity.ts'
import { allShownIn, profileOf, toDocument, valueOf } from '../colors/paints.ts'
import type { ColorReader } from '../colors/read-file.ts'
import type { Libraries, Linked } from '../libraries/libraries.ts'
import { noteUsed } from '../libraries/news.ts'
import { findLayer } from '../layer.ts'
import { sumOf } from '../sum.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { checkedLayers } from './layers.ts'
import { linkTargets, openLinks } from './links.ts'
import type { CheckHost } from './look.ts'
import { gradientPlace, isAtAlpha, takesStyle, takesVariable, valueKey } from './value.ts'

/**
 * Puts what a look has found on the brand's styles and variables; where there are none, or none that
 * could stand there, on its plain colors. Opacity, blend mode and the places of stops stay. Leaves a
 * color whose style and variable have another value: a sync is to come first. What was fixed before a
 * cancel is whole.
 */
export async function fixColors(
  figma: CheckHost & ColorReader & Pick<PluginAPI, 'getNodeByIdAsync'>,
  libraries: Libraries,
  { kit, colors, fixes }: BrandFix,
  job: Job<Progress>,
): Promise<BrandFixed> {
  const profile = profileOf(figma.root)
  const brand = allShownIn(figma.root, colors)
  const known = openLinks(figma, kit, brand, profile)
  const [fixed, plain, left] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const total = sumOf(fixes, ({ found }) => found.layers.length)
  const used = new Set<Linked>()
  const isCancelled = (): boolean => job.cancelled
  let done = 0

  for (const { found, color: place } of fixes) {
    if (isCancelled()) break
    const [color, shown] = [colors[place], brand[place]]
    if (!color || !shown) continue
    const use = useOf(kit, color, colors)
    const { style, variable, isBehind } = await linkTargets(figma, libraries, use, profile)
    const alias = variable && figma.variables.createVariableAlias(variable.item)
    const { r, g, b, a } = toDocument(shown.value, profile)

    const isFaint = found.faint !== undefined
    const isExact = valueKey(found.value) === valueKey(shown.value)
    // Of what is linked, only faint text is to change.
    const isFound = (colored: Colored): boolean =>
      (isFaint || !known.hasVariable(colored)) &&
      valueKey(valueOf(colored, profile)) === valueKey(found.value) &&
      // At any other opacity it would be no color of the brand.
      (a === 1 || isAtAlpha(colored, a))
    const canStyle = (part: LayerPart): boolean =>
      color.gradient
        ? gradientPlace(part, brand, profile) === place
        : takesStyle(part, a) && part.paints.every((item) => item.type === 'SOLID' && isFound(item))

    for (const id of found.layers) {
      if (isCancelled()) break
      if (await yieldIfDue()) job.progress({ done, total })
      done++
      const node = await findLayer(figma, id)
      const [layer] = node ? checkedLayers([node]) : []
      if (!layer || isBehind) {
        left.add(id)
        continue
      }
      let outcome = left
      try {
        for (const part of layer.parts) {
          if (isFaint ? !part.fields.includes('fills') : await known.hasStyle(part)) continue
          if (style && part.restyle && canStyle(part)) {
            await part.restyle(style.item.id)
            outcome = fixed
            used.add(style)
          } else if (!color.gradient) {
            const write = part.recolored((colored) => {
              if (!isFound(colored)) return colored
              const { color: _last, ...bound } = colored.boundVariables ?? {}
              const next = {
                ...colored,
                color: { ...colored.color, r, g, b },
                ...(colored.boundVariables && { boundVariables: bound }),
              }
              if (alias && takesVariable(colored, a)) {
                outcome = fixed
                used.add(variable)
                // The alpha is the variable's.
                const alpha = 'opacity' in colored && a < 1 ? { opacity: 1 } : {}
                return { ...next, ...alpha, boundVariables: { ...bound, color: alias } }
              }
              if (outcome === left) outcome = plain
              return isExact ? colored : next
            }, true)
            write?.()
          }
        }
      } catch {
        // Another person may have removed it since, or Figma refuses it.
        outcome = left
      }
      outcome.add(id)
    }
  }
  noteUsed(figma.root, kit.id, [...used])
  return { fixed: fixed.size, plain: plain.size, left: left.size, cancelled: job.cancelled }
}
