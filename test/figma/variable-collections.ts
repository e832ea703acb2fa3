import { getPublishStatus } from './library-api.ts'
import type { Members } from './members.ts'
import { makePrototype } from './members.ts'
import { readEffects } from './effects.ts'
import { readPaints } from './paints.ts'
import { fromText, NO_SHARED_DATA, toText, type CollectionRecord } from './records.ts'
import type { FigmaDocument } from './document.ts'
import { pluginDataMembers } from './plugin-data.ts'
import { expectOneOf, expectType, NotEmulated, Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import {
  blankVariable,
  checkVariableName,
  initialValue,
  readVariableType,
  rootOf,
  setOverrides,
} from './variables.ts'
import { without } from './without.ts'

const MOST_VARIABLES = 5000

export function collectionPrototype(session: Session): object {
  return makePrototype('VariableCollection', session.enter, session.collections.identify, [
    collectionMembers(session),
  ])
}

export function extensionPrototype(session: Session): object {
  const members = { ...collectionMembers(session), ...extensionMembers(session) }
  return makePrototype(
    'ExtendedVariableCollection',
    session.enter,
    session.collections.identify,
    [without(members, 'addMode')],
    new Set(['addMode']),
  )
}

/** A local collection that no one has written to yet. */
export function blankCollection(document: FigmaDocument, name: string): CollectionRecord {
  return {
    id: `VariableCollectionId:${document.newNodeId()}`,
    key: document.newKey(),
    ...{ name, hiddenFromPublishing: false, remote: false, extension: null },
    modes: [{ modeId: document.newNodeId(), name: 'Mode 1' }],
    pluginData: {},
    sharedPluginData: NO_SHARED_DATA,
  }
}

type Extension = Pick<
  ExtendedVariableCollection,
  | 'isExtension'
  | 'parentVariableCollectionId'
  | 'rootVariableCollectionId'
  | 'variableOverrides'
  | 'removeOverridesForVariable'
  | 'removeMode'
>

/** See "ExtendedVariableCollection" in plugin-api.d.ts. */
function extensionMembers(session: Session): Members<Extension, string> {
  const { document } = session
  const extensionOf = (id: string): NonNullable<CollectionRecord['extension']> => {
    const { extension } = document.collection(id)
    if (extension === null) throw new TypeError('not an extended collection')
    return extension
  }
  return {
    isExtension: { get: () => true },
    parentVariableCollectionId: { get: (id) => extensionOf(id).parentId },
    rootVariableCollectionId: { get: (id) => rootOf(document, document.collection(id)).id },
    variableOverrides: { get: (id) => fromText(extensionOf(id).overrides) },
    removeOverridesForVariable(id, variable) {
      const variableId = session.variables.identify(variable)
      document.write('removeOverridesForVariable', id, variableId, () =>
        setOverrides(document, id, variableId, {}),
      )
    },
    removeMode() {
      throw new NotEmulated('ExtendedVariableCollection.removeMode')
    },
  }
}

function collectionMembers(session: Session): Members<VariableCollection, string> {
  const { document } = session
  const requireMode = (id: string, modeId: unknown): string => {
    const mode = expectType(modeId, 'modeId', 'string')
    if (document.collection(id).modes.some((known) => known.modeId === mode)) return mode
    throw new Refusal(`Mode with id "${mode}" does not exist in this variable collection`)
  }
  const refuseExtended = (id: string, member: string): void => {
    const extensions = [...document.collections.values()].map(({ extension }) => extension)
    if (extensions.some((extension) => extension?.parentId === id)) {
      throw new NotEmulated(`VariableCollection.${member} of a collection that another extends`)
    }
  }
  return {
    ...pluginDataMembers(document, {
      read: (id) => document.collection(id),
      patch: (id, change) => document.patchCollection(id, change),
    }),
    name: {
      get: (id) => document.collection(id).name,
      set(id, value) {
        const name = expectType(value, 'name', 'string')
        document.write('set name', id, name, () => document.patchCollection(id, { name }))
      },
    },
    hiddenFromPublishing: {
      get: (id) => document.collection(id).hiddenFromPublishing,
      set(id, value) {
        const hiddenFromPublishing = expectType(value, 'hiddenFromPublishing', 'boolean')
        document.write('set hiddenFromPublishing', id, hiddenFromPublishing, () =>
          document.patchCollection(id, { hiddenFromPublishing }),
        )
      },
    },
    getPublishStatusAsync: (id) => getPublishStatus(session, document.collection(id).id),
    remote: { get: (id) => document.collection(id).remote },
    isExtension: { get: () => false },
    modes: { get: (id) => [...document.collection(id).modes] },
    variableIds: { get: (id) => [...document.variableIds(id)] },
    defaultModeId: { get: (id) => document.collection(id).modes[0]?.modeId ?? '' },
    key: { get: (id) => document.collection(id).key },
    extend(id, name) {
      const parent = document.collection(id)
      if (parent.remote) throw new Refusal('Only a local collection can be extended')
      if (document.plan !== 'enterprise') {
        throw new Refusal('Cannot create extended collections outside of enterprise plan.')
      }
      const record: CollectionRecord = {
        ...blankCollection(document, expectType(name, 'name', 'string')),
        modes: parent.modes.map(({ modeId, name: mode }) => ({
          ...{ modeId: document.newNodeId(), name: mode, parentModeId: modeId },
        })),
        extension: { parentId: id, overrides: toText({}) },
      }
      return document.write('extend', record.id, name, () => {
        document.addCollection(record)
        return session.collections.of(record.id) as unknown as ExtendedVariableCollection
      })
    },
    remove(id) {
      refuseExtended(id, 'remove')
      document.collection(id)
      document.write('remove', id, null, () => document.removeCollection(id))
    },
    addMode(id, name) {
      refuseExtended(id, 'addMode')
      const { modes } = document.collection(id)
      const { modeLimit } = document
      const mode = { modeId: document.newNodeId(), name: expectType(name, 'name', 'string') }
      if (modes.length >= modeLimit) throw new Refusal(`Limited to ${modeLimit} modes only`)
      return document.write('addMode', id, mode, () => {
        document.patchCollection(id, { modes: [...modes, mode] })
        const first = modes[0]?.modeId ?? ''
        for (const variableId of document.variableIds(id)) {
          const variable = document.variable(variableId)
          const values = fromText(variable.valuesByMode)
          const value = values[first] ?? initialValue(variable.resolvedType)
          document.patchVariable(variableId, {
            valuesByMode: toText({ ...values, [mode.modeId]: value }),
          })
        }
        return mode.modeId
      })
    },
    renameMode(id, modeId, newName) {
      const renamed = requireMode(id, modeId)
      const name = expectType(newName, 'newName', 'string')
      document.write('renameMode', id, [renamed, name], () => {
        const modes = document
          .collection(id)
          .modes.map((mode) => (mode.modeId === renamed ? { ...mode, name } : mode))
        document.patchCollection(id, { modes })
      })
    },
    removeMode(id, modeId) {
      refuseExtended(id, 'removeMode')
      const removed = requireMode(id, modeId)
      const { modes } = document.collection(id)
      if (modes.length === 1) throw new Refusal('Cannot remove the only mode of a collection')
      document.write('removeMode', id, removed, () => {
        document.patchCollection(id, { modes: modes.filter((mode) => mode.modeId !== removed) })
        for (const variableId of document.variableIds(id)) {
          const values = without(fromText(document.variable(variableId).valuesByMode), removed)
          document.patchVariable(variableId, { valuesByMode: toText(values) })
        }
      })
    },
  }
}

export function variablesApi(session: Session): Members<VariablesAPI, void> {
  const { document } = session
  const sync = (replacement: string) => (): never => {
    throw new Refusal(
      `Cannot call with documentAccess: dynamic-page. Use figma.variables.${replacement} instead.`,
    )
  }
  const collectionOf = (value: unknown): string => {
    const id = typeof value === 'string' ? value : session.collections.idOf(value)
    if (id === undefined) throw new Refusal('Expected "collection" to be a variable collection')
    return document.collection(id).id
  }
  const variableOf = (value: unknown): string => {
    const id = session.variables.idOf(value)
    if (id === undefined) throw new Refusal('Expected "variable" to be a variable')
    return document.variable(id).id
  }
  return {
    createVariableCollection(_self, name) {
      const record = blankCollection(document, expectType(name, 'name', 'string'))
      if (record.name.trim() === '') throw new Refusal('The name cannot be empty')
      refuseInOtherEditors(session)
      return document.write('createVariableCollection', record.id, name, () => {
        document.addCollection(record)
        return session.collections.of(record.id)
      })
    },
    createVariable(_self, name: unknown, collection: unknown, resolvedType: unknown) {
      refuseInOtherEditors(session)
      const collectionId = collectionOf(collection)
      const type = readVariableType(resolvedType)
      const checked = checkVariableName(document, collectionId, name, null)
      const home = document.collection(collectionId)
      if (home.remote || home.extension !== null) {
        throw new Refusal('Cannot create a variable in a collection that is not the file’s own')
      }
      if (document.variableNames(collectionId).size >= MOST_VARIABLES) {
        throw new Refusal(`Limited to ${MOST_VARIABLES} variables in a collection`)
      }
      const record = blankVariable(document, home, checked, type)
      return document.write('createVariable', record.id, [checked, collectionId, type], () => {
        document.addVariable(record)
        return session.variables.of(record.id)
      })
    },
    async getLocalVariablesAsync(_self, type) {
      await Promise.resolve()
      return [...document.variables.values()]
        .filter(({ remote }) => !remote)
        .filter((variable) => type === undefined || variable.resolvedType === type)
        .map((variable) => session.variables.of(variable.id))
    },
    async getLocalVariableCollectionsAsync() {
      await Promise.resolve()
      const local = [...document.collections.values()].filter(({ remote }) => !remote)
      return local.map(({ id }) => session.collections.of(id))
    },
    async getVariableByIdAsync(_self, id) {
      const variableId = expectType(id, 'id', 'string')
      await Promise.resolve()
      return document.variables.has(variableId) ? session.variables.of(variableId) : null
    },
    async getVariableCollectionByIdAsync(_self, id) {
      const collectionId = expectType(id, 'id', 'string')
      await Promise.resolve()
      return document.collections.has(collectionId) ? session.collections.of(collectionId) : null
    },
    getVariableById: sync('getVariableByIdAsync'),
    getVariableCollectionById: sync('getVariableCollectionByIdAsync'),
    getLocalVariables: sync('getLocalVariablesAsync'),
    getLocalVariableCollections: sync('getLocalVariableCollectionsAsync'),
    createVariableAlias: (_self, variable) => ({
      type: 'VARIABLE_ALIAS',
      id: variableOf(variable),
    }),
    setBoundVariableForPaint(_self, paint, field, variable) {
      expectOneOf(field, 'field', ['color'])
      const [read] = readPaints([paint], 'paint')
      if (read?.type !== 'SOLID') throw new Refusal('Only a solid paint can be bound to a variable')
      if (variable === null) return { ...read, boundVariables: {} }
      const id = variableOf(variable)
      if (document.variable(id).resolvedType !== 'COLOR') {
        throw new Refusal('Only a variable of type COLOR can be bound to a paint')
      }
      return { ...read, boundVariables: { color: { type: 'VARIABLE_ALIAS', id } } }
    },
    setBoundVariableForEffect(_self, effect, field, variable) {
      expectOneOf(field, 'field', ['color'])
      const [read] = readEffects([effect])
      if (read === undefined || !('offset' in read)) throw new Refusal('Only a shadow has a color')
      if (variable === null) return { ...read, boundVariables: {} }
      const id = variableOf(variable)
      if (document.variable(id).resolvedType !== 'COLOR') {
        throw new Refusal('Only a variable of type COLOR can be bound to a color')
      }
      return { ...read, boundVariables: { color: { type: 'VARIABLE_ALIAS', id } } }
    },
    async importVariableByKeyAsync(_self, key) {
      const id = await session.libraries.importVariable(expectType(key, 'key', 'string'))
      return session.variables.of(id)
    },
  }
}

function refuseInOtherEditors({ document }: Session): void {
  if (document.editor === 'slides' || document.editor === 'buzz') {
    throw new Refusal(`Cannot create variables in the editor "${document.editor}"`)
  }
}
