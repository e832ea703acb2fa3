import type { Rgba, KitRef } from '../../shared/brand.ts'
import { cssVariable } from '../../shared/css-variable.ts'
import { writeIfOther } from '../write-if-other.ts'
import { isAsBefore, sameAppearance } from './appearance.ts'
import { findCollections, type KitMode } from './collections.ts'
import type { Link } from './link.ts'
import { nameNow } from './name-now.ts'
import type { Created } from './new-copies.ts'
import { toDocument } from './paints.ts'
import type { PlanRow } from './plan.ts'
import type { PlannedItem } from './plan-items.ts'
import type { ColorFile } from './read-file.ts'
import { writeOrTakeBack } from './take-back.ts'
import { usedVariables, type UseReader } from './variable-uses.ts'
import {
  isLinkedByOthers,
  linkedBefore,
  readValue,
  readVariableLink,
  removeVariableLink,
  writeVariableLink,
} from './variables.ts'
import { itemNow, notWritten } from './write-error.ts'

const SCOPES: VariableScope[] = ['ALL_FILLS', 'STROKE_COLOR', 'EFFECT_COLOR']
const OUR_DESCRIPTION = /^(Named “.*” in Cliquify\.)?$/
/** More than that no collection takes. */
const MOST_VARIABLES = 5000

/** Writes what a plan says about one variable; each throws with the file as it was. */
export interface VariableWriter {
  /** The variable that a style may be bound to; null where there is none. */
  write(planned: PlannedItem): Variable | null
  /** The id of a variable that had to give up its name and must get its own one next. */
  displaced(): string | null
}

