import type { ColorUse, UsedColor } from '../../shared/sync.ts'
import { isLocked } from '../locked.ts'
import type { Libraries } from '../libraries/libraries.ts'
import { noteUsed } from '../libraries/news.ts'
import { refused } from '../refused.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { linksOf, preferredOf } from './linked.ts'
import { nameNow } from './name-now.ts'
import { profileOf, shownIn } from './paints.ts'
import type { ColorReader } from './read-file.ts'
import { toPaints } from './styles.ts'
import { takingOf, type Untaken } from './targets.ts'

/**
 * Applies the color to the layers, by its style or variable where there is one. `selectedText`: what
 * is selected of a text among them that is being edited.
 */
export async function applyToLayers(
  figma: ColorReader,
  libraries: Libraries,
  selected: readonly SceneNode[],
  use: ColorUse,
  selectedText: PageNode['selectedTextRange'] = null,
): Promise<UsedColor> {
  // What was selected may have been deleted before it was its turn.
  const selection = selected.filter(({ removed }) => !removed)
  const open = selection.filter((node) => !isLocked(node))
  const locked = selection.length - open.length
  const takings = open.map((node) => takingOf(node, use, selectedText))
  const able = takings.filter((taking) => typeof taking !== 'string')
  const count = (why: Untaken): number => takings.filter((taking) => taking === why).length
  const left = { locked, manyColored: count('many-colored'), pictures: count('picture') }
  const unable = count('unable')
  if (able.length === 0) {
    return { layers: 0, unable, ...left, linked: null, unreachable: false }
  }

  const links = await linksOf(figma, libraries, use)
  const canRestyle = able.some((targets) => targets.some(({ restyle }) => restyle))
  const found = preferredOf(canRestyle ? links : { ...links, style: null })
  // Another person may have deleted it meanwhile, or do so while it is applied.
  const link = found && nameNow(found.item) !== null ? found : null
  const item = link?.item ?? null
  const [style, variable] = item && 'type' in item ? [item, null] : [null, item]
  const profile = profileOf(figma.root)
  const paints = toPaints(figma, shownIn(use.color, profile), profile, variable)
  let layers = 0
  let refusal: unknown = null
  for (const targets of able) {
    try {
      for (const { styleId, repaint, restyle } of targets) {
        if (!style || !restyle) repaint(paints)
        else if (styleId() !== style.id) await restyle(style.id)
        await yieldIfDue()
      }
      layers++
    } catch (error) {
      // Another person may have removed it since.
      refusal = error
    }
  }
  if (layers === 0) {
    throw refused('use-failed', use.color.name, refusal)
  }
  noteUsed(figma.root, use.kit.id, [link])
  return {
    ...{ layers, unable: unable + able.length - layers, ...left },
    linked: link && { library: link.library, lags: link.lags },
    unreachable: links.unreachable,
  }
}
