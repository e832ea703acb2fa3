import type { FigmaDocument } from './document.ts'
import { getPublishStatus } from './library-api.ts'
import type { Members } from './members.ts'
import { makePrototype } from './members.ts'
import { readPaints } from './paints.ts'
import { pluginDataMembers } from './plugin-data.ts'
import { fromText, NO_SHARED_DATA, NOTHING, type StyleRecord, toText } from './records.ts'
import { expectType, Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import { withoutLacking } from './without.ts'

export function stylePrototype(session: Session): object {
  const { enter, styles, lacking } = session
  const members = withoutLacking(styleMembers(session), session)
  return makePrototype('PaintStyle', enter, styles.identify, [members], new Set(lacking))
}

function styleMembers(session: Session): Members<PaintStyle, string> {
  const { document } = session
  return {
    ...pluginDataMembers(document, {
      read: (id) => document.style(id),
      patch: (id, change) => document.patchStyle(id, change),
    }),
    type: { get: () => 'PAINT' },
    key: { get: (id) => document.style(id).key },
    remote: { get: (id) => document.style(id).remote },
    name: {
      get: (id) => document.style(id).name,
      set(id, value) {
        const name = checkStyleName(value)
        document.write('set name', id, name, () => document.patchStyle(id, { name }))
      },
    },
    description: {
      get: (id) => document.style(id).description,
      set(id, value) {
        const description = expectType(value, 'description', 'string')
        document.write('set description', id, description, () =>
          document.patchStyle(id, { description }),
        )
      },
    },
    paints: {
      get: (id) => fromText(document.style(id).paints),
      set(id, value) {
        const paints = readPaints(value, 'paints')
        document.write('set paints', id, paints, () =>
          document.patchStyle(id, { paints: toText(paints) }),
        )
      },
    },
    boundVariables: {
      get(id) {
        const aliases = fromText(document.style(id).paints).flatMap((paint) =>
          paint.type === 'SOLID' && paint.boundVariables?.color !== undefined
            ? [paint.boundVariables.color]
            : [],
        )
        return aliases.length === 0 ? {} : { paints: aliases }
      },
    },
    remove(id) {
      document.write('remove', id, null, () => document.removeStyle(id))
    },
    getPublishStatusAsync: (id) => getPublishStatus(session, document.style(id).id),
    async getStyleConsumersAsync(id) {
      document.style(id)
      await Promise.resolve()
      return [...document.nodes.values()].flatMap((node) => {
        const fields: InheritedStyleField[] = []
        if (node.fillStyleId === id) fields.push('fillStyleId')
        if (node.strokeStyleId === id) fields.push('strokeStyleId')
        if (fields.length === 0) return []
        return [{ node: session.nodes.of(node.id) as SceneNode, fields }]
      })
    },
  }
}

/** Folders by `a/b/Name`; no part of it may be empty. */
export function checkStyleName(value: unknown): string {
  const name = expectType(value, 'name', 'string')
  if (name.split('/').some((part) => part.trim() === '')) {
    throw new Refusal('The name of a style, or of its folder, cannot be empty')
  }
  return name
}

/** A local style that no one has written to yet. */
export function blankStyle(document: FigmaDocument): StyleRecord {
  const key = document.newKey()
  return {
    id: `S:${key},`,
    key,
    name: 'Style',
    description: '',
    paints: toText([]),
    remote: false,
    pluginData: NOTHING,
    sharedPluginData: NO_SHARED_DATA,
  }
}

type StylesOfApi = Pick<
  PluginAPI,
  | 'createPaintStyle'
  | 'getLocalPaintStylesAsync'
  | 'getLocalPaintStyles'
  | 'getLocalEffectStylesAsync'
  | 'getStyleByIdAsync'
  | 'getStyleById'
  | 'moveLocalPaintStyleAfter'
>

export function styleApi(session: Session): Members<StylesOfApi, void> {
  const { document } = session
  const sync = (replacement: string) => (): never => {
    throw new Refusal(
      `Cannot call with documentAccess: dynamic-page. Use figma.${replacement} instead.`,
    )
  }
  return {
    createPaintStyle() {
      if (document.editor !== 'figma') {
        throw new Refusal(`Cannot create a style in the editor "${document.editor}"`)
      }
      const style = blankStyle(document)
      document.write('createPaintStyle', style.id, null, () => document.addStyle(style))
      return session.styles.of(style.id)
    },
    async getLocalPaintStylesAsync() {
      await Promise.resolve()
      const local = [...document.styles.values()].filter((style) => !style.remote)
      return local.map((style) => session.styles.of(style.id))
    },
    getLocalPaintStyles: sync('getLocalPaintStylesAsync'),
    // None can be made here: creating one is not emulated.
    async getLocalEffectStylesAsync() {
      await Promise.resolve()
      return []
    },
    async getStyleByIdAsync(_self, id) {
      const styleId = expectType(id, 'id', 'string')
      await Promise.resolve()
      return document.styles.has(styleId) ? session.styles.of(styleId) : null
    },
    getStyleById: sync('getStyleByIdAsync'),
    moveLocalPaintStyleAfter(_self, target, reference) {
      const id = styleArgument(session, target, 'targetNode')
      const after = reference === null ? null : styleArgument(session, reference, 'reference')
      const folder = (styleId: string): string => document.style(styleId).name.replace(/[^/]*$/, '')
      if (after !== null && folder(after) !== folder(id)) {
        throw new Refusal('The reference style must be in the same folder as the target style')
      }
      document.write('moveLocalPaintStyleAfter', id, after, () => {
        const others = [...document.styles.keys()].filter((styleId) => styleId !== id)
        const first = others.findIndex((styleId) => folder(styleId) === folder(id))
        const index = after === null ? Math.max(0, first) : others.indexOf(after) + 1
        document.orderStyles([...others.slice(0, index), id, ...others.slice(index)])
      })
    },
  }
}

function styleArgument(session: Session, value: unknown, name: string): string {
  const id = session.styles.idOf(value)
  if (id === undefined) {
    throw new Refusal(`Expected "${name}" to have type style but got ${typeof value} instead`)
  }
  return session.document.style(id).id
}
