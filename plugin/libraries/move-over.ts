import type { BrandColor } from '../../shared/brand.ts'
import type { Job } from '../../shared/channel.ts'
import { sameColor } from '../../shared/color.ts'
import type { LibraryMove, LockedLayer, MovedColor, MoveReport } from '../../shared/library.ts'
import type { Progress } from '../../shared/progress.ts'
import { firstLinked, identifyColors, useOf } from '../colors/identity.ts'
import { readLastSync } from '../colors/last-sync.ts'
import { moveStyle, moveVariables, type MoveHost, type Moves } from '../colors/move-uses.ts'
import { allShownIn, profileOf, valueOf } from '../colors/paints.ts'
import type { Replaced } from '../colors/rebind.ts'
import { linkedVariables } from '../colors/read-file.ts'
import { linkedStyles } from '../colors/styles.ts'
import { ifAble } from '../if-able.ts'
import { isLocked } from '../locked.ts'
import { loadAllPages, pageName } from '../layer.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { noteUsed } from './news.ts'
import type { Libraries, Linked, Published } from './libraries.ts'

/**
 * Puts what uses the file's own styles and variables of a kit on those that libraries publish. What was
 * moved before a cancel is whole, and found as it is by the next run. Rejects with `Trouble` kind `library`.
 */
export async function moveToLibrary(
  figma: MoveHost,
  libraries: Libraries,
  { kit, colors, task, plain }: LibraryMove,
  job: Job<Progress>,
): Promise<MoveReport> {
  const profile = profileOf(figma.root)
  const { options } = readLastSync(figma.root, kit.id)
  const styles = await linkedStyles(figma, kit)
  const variables = await linkedVariables(figma, kit, options)
  const shown = allShownIn(figma.root, colors)
  const { identities } = identifyColors(shown, firstLinked(kit.id, [...styles, ...variables]))
  const places = new Map(shown.map((color, place) => [identities.get(color), place]))

  const publishedAt = async (place: number): Promise<Published> => {
    await yieldIfDue()
    const color = colors[place]
    if (!color) return { style: null, variable: null }
    return libraries.published(useOf(kit, color, colors))
  }

  const colorOf = new Map<string, number>()
  /** The library's variables of plain colors, by the ids that those are moved by. */
  const plainTargets = new Map<string, Linked>()
  const targets = new Set<Linked>()
  const moved = new Map<string, MovedColor>()
  const locked = new Map<string, LockedLayer>()
  const moves: Moves = {
    writes: task !== 'count',
    leaves(node) {
      if (!isLocked(node)) return false
      locked.set(node.id, { id: node.id, name: node.name, page: pageName(node) })
      return true
    },
    moved(id, node) {
      const color = colorOf.get(id)
      if (color === undefined) return
      const target = plainTargets.get(id)
      if (target) targets.add(target)
      const page = pageName(node)
      const key = `${color} ${page}`
      const layers = (moved.get(key)?.layers ?? 0) + 1
      moved.set(key, { color, page, layers })
    },
    cancelled: () => job.cancelled,
  }

  await loadAllPages(figma)
  const unused: (PaintStyle | Variable)[] = []
  let done = 0
  const total = styles.length + variables.length
  const byId = new Map<string, Variable>()
  for (const { item, link } of [...styles, ...variables]) {
    if (job.cancelled) break
    job.progress({ done: done++, total })
    const place = places.get(link.color) ?? -1
    const { style, variable } = await publishedAt(place)
    const target = 'type' in item ? (style ?? variable) : variable
    if (!target) continue
    colorOf.set(item.id, place)
    targets.add(target)
    if ('type' in item) {
      const moving = moveStyle(figma, item, target.item, moves)
      // What somebody deletes meanwhile costs no more than that.
      if (await moving.catch(() => false)) unused.push(item)
    } else if (variable) byId.set(item.id, variable.item)
  }
  const bare = plain ? await plainColors() : undefined
  if (!job.cancelled && (byId.size > 0 || bare)) {
    const needed = await moveVariables(figma, { byId, bare }, new Set(byId.keys()), moves)
    for (const { item } of variables) {
      if (byId.has(item.id) && needed?.has(item.id) === false) unused.push(item)
    }
  }
  if (moves.writes && moved.size > 0) noteUsed(figma.root, kit.id, [...targets])
  const { cancelled } = job
  if (task === 'remove' && !cancelled) for (const item of unused) ifAble(() => item.remove())
  return {
    moved: [...moved.values()],
    locked: [...locked.values()],
    unused: unused.length,
    cancelled,
  }

  /** The library's variable of what a plain paint shows. */
  async function plainColors(): Promise<(paint: SolidPaint) => Replaced | null> {
    const bound: (Replaced & { readonly color: BrandColor })[] = []
    for (const [place, color] of shown.entries()) {
      // At an opacity of its own, only the whole paint is the color.
      if (color.gradient || color.value.a < 1) continue
      const { variable } = await publishedAt(place)
      if (!variable) continue
      const id = `plain ${place}`
      colorOf.set(id, place)
      plainTargets.set(id, variable)
      bound.push({ color, id, variable: variable.item })
    }
    return (paint) => {
      const value = valueOf(paint, profile)
      return bound.find((each) => sameColor(value, each.color.value)) ?? null
    }
  }
}
