import type { Rgba } from '../../shared/brand.ts'
import { cssVariable } from '../../shared/css-variable.ts'
import { lookOfLink, sameLook } from './look.ts'
import { toDocument, type ColorProfile } from './paints.ts'
import type { PlanPart } from './plan.ts'
import { isLinkedByOthers, readValue, removeVariableLink, writeVariableLink } from './variables.ts'
import { changed, gone, readBefore } from './write-error.ts'

const SCOPES: VariableScope[] = ['ALL_FILLS', 'STROKE_COLOR', 'EFFECT_COLOR']
const OUR_DESCRIPTION = /^Named “.*” in Cliquify\.$/

/** Writes what one part of a plan says about a variable; each throws with the file as it was. */
export interface VariableWriter {
  /** The variable that a style may be bound to; null where there is none. */
  write(part: PlanPart): Variable | null
  /** The id of a variable that had to give up its name and must get its own one next. */
  takeDisplaced(): string | null
}

export interface VariableWriterOptions {
  readonly figma: Pick<PluginAPI, 'variables'>
  readonly collection: VariableCollection
  readonly modeId: string
  readonly kitId: string
  readonly profile: ColorProfile
  readonly variables: ReadonlyMap<string, Variable>
  /** Ids of those that this sync renames: only they may be asked to give up their names. */
  readonly renamed: ReadonlySet<string>
}

export function createVariableWriter(options: VariableWriterOptions): VariableWriter {
  const { figma, collection, modeId, kitId, profile, variables, renamed } = options
  let displaced: string | null = null

  function setName(variable: Variable, name: string): void {
    try {
      variable.name = name
    } catch (error) {
      const holder = [...variables.values()].find((each) => each.name === name)
      if (holder === undefined || holder === variable || !renamed.has(holder.id)) throw error
      holder.name = `${name} (${holder.id.replace(/\W/g, '')})`
      displaced = holder.id
      variable.name = name
    }
  }

  function setValue(variable: Variable, value: Rgba): void {
    variable.setValueForMode(modeId, toDocument(value, profile))
  }

  function describe(variable: Variable, original: string | undefined): void {
    const { description } = variable
    const next = original === undefined ? '' : `Named “${original}” in Cliquify.`
    const ours = description === '' || OUR_DESCRIPTION.test(description)
    if (ours && description !== next) variable.description = next
  }

  function create({ link, original }: PlanPart): Variable | null {
    if (link === null) return null
    const variable = figma.variables.createVariable(link.name, collection, 'COLOR')
    try {
      setValue(variable, link.value)
      variable.scopes = SCOPES
      variable.setVariableCodeSyntax('WEB', cssVariable(link.name))
      describe(variable, original)
      writeVariableLink(variable, link)
    } catch (error) {
      variable.remove()
      throw error
    }
    return variable
  }

  function change(variable: Variable, { link, before, original }: PlanPart): void {
    if (link === null || before === null) return
    const moved = displaced === variable.id
    const { name, code, value, raw } = readBefore(() => ({
      name: variable.name,
      code: variable.codeSyntax.WEB,
      value: readValue(variable, modeId, profile),
      raw: variable.valuesByMode[modeId],
    }))
    const isOther = value === null ? before.value !== null : !sameLook({ value }, before)
    if ((!moved && name !== before.name) || isOther) throw changed()
    if (moved) displaced = null
    const repaint = !sameLook(before, lookOfLink(link))
    // A person's own code syntax is theirs.
    const recode =
      code === undefined || (code === cssVariable(before.name) && before.name !== link.name)
    try {
      if (name !== link.name) setName(variable, link.name)
      if (repaint) setValue(variable, link.value)
      if (recode) variable.setVariableCodeSyntax('WEB', cssVariable(link.name))
      describe(variable, original)
      writeVariableLink(variable, link)
    } catch (error) {
      if (variable.name !== name) variable.name = name
      if (repaint && raw !== undefined) variable.setValueForMode(modeId, raw)
      if (recode && code !== undefined) variable.setVariableCodeSyntax('WEB', code)
      throw error
    }
  }

  function remove(variable: Variable): void {
    if (readBefore(() => isLinkedByOthers(variable, kitId))) removeVariableLink(variable, kitId)
    else variable.remove()
  }

  return {
    write(part) {
      if (part.outcome === 'create') return create(part)
      const variable = part.itemId === null ? undefined : variables.get(part.itemId)
      if (part.outcome === 'skipped') return null
      if (variable === undefined) throw gone()
      if (part.outcome === 'removed') {
        remove(variable)
        return null
      }
      if (part.outcome !== 'unchanged') change(variable, part)
      return variable
    },
    takeDisplaced: () => displaced,
  }
}
