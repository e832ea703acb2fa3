import type { FigmaDocument } from './document.ts'
import { getPublishStatus } from './library-api.ts'
import type { Members } from './members.ts'
import { makePrototype } from './members.ts'
import { readRgba } from './paints.ts'
import { pluginDataMembers } from './plugin-data.ts'
import {
  fromText,
  NO_SHARED_DATA,
  NOTHING,
  toText,
  type CollectionRecord,
  type ValuesByMode,
  type VariableRecord,
} from './records.ts'
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
  if (variable.resolvedType === 'COLOR' && isComposed(value)) return readComposed(session, value)
  if (isAlias(value)) return readAlias(session, value, variable.resolvedType)
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

interface Composed {
  readonly color: unknown
  readonly opacity: unknown
}

function isComposed(value: unknown): value is Composed {
  return typeof value === 'object' && value !== null && 'color' in value && 'opacity' in value
}

/** See "VariableComposedColor" in plugin-api.d.ts: one of them, or both, must be an alias. */
function readComposed(session: Session, { color, opacity }: Composed): VariableValue {
  const ofColor = isAlias(color) ? readAlias(session, color, 'COLOR') : null
  const ofOpacity = isAlias(opacity) ? readAlias(session, opacity, 'FLOAT') : null
  if (ofColor !== null) {
    return { color: ofColor, opacity: ofOpacity ?? expectType(opacity, 'opacity', 'number') }
  }
  if (ofOpacity === null) throw new Refusal('A composed color needs a variable alias')
  return { color: readRgba(color, 'color'), opacity: ofOpacity }
}

function isAlias(value: unknown): value is { readonly type: unknown; readonly id?: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value
}

function readAlias(
  { document }: Session,
  { type, id }: { readonly type: unknown; readonly id?: unknown },
  resolvedType: VariableRecord['resolvedType'],
): VariableAlias {
  if (type !== 'VARIABLE_ALIAS') throw new Refusal('Invalid variable alias')
  const target = document.variable(expectType(id, 'id', 'string'))
  if (target.resolvedType !== resolvedType) {
    throw new Refusal('Mismatched variable resolved type for alias')
  }
  return { type, id: target.id }
}

/** A variable of a collection that no one has written to yet. */
export function blankVariable(
  document: FigmaDocument,
  { id: collectionId, modes }: CollectionRecord,
  name: string,
  resolvedType: VariableRecord['resolvedType'],
): VariableRecord {
  const values = modes.map(({ modeId }) => [modeId, initialValue(resolvedType)] as const)
  return {
    id: `VariableID:${document.newNodeId()}`,
    key: document.newKey(),
    ...{ collectionId, name, resolvedType, description: '', hiddenFromPublishing: false },
    valuesByMode: toText<ValuesByMode>(Object.fromEntries(values)),
    scopes: toText(['ALL_SCOPES'] as const),
    codeSyntax: toText({}),
    pluginData: NOTHING,
    sharedPluginData: NO_SHARED_DATA,
    remote: false,
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
    getPublishStatusAsync: (id) => getPublishStatus(session, document.variable(id).id),
    remote: { get: (id) => document.variable(id).remote },
    key: { get: (id) => document.variable(id).key },
    variableCollectionId: { get: (id) => document.variable(id).collectionId },
    resolvedType: { get: (id) => document.variable(id).resolvedType },
    valuesByMode: { get: (id) => fromText(document.variable(id).valuesByMode) },
    setValueForMode(id, modeId, newValue) {
      const variable = document.variable(id)
      const mode = expectType(modeId, 'modeId', 'string')
      const home = collectionOf(document, variable, mode)
      if (home === null) {
        throw new Refusal(`Mode with id "${mode}" does not exist in this variable collection`)
      }
      const value = readValue(session, variable, newValue)
      document.write('setValueForMode', id, [mode, value], () => {
        if (home.extension === null) {
          const valuesByMode = toText({ ...fromText(variable.valuesByMode), [mode]: value })
          document.patchVariable(id, { valuesByMode })
        } else {
          const { [id]: before } = fromText(home.extension.overrides)
          setOverrides(document, home.id, id, { ...before, [mode]: value })
        }
      })
    },
    removeOverrideForMode(id, modeId) {
      const mode = expectType(modeId, 'extendedModeId', 'string')
      const home = collectionOf(document, document.variable(id), mode)
      if (home?.extension == null) throw new Refusal('The mode is of no extended collection')
      const before = fromText(home.extension.overrides)[id] ?? {}
      document.write('removeOverrideForMode', id, mode, () =>
        setOverrides(document, home.id, id, without(before, mode)),
      )
    },
    async valuesByModeForCollectionAsync(id, collection) {
      const { modes, extension } = document.collection(session.collections.identify(collection))
      const values = fromText(document.variable(id).valuesByMode)
      await Promise.resolve()
      if (extension === null) return values
      const own = fromText(extension.overrides)[id] ?? {}
      return Object.fromEntries(
        modes.flatMap(({ modeId, parentModeId = '' }) => {
          const value = own[modeId] ?? values[parentModeId]
          return value === undefined ? [] : [[modeId, value] as const]
        }),
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

/** The variable's collection, or one that extends it, whose mode it is; null where there is none. */
function collectionOf(
  document: FigmaDocument,
  { collectionId }: VariableRecord,
  mode: string,
): CollectionRecord | null {
  // Ids of modes are of a file: those of a library may be the same.
  const found = [...document.collections.values()].find(
    (each) =>
      rootOf(document, each).id === collectionId &&
      each.modes.some(({ modeId }) => modeId === mode),
  )
  return found ?? null
}

/** The collection that an extended one extends in the end; else itself. */
export function rootOf(document: FigmaDocument, collection: CollectionRecord): CollectionRecord {
  const { extension } = collection
  return extension === null ? collection : rootOf(document, document.collection(extension.parentId))
}

/** An empty object removes them. */
export function setOverrides(
  document: FigmaDocument,
  collectionId: string,
  variableId: string,
  values: ValuesByMode,
): void {
  const { extension } = document.collection(collectionId)
  if (extension === null) return
  const others = without(fromText(extension.overrides), variableId)
  const overrides = Object.keys(values).length === 0 ? others : { ...others, [variableId]: values }
  document.patchCollection(collectionId, {
    extension: { ...extension, overrides: toText(overrides) },
  })
}
