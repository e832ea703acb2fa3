import type { Rgba } from '../../shared/brand.ts'
import type { Job } from '../../shared/channel.ts'
import type { BrandLook, FaintText, FoundColor, LookProgress } from '../../shared/check.ts'
import type { SyncRequest } from '../../shared/sync.ts'
import type { Progress } from '../../shared/progress.ts'
import type { UpdateScope } from '../../shared/update.ts'
import { useOf } from '../colors/identity.ts'
import { allShownIn, profileOf, valueOf } from '../colors/paints.ts'
import type { ColorReader } from '../colors/read-file.ts'
import { alphaOf } from '../colors/parts.ts'
import type { Changes } from '../changes.ts'
import type { Libraries } from '../libraries/libraries.ts'
import { memberOf } from '../member-of.ts'
import { isPage } from '../layer.ts'
import { throughPages } from '../through-pages.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { readIgnored } from './ignored.ts'
import { createAssetCheck, type AssetHost } from './assets.ts'
import { faintColors } from './faint.ts'
import { openGround } from './ground.ts'
import { checkedLayers, type CheckedLayer } from './layers.ts'
import { linkTargets, openLinks } from './links.ts'
import { readRules } from './rules.ts'
import { gradientPlace, isAtAlpha, placeOf, takesStyle, takesVariable, valueKey } from './value.ts'

export type CheckHost = ColorReader &
  AssetHost &
  Pick<PluginAPI, 'currentPage' | 'getStyleByIdAsync'>

/** Layers that show one color. */
interface Shown {
  readonly value: Rgba
  /** The place of the brand's color that it is; -1 where it is none. */
  readonly place: number
  readonly faint: FaintText | null
  /** What each of them could be linked by, added up. */
  readonly layers: Map<string, number>
  /** The opacity that all of them show it with; 1 where they differ. */
  alpha?: number
}

/** Colors that are told before a look is over: more than a window has room for. */
const MOST_TOLD = 50

const BY_STYLE = 1
const BY_VARIABLE = 2

/**
 * Finds the colors that layers show by themselves: those that are not the brand's, and the brand's
 * where there is something to link them to. A cancelled look tells what it has found.
 */
export async function lookForColors(
  figma: CheckHost,
  libraries: Libraries,
  changes: Changes,
  { kit, colors }: SyncRequest,
  wanted: UpdateScope | null,
  job: Job<LookProgress>,
): Promise<BrandLook> {
  const { currentPage, root } = figma
  const profile = profileOf(root)
  const hasSelection = currentPage.selection.length > 0
  const scope = wanted ?? (hasSelection ? 'selection' : 'page')
  const brand = allShownIn(root, colors)
  const links = openLinks(figma, kit, brand, profile)
  const groundOf = openGround(profile)
  const rules = readRules(root, kit.id)
  const assets = createAssetCheck(figma, groundOf, profile, rules)
  const all = new Map<string, Shown>()
  let linked = 0
  let [looked, read] = [0, 0]
  let failed = Promise.resolve()

  const showing = (
    key: string,
    value: Rgba,
    placeNow: () => number,
    faint: FaintText | null = null,
  ): Shown => {
    const known = all.get(key)
    if (known) return known
    const shown: Shown = { value, place: placeNow(), faint, layers: new Map<string, number>() }
    all.set(key, shown)
    return shown
  }

  /** Tells that all of a page was looked at, for each. */
  const whole: (() => void)[] = []
  const find = (roots: readonly (PageNode | SceneNode)[]): Iterable<CheckedLayer> =>
    checkedLayers(
      roots.flatMap((each) => {
        if (!isPage(each)) return each
        whole.push(changes.follow(each))
        return each.children
      }),
    )
  const lookAt = async (layer: CheckedLayer): Promise<void> => {
    const { node, parts } = layer
    const { id } = node
    await assets.look(layer)
    const isReadable = node.type === 'TEXT' && memberOf(node, 'getStyledTextSegments')
    if (isReadable && parts.some(({ fields }) => fields.includes('fills'))) {
      for (const { value, faint } of faintColors(node, groundOf, profile)) {
        const key = `faint ${JSON.stringify([value, faint])}`
        showing(key, value, () => -1, faint).layers.set(id, 0)
      }
    }
    for (const part of parts) {
      if (await links.hasStyle(part)) {
        linked++
        continue
      }
      const gradient = gradientPlace(part, brand, profile)
      part.recolored((colored) => {
        if (links.hasVariable(colored)) linked++
        else {
          const value = valueOf(colored, profile)
          const shown =
            gradient < 0
              ? showing(valueKey(value), value, () => placeOf(value, brand))
              : showing(`gradient ${gradient}`, value, () => gradient)
          const alpha = brand[shown.place]?.value.a ?? 1
          const takes = part.restyle && (gradient >= 0 || takesStyle(part, alpha))
          const byStyle = takes ? BY_STYLE : 0
          const byVariable = gradient < 0 && takesVariable(colored, alpha) ? BY_VARIABLE : 0
          const own = alphaOf(colored)
          shown.alpha = isAtAlpha(colored, shown.alpha ?? own) ? own : 1
          shown.layers.set(id, (shown.layers.get(id) ?? 0) | byStyle | byVariable)
        }
        return colored
      }, true)
    }
  }

  const progressAt = (pages: Progress): LookProgress => ({
    pages,
    layers: looked,
    found: [...all.values()]
      .filter(({ place, faint }) => place < 0 && !faint)
      .slice(0, MOST_TOLD)
      .map(({ value, layers }) => ({ value, layers: layers.size })),
  })

  changes.follow(currentPage)
  for await (const layer of throughPages(figma, scope, changes, job, find, progressAt)) {
    looked++
    const looking = lookAt(layer)
    try {
      await looking
      read++
    } catch {
      // What another person deletes meanwhile is not there.
      if (!layer.node.removed) failed = looking
    }
  }
  // One that cannot be read is left out, unless none can be.
  if (read === 0) await failed

  if (!job.cancelled) for (const tell of whole) tell()
  const wrong = await assets.found()
  const found: FoundColor[] = []
  for (const { value, place, faint, layers, alpha } of all.values()) {
    await yieldIfDue()
    const own = [...layers].filter(([id]) => !assets.copied.has(id))
    if (own.length === 0) continue
    const color = colors[place]
    if (!color) {
      const ids = own.map(([id]) => id)
      found.push({ value, exact: null, layers: ids, alpha, ...(faint && { faint }) })
      continue
    }
    const { style, variable } = await linkTargets(
      figma,
      libraries,
      useOf(kit, color, colors),
      profile,
    )
    const linkable = (style ? BY_STYLE : 0) | (variable ? BY_VARIABLE : 0)
    const able = own.flatMap(([id, by]) => (by & linkable ? id : []))
    if (able.length > 0) found.push({ value, exact: place, layers: able })
  }
  return {
    scope,
    hasSelection,
    layers: looked,
    found,
    assets: wrong,
    linked,
    ignored: readIgnored(root, kit.id),
    rules,
  }
}