/** `rows`: those that are to be written; makes the kit's collection where there is none. */
export async function createVariableWriter(
  figma: UseReader,
  kit: KitRef,
  { options, profile, variables, isPredecessor }: ColorFile,
  rows: readonly PlanRow[],
  created: Created,
): Promise<VariableWriter> {
  const kitId = kit.id
  const found = await findCollections(figma, kit, options, isPredecessor)
  const collection = found.ensure()
  if (!found.collections.includes(collection)) created.collection = collection
  const homes = new Map(
    [...found.collections, collection].map((each) => [
      each.id,
      { modeId: found.modeOf(each), others: found.othersIn(each) },
    ]),
  )
  const planned = rows.flatMap(({ variable }) => variable ?? [])
  const deleted = planned.flatMap(({ outcome, before }) =>
    outcome === 'removed' ? (before?.id ?? []) : [],
  )
  /** Ids of those that cannot be deleted, as something that is no paint uses them. */
  const used = await usedVariables(figma, new Set(deleted))
  /** Those that this sync renames: only they may be asked to give up their names. */
  const renamed = new Set(
    planned.flatMap(({ link, before }) =>
      !link || !before || link.name === before.name ? [] : (variables.get(before.id) ?? []),
    ),
  )
  let displaced: string | null = null
  /** `codesKept`, with what was set since; null until one is. */
  let codes: Map<string, string> | null = null

  /** Takes a name from a variable that gets another one in this sync; false where none has it. */
  function free(name: string, collectionId: string): boolean {
    const holder = [...renamed].find(
      (each) => nameNow(each) === name && each.variableCollectionId === collectionId,
    )
    if (!holder) return false
    const stopgap = `${name} (${holder.id.replace(/\W/g, '')})`
    holder.name = stopgap
    writeOrTakeBack(
      () => {
        // Should its turn never come, the next sync must not take the stopgap for a person's edit.
        const link = readVariableLink(holder, kitId)
        if (link) writeVariableLink(holder, link)
      },
      () => {
        holder.name = name
      },
    )
    displaced = holder.id
    return true
  }

  /** Writes a name; once more where it took it from another variable. */
  function claim<T>(name: string, collectionId: string, write: () => T): T {
    try {
      return write()
    } catch (error) {
      if (!free(name, collectionId)) throw error
      return write()
    }
  }

  function make(name: string): Variable {
    try {
      return claim(name, collection.id, () =>
        figma.variables.createVariable(name, collection, 'COLOR'),
      )
    } catch (error) {
      throw collection.variableIds.length < MOST_VARIABLES ? error : notWritten('full')
    }
  }

  function setValue(variable: Variable, modeId: string, value: Rgba): void {
    variable.setValueForMode(modeId, toDocument(value, profile))
  }

  function describe(variable: Variable, original: string | undefined): void {
    if (!OUR_DESCRIPTION.test(variable.description)) return
    const next = original === undefined ? '' : `Named “${original}” in Cliquify.`
    writeIfOther(variable, 'description', next)
  }

  /** Which variable keeps a code syntax, by its id: those that are renamed here give theirs up. */
  function codesKept(): Map<string, string> {
    const kept = new Map<string, string>()
    for (const variable of variables.values()) {
      if (renamed.has(variable) || nameNow(variable) === null) continue
      const code = codeOf(variable)
      if (code !== undefined) kept.set(code, variable.id)
    }
    return kept
  }

  /** `var(--acme-red)`, or the first number of it that no other variable has. */
  function setCode(variable: Variable): void {
    if (!('setVariableCodeSyntax' in variable)) return
    codes ??= codesKept()
    const wanted = cssVariable(variable.name)
    let code = wanted
    for (let number = 2; (codes.get(code) ?? variable.id) !== variable.id; number++) {
      code = wanted.replace(')', `-${number})`)
    }
    codes.set(code, variable.id)
    writeCode(variable, code)
  }

  /** In the place of the links of what this kit was before. */
  function connect(variable: Variable, link: Link): void {
    writeVariableLink(variable, link)
    for (const before of linkedBefore(variable, isPredecessor)) removeVariableLink(variable, before)
  }

  function create({ link, original }: PlannedItem): Variable | null {
    if (!link) return null
    const variable = make(link.name)
    writeOrTakeBack(
      () => {
        // Figma's own is white, also in a mode that a person has added.
        for (const { modeId } of collection.modes) setValue(variable, modeId, link.value)
        variable.scopes = SCOPES
        setCode(variable)
        describe(variable, original)
        connect(variable, link)
      },
      () => variable.remove(),
    )
    created.variables.add(variable.id)
    return variable
  }

  /** Modes of kits that lack this color, and so show this kit's. */
  function followingModes(
    variable: Variable,
    value: Rgba | null,
    others: readonly KitMode[],
  ): readonly string[] {
    return others.flatMap(({ kitId: other, modeId }) => {
      const shown = readValue(variable, modeId, profile)
      const follows = sameAppearance({ value: shown }, { value })
      return follows && !readVariableLink(variable, other) ? [modeId] : []
    })
  }

  function change(variable: Variable, { link, before, original }: PlannedItem): void {
    if (!link || !before) return
    const moved = displaced === variable.id
    const { name, description, valuesByMode, variableCollectionId } = variable
    const code = codeOf(variable)
    const last = readVariableLink(variable, kitId)
    const home = homes.get(variableCollectionId)
    if (!home) throw notWritten('gone')
    const { modeId: own, others } = home
    const value = readValue(variable, own, profile)
    if ((!moved && name !== before.name) || !isAsBefore({ value }, before))
      throw notWritten('changed')
    if (moved) displaced = null
    const repainted = isAsBefore(link, before)
      ? []
      : [own, ...followingModes(variable, value, others)]
    // A person's own code syntax is theirs, also none. What has a stopgap for its name has the code of before.
    const ours = [before.name, last?.wanted ?? before.name].map(cssVariable)
    const unnumbered = code?.replace(/-\d+\)$/, ')')
    const recode = ours.some((each) => each === code || each === unnumbered)
    writeOrTakeBack(
      () => {
        claim(link.name, variableCollectionId, () => writeIfOther(variable, 'name', link.name))
        for (const modeId of repainted) setValue(variable, modeId, link.value)
        if (recode) setCode(variable)
        describe(variable, original)
        connect(variable, link)
      },
      () => writeIfOther(variable, 'name', name),
      ...repainted.map((modeId) => () => {
        const raw = valuesByMode[modeId]
        if (raw !== undefined) variable.setValueForMode(modeId, raw)
      }),
      () => {
        if (code !== undefined) writeCode(variable, code)
      },
      () => writeIfOther(variable, 'description', description),
    )
  }

  function remove(variable: Variable): void {
    const ours = [kitId, ...linkedBefore(variable, isPredecessor)]
    if (isLinkedByOthers(variable, ours)) for (const id of ours) removeVariableLink(variable, id)
    else if (used.has(variable.id)) throw notWritten('in-use')
    else variable.remove()
  }

  return {
    write(planned) {
      const { outcome, before } = planned
      if (outcome === 'create') return create(planned)
      if (outcome === 'skipped') return null
      const variable = itemNow(variables, before?.id)
      if (outcome === 'removed') {
        remove(variable)
        return null
      }
      if (outcome !== 'unchanged') change(variable, planned)
      return variable
    },
    displaced: () => displaced,
  }
}

/** Not every editor that runs plugins has code syntax. */
function codeOf({ codeSyntax }: Partial<Pick<Variable, 'codeSyntax'>>): string | undefined {
  return codeSyntax?.WEB
}

function writeCode(variable: Variable, code: string): void {
  if (codeOf(variable) !== code) variable.setVariableCodeSyntax('WEB', code)
}
