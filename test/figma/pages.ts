import type { Members } from './members.ts'
import { nodeArgument, readCriteria } from './node-tree.ts'
import { readPaints } from './paints.ts'
import { descendants, pageOf } from './geometry.ts'
import { focusedIn, requireGrid } from './canvas-grid.ts'
import { expectKeys, expectType, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

type Page = Pick<
  PageNode,
  | 'selection'
  | 'selectedTextRange'
  | 'loadAsync'
  | 'backgrounds'
  | 'focusedSlide'
  | 'focusedNode'
  | 'on'
  | 'once'
  | 'off'
>

export function pageMembers(session: Session): Members<Page, string> {
  const { document, nodeChanges } = session
  const loaded = (id: string): string => {
    if (session.loadedPages.has(document.node(id).id)) return id
    throw new Refusal(
      'Cannot listen to a page before it is loaded. Call and await loadAsync() first',
    )
  }
  return {
    on: (id, type: unknown, callback: unknown) =>
      nodeChanges.listen(loaded(id), type, callback, false),
    once: (id, type: unknown, callback: unknown) =>
      nodeChanges.listen(loaded(id), type, callback, true),
    off: (id, type: unknown, callback: unknown) => nodeChanges.leave(id, type, callback),
    selection: {
      get: (id) =>
        Object.freeze(
          document.node(id).selection.map((node) => session.nodes.of(node) as SceneNode),
        ),
      set(id, value) {
        if (!Array.isArray(value)) {
          throw new Refusal(
            `Expected "selection" to have type array but got ${typeof value} instead`,
          )
        }
        select(
          session,
          id,
          value.map((node: unknown) => nodeArgument(session, node, 'selection').id),
        )
      },
    },
    selectedTextRange: {
      get(id) {
        const { selectedText } = document.node(id)
        if (selectedText === null) return null
        const { nodeId, start, end } = selectedText
        return { node: session.nodes.of(nodeId) as TextNode, start, end }
      },
      set(id, value) {
        selectText(session, id, value)
      },
    },
    focusedSlide: {
      get(id) {
        document.node(id)
        if (document.editor !== 'slides') throw new Refusal('This API is only available in Slides')
        return focusedNode(session) as SlideNode | null
      },
      set: (id, value) => focus(session, id, value),
    },
    focusedNode: {
      get(id) {
        document.node(id)
        requireGrid(session)
        return focusedNode(session)
      },
      set: (id, value) => focus(session, id, value),
    },
    async loadAsync(id) {
      document.node(id)
      await Promise.resolve()
      session.loadedPages.add(id)
    },
    backgrounds: {
      get: (id) => document.node(id).backgrounds,
      set(id, value) {
        document.node(id)
        const backgrounds = readPaints(value, 'backgrounds')
        if (backgrounds.length !== 1 || backgrounds[0]?.type !== 'SOLID') {
          throw new Refusal('Property "backgrounds" failed validation: Expected one solid paint')
        }
        document.write('set backgrounds', id, backgrounds, () =>
          document.patchNode(id, { backgrounds }),
        )
      },
    },
  }
}

function focusedNode(session: Session): SceneNode | null {
  const id = focusedIn(session)
  return id === null ? null : (session.nodes.of(id) as SceneNode)
}

function focus(session: Session, pageId: string, value: unknown): void {
  requireGrid(session)
  const node = value === null ? null : nodeArgument(session, value, 'focusedNode')
  session.document.patchNode(pageId, { focusedNodeId: node?.id ?? null })
}

/** Selects layers of a page; the selection is part of the view, so it is no write. */
export function select(session: Session, pageId: string, ids: readonly string[]): void {
  const { document } = session
  for (const id of ids) {
    const node = document.node(id)
    if (node.type === 'PAGE' || pageOf(document, id)?.id !== pageId) {
      throw new Refusal('The selection can only have layers that are on the page')
    }
  }
  const before = document.node(pageId).selection
  if (before.length === ids.length && before.every((id, index) => id === ids[index])) return
  document.patchNode(pageId, { selection: [...new Set(ids)], selectedText: null })
  session.announce('selectionchange')
  document.onChange()
}

/** Puts the text of a layer under edit, with some of it selected; null ends that. */
function selectText(session: Session, pageId: string, value: unknown): void {
  const { document } = session
  if (value === null) {
    document.patchNode(pageId, { selectedText: null })
    session.announce('selectionchange')
    return
  }
  const range = expectType(value, 'selectedTextRange', 'object') as Partial<Record<string, unknown>>
  expectKeys(range, 'selectedTextRange', ['node', 'start', 'end'])
  const { id, type, characters } = nodeArgument(session, range['node'], 'selectedTextRange')
  const start = expectType(range['start'], 'start', 'number')
  const end = expectType(range['end'], 'end', 'number')
  if (type !== 'TEXT' || start < 0 || start > end || end > characters.length) {
    throw new Refusal('Property "selectedTextRange" failed validation: Invalid range')
  }
  select(session, pageId, [id])
  document.patchNode(pageId, { selectedText: { nodeId: id, start, end } })
  session.announce('selectionchange')
}

type Root = Pick<
  DocumentNode,
  | 'children'
  | 'documentColorProfile'
  | 'findAllWithCriteria'
  | 'findAll'
  | 'findOne'
  | 'findChildren'
>

export function documentMembers(session: Session): Members<Root, string> {
  const { document } = session
  const requireAll = (): void => {
    if (session.loadedPages.has(document.rootId)) return
    throw new Refusal(
      'Cannot search the whole document before its pages are loaded. Call and await figma.loadAllPagesAsync() first',
    )
  }
  const everything = (): (PageNode | SceneNode)[] => {
    requireAll()
    return descendants(document, document.rootId).map(
      (node) => session.nodes.of(node.id) as PageNode | SceneNode,
    )
  }
  return {
    children: {
      get: (id) =>
        Object.freeze(document.node(id).children.map((page) => session.nodes.of(page) as PageNode)),
    },
    documentColorProfile: { get: () => document.colorProfile },
    findChildren(id, callback) {
      const pages = document.node(id).children.map((page) => session.nodes.of(page) as PageNode)
      return callback === undefined ? pages : pages.filter((page) => callback(page))
    },
    findAll: (_id, callback) =>
      callback === undefined ? everything() : everything().filter((node) => callback(node)),
    findOne: (_id, callback) => everything().find((node) => callback(node)) ?? null,
    findAllWithCriteria: ((id: string, criteria: unknown) => {
      requireAll()
      const matches = readCriteria(criteria)
      return descendants(document, id)
        .filter(matches)
        .map((node) => session.nodes.of(node.id))
    }) as never,
  }
}
