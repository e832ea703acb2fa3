import { Listeners } from './events.ts'
import type { FigmaDocument } from './document.ts'
import { pageOf, type WithNodes } from './geometry.ts'
import type { NodeRecord } from './records.ts'
import { expectType, Refusal } from './refusal.ts'
import type { Handles } from './handles.ts'

/** Figma gathers what changes and tells it "periodically"; how often is a guess. */
const GATHERED_MS = 100

type Before = ReadonlyMap<string, NodeRecord | undefined>

/** What belongs to the view, or is told of the nodes that it names. */
const NOT_TOLD: ReadonlySet<string> = new Set([
  'children',
  'selection',
  'selectedText',
  'focusedNodeId',
])

/** The run whose plugin is told; what `Session` has of it. */
interface Told {
  readonly document: Pick<FigmaDocument, 'nodes' | 'watchNodes'>
  readonly nodes: Handles<BaseNode>
  defer(call: () => void, milliseconds: number): void
  callPlugin(call: () => unknown): unknown
}

/** Tells `nodechange` of pages: what was made, removed or changed on them, by whomever. */
export class NodeChanges {
  private readonly session: Told
  private readonly listeners = new Listeners()
  /** What has changed since it was told last, as it was then; null as long as nobody listens. */
  private before: Map<string, NodeRecord | undefined> | null = null
  private gathering = false

  constructor(session: Told) {
    this.session = session
  }

  listen(pageId: string, type: unknown, callback: unknown, once: boolean): void {
    this.listeners.add(pageId, checked(type, callback), once)
    if (this.before !== null) return
    this.before = new Map()
    this.session.document.watchNodes((id, before) => {
      if (this.before?.has(id) === false) this.before.set(id, before)
    })
  }

  leave(pageId: string, type: unknown, callback: unknown): void {
    this.listeners.remove(pageId, checked(type, callback))
  }

  /** Something has been written. */
  gather(): void {
    if (this.before === null || this.gathering) return
    this.gathering = true
    this.session.defer(() => {
      this.gathering = false
      this.tell()
    }, GATHERED_MS)
  }

  private tell(): void {
    const before = this.before ?? new Map<string, NodeRecord | undefined>()
    this.before = new Map()
    for (const [pageId, nodeChanges] of this.changesSince(before)) {
      for (const callback of this.listeners.take(pageId)) {
        this.session.callPlugin(() => callback({ nodeChanges }))
      }
    }
  }

  /** By page; of what was made or removed with all that is in it, only the outermost. */
  private changesSince(before: Before): ReadonlyMap<string, readonly NodeChange[]> {
    const { document } = this.session
    const then: WithNodes = {
      nodes: { get: (id) => (before.has(id) ? before.get(id) : document.nodes.get(id)) },
    }
    const byPage = new Map<string, NodeChange[]>()
    const put = (nodes: WithNodes, id: string, change: Omit<NodeChange, 'id' | 'origin'>): void => {
      const page = pageOf(nodes, id)?.id
      if (page === undefined) return
      const told = Object.freeze({ id, origin: 'LOCAL', ...change }) as NodeChange
      byPage.set(page, [...(byPage.get(page) ?? []), told])
    }
    for (const [id, known] of before) {
      const record = document.nodes.get(id)
      if (record === undefined) {
        if (known === undefined || !document.nodes.has(known.parentId ?? '')) continue
        const node = Object.freeze({ removed: true, type: known.type, id }) as RemovedNode
        put(then, id, { type: 'DELETE', node })
        continue
      }
      const node = this.session.nodes.of(id) as SceneNode
      if (known === undefined) {
        const isOutermost = then.nodes.get(record.parentId ?? '') !== undefined
        if (isOutermost) put(document, id, { type: 'CREATE', node })
        continue
      }
      const properties = changedIn(known, record)
      if (properties.length === 0 || follows(id, before)) continue
      put(document, id, { type: 'PROPERTY_CHANGE', node, properties } as never)
    }
    return byPage
  }
}

function checked(type: unknown, callback: unknown): (event: unknown) => unknown {
  const name = expectType(type, 'type', 'string')
  if (name !== 'nodechange') throw new Refusal(`"${name}" is not an event`)
  expectType(callback, 'callback', 'function')
  return callback as (event: unknown) => unknown
}

/** What the API calls otherwise than the record. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['parentId', 'parent'],
  ['textRanges', 'fills'],
])

function changedIn(before: NodeRecord, now: NodeRecord): readonly string[] {
  const keys = Object.keys(now) as (keyof NodeRecord)[]
  const changed = keys.filter(
    (key) => !NOT_TOLD.has(key) && JSON.stringify(before[key]) !== JSON.stringify(now[key]),
  )
  return [...new Set(changed.map((key) => NAMES.get(key) ?? key))]
}

/** Whether it is part of an instance, and changed with its main component: that is not told. */
function follows(id: string, before: Before): boolean {
  return before.has(/^I.*;([^;]+)$/.exec(id)?.[1] ?? '')
}
