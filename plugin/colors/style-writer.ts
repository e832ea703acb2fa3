import { boundVariable, toPaints, writeLink } from './styles.ts'
import type { Link } from './link.ts'
import { lookOfLink, sameLook } from './look.ts'
import { lookOf, type ColorProfile } from './paints.ts'
import type { PlanPart } from './plan.ts'
import { changed, gone, readBefore } from './write-error.ts'

export type StyleHost = Pick<PluginAPI, 'createPaintStyle' | 'variables'>

/** Writes what one part of a plan says about a style; each throws with the file as it was. */
export interface StyleWriter {
  /** `variable`: what its paint is bound to, or null where it is a style alone. */
  write(part: PlanPart, variable: Variable | null): void
}

export function createStyleWriter(
  figma: StyleHost,
  styles: ReadonlyMap<string, PaintStyle>,
  profile: ColorProfile,
  created: (style: PaintStyle, identity: string) => void,
): StyleWriter {
  function create({ link }: PlanPart, variable: Variable | null): void {
    if (link === null) return
    const style = figma.createPaintStyle()
    try {
      style.name = link.name
      style.paints = toPaints(figma, link, profile, variable)
      connect(style, link)
    } catch (error) {
      style.remove()
      throw error
    }
    created(style, link.color)
  }

  function change(style: PaintStyle, part: PlanPart, variable: Variable | null): void {
    const { link, before } = part
    if (link === null) return
    const { name, paints } = readBefore(() => ({ name: style.name, paints: style.paints }))
    const bound = boundVariable(paints)
    const now = lookOf(paints, profile)
    // What a bound paint shows is the variable's, which may have been written just now.
    const repainted = bound === null && before !== null && isOther(now, before)
    if (name !== before?.name || repainted) throw changed()
    const repaint = variable === null ? isOther(before, lookOfLink(link)) : bound !== variable.id
    try {
      if (name !== link.name) style.name = link.name
      if (repaint) style.paints = toPaints(figma, link, profile, variable)
      connect(style, link)
    } catch (error) {
      if (style.name !== name) style.name = name
      if (repaint) style.paints = paints
      throw error
    }
  }

  /** With the name as Figma has it, should it have made another of it. */
  function connect(style: PaintStyle, link: Link): void {
    writeLink(style, { ...link, name: style.name })
  }

  function remove(style: PaintStyle): void {
    readBefore(() => style.name)
    style.remove()
  }

  return {
    write(part, variable) {
      const style = part.before === null ? undefined : styles.get(part.before.id)
      if (part.outcome === 'create') create(part, variable)
      else if (style === undefined) throw gone()
      else if (part.outcome === 'removed') remove(style)
      else change(style, part, variable)
    },
  }
}

type Look = Parameters<typeof sameLook>[0]

/** What cannot be told apart counts as the same only where neither side can be told. */
function isOther(one: Look, other: Look): boolean {
  const untold = (look: Look): boolean => look.value === null && look.gradient === undefined
  return untold(one) || untold(other) ? untold(one) !== untold(other) : !sameLook(one, other)
}
