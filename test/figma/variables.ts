import type { FigmaDocument } from './document.ts'
import type { Members } from './members.ts'
import { makePrototype } from './members.ts'
import { readRgba } from './paints.ts'
import { pluginDataMembers } from './plugin-data.ts'
import { fromText, toText, type VariableRecord } from './records.ts'
import { expectOneOf, expectType, Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import { without } from './without.ts'

const PLATFORMS = ['WEB', 'ANDROID', 'iOS'] as const
const TYPES = ['BOOLEAN', 'COLOR', 'FLOAT', 'STRING'] as const
const SCOPES: readonly VariableScope[] = [
  'ALL_SCOPES',
  'TEXT_CONTENT',
  'CORNER_RADIUS',
  'WIDTH_HEIGHT',
  'GAP',
  'ALL_FILLS',
  'FRAME_FILL',
  'SHAPE_FILL',
  'TEXT_FILL',
  'STROKE_COLOR',
  'STROKE_FLOAT',
  'EFFECT_FLOAT',
  'EFFECT_COLOR',
  'OPACITY',
  'COLOR_OPACITY',
  'FONT_FAMILY',
  'FONT_STYLE',
  'FONT_WEIGHT',
  'FONT_SIZE',
  'LINE_HEIGHT',
  'LETTER_SPACING',
  'PARAGRAPH_SPACING',
  'PARAGRAPH_INDENT',
]

export function variablePrototype(session: Session): object {
  return makePrototype('Variable', session.enter, session.variables.identify, [
    variableMembers(session),
  ])
}

/** Variable names are unique in a collection, and some characters are not for them. */
export function checkVariableName(
  document: FigmaDocument,
  collectionId: string,
  value: unknown,
  own: string | null,
): string {
  const name = expectType(value, 'name', 'string')
  const parts = name.split('/')
  if (parts.some((part) => part.trim() === '') || /[.{}]/.test(name)) {
    throw new Refusal('invalid variable name')
  }
  const holder = document.variableNames(collectionId).get(name)
  if (holder !== undefined && holder !== own) throw new Refusal('duplicate variable name')
  return name
}

/** Checks a value against the variable's type. */
export function readValue(
  session: Session,
  variable: Pick<VariableRecord, 'resolvedType'>,
  value: unknown,
): VariableValue {
  if (typeof value === 'object' && value !== null && 'type' in value) {
    const alias = value as { type: unknown; id?: unknown }
    if (alias.type !== 'VARIABLE_ALIAS') throw new Refusal('Invalid variable alias')
    const target = session.document.variable(expectType(alias.id, 'id', 'string'))
    if (target.resolvedType !== variable.resolvedType) {
      throw new Refusal('Mismatched variable resolved type for alias')
    }
    return { type: 'VARIABLE_ALIAS', id: target.id }
  }
  switch (variable.resolvedType) {
    case 'COLOR':
      return readRgba(value, 'value')
    case 'FLOAT':
      return expectType(value, 'value', 'number')
    case 'STRING':
      return expectType(value, 'value', 'string')
    case 'BOOLEAN':
      return expectType(value, 'value', 'boolean')
  }
}

export function readVariableType(value: unknown): VariableRecord['resolvedType'] {
  return expectOneOf(value, 'resolvedType', TYPES)
}

/** What a variable of a type is before anyone gave it a value. */
export function initialValue(type: VariableRecord['resolvedType']): VariableValue {
  const values = { COLOR: { r: 1, g: 1, b: 1, a: 1 }, FLOAT: 0, STRING: '', BOOLEAN: false }
  return values[type]
}

function variableMembers(session: Session): Members<Variable, string> {
  const { document } = session
  const write = (id: string, change: Partial<VariableRecord>): void => {
    const [entry] = Object.entries(change)
    if (entry === undefined) return
    document.write(`set ${entry[0]}`, id, entry[1], () => document.patchVariable(id, change))
  }
  return {
    ...pluginDataMembers(document, {
      read: (id) => document.variable(id),
      patch: (id, change) => document.patchVariable(id, change),
    }),
    name: {
      get: (id) => document.variable(id).name,
      set(id, value) {
        const { collectionId } = document.variable(id)
        write(id, { name: checkVariableName(document, collectionId, value, id) })
      },
    },
    description: {
      get: (id) => document.variable(id).description,
      set: (id, value) => write(id, { description: expectType(value, 'description', 'string') }),
    },
    hiddenFromPublishing: {
      get: (id) => document.variable(id).hiddenFromPublishing,
      set: (id, value) =>
        write(id, { hiddenFromPublishing: expectType(value, 'hiddenFromPublishing', 'boolean') }),
    },
    remote: { get: () => false },
    key: { get: (id) => document.variable(id).key },
    variableCollectionId: { get: (id) => document.variable(id).collectionId },
    resolvedType: { get: (id) => document.variable(id).resolvedType },
    valuesByMode: { get: (id) => fromText(document.variable(id).valuesByMode) },
    setValueForMode(id, modeId, newValue) {
      const variable = document.variable(id)
      const mode = expectType(modeId, 'modeId', 'string')
      if (
        !document.collection(variable.collectionId).modes.some((known) => known.modeId === mode)
      ) {
        throw new Refusal(`Mode with id "${mode}" does not exist in this variable collection`)
      }
      const value = readValue(session, variable, newValue)
      const valuesByMode = toText({ ...fromText(variable.valuesByMode), [mode]: value })
      document.write('setValueForMode', id, [mode, value], () =>
        document.patchVariable(id, { valuesByMode }),
      )
    },
    scopes: {
      get: (id) => [...fromText(document.variable(id).scopes)],
      set(id, value) {
        if (!Array.isArray(value)) {
          throw new Refusal(`Expected "scopes" to have type array but got ${typeof value} instead`)
        }
        const scopes = value.map((scope: unknown) => expectOneOf(scope, 'scopes', SCOPES))
        if (scopes.includes('ALL_SCOPES') && scopes.length > 1) {
          throw new Refusal('ALL_SCOPES cannot be combined with other scopes')
        }
        document.write('set scopes', id, scopes, () =>
          document.patchVariable(id, { scopes: toText(scopes) }),
        )
      },
    },
    codeSyntax: { get: (id) => fromText(document.variable(id).codeSyntax) },
    setVariableCodeSyntax(id, platform, value) {
      const codeSyntax = {
        ...fromText(document.variable(id).codeSyntax),
        [expectOneOf(platform, 'platform', PLATFORMS)]: expectType(value, 'value', 'string'),
      }
      document.write('setVariableCodeSyntax', id, [platform, value], () =>
        document.patchVariable(id, { codeSyntax: toText(codeSyntax) }),
      )
    },
    removeVariableCodeSyntax(id, platform) {
      const name = expectOneOf(platform, 'platform', PLATFORMS)
      const codeSyntax = without(fromText(document.variable(id).codeSyntax), name)
      document.write('removeVariableCodeSyntax', id, platform, () =>
        document.patchVariable(id, { codeSyntax: toText(codeSyntax) }),
      )
    },
    remove(id) {
      document.variable(id)
      document.write('remove', id, null, () => document.removeVariable(id))
    },
  }
}
