import { Listeners } from './events.ts'
import { pageOf } from './geometry.ts'
import type { NodeRecord } from './records.ts'
import { expectType, Refusal } from './refusal.ts'
import type { Handles } from './handles.ts'

type NodesNow = ReadonlyMap<string, NodeRecord>

/** Figma gathers what changes and tells it "periodically"; how often is a guess. */
const GATHERED_MS = 100

/** What belongs to the view, or is told of the nodes that it names. */
const NOT_TOLD: ReadonlySet<string> = new Set([
  'children',
  'selection',
  'selectedText',
  'focusedNodeId',
])

/** The run whose plugin is told; what `Session` has of it. */
interface Told {
  readonly document: { readonly nodes: NodesNow }
  readonly nodes: Handles<BaseNode>
  defer(call: () => void, milliseconds: number): void
  callPlugin(call: () => unknown): unknown
}

/** Tells `nodechange` of pages: what was made, removed or changed on them, by whomever. */
export class NodeChanges {
  private readonly session: Told
  private readonly listeners = new Listeners()
  /** As it was told last; null as long as nobody listens. */
  private before: NodesNow | null = null
  private gathering = false

  constructor(session: Told) {
    this.session = session
  }

  listen(pageId: string, type: unknown, callback: unknown, once: boolean): void {
    this.listeners.add(pageId, checked(type, callback), once)
    this.before ??= new Map(this.session.document.nodes)
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
    const { document } = this.session
    const [before, now] = [this.before ?? document.nodes, new Map(document.nodes)]
    this.before = now
    for (const [pageId, nodeChanges] of this.changes(before, now)) {
      for (const callback of this.listeners.take(pageId)) {
        this.session.callPlugin(() => callback({ nodeChanges }))
      }
    }
  }

  /** By page; of what was made or removed with all that is in it, only the outermost. */
  private changes(before: NodesNow, now: NodesNow): ReadonlyMap<string, readonly NodeChange[]> {
    const byPage = new Map<string, NodeChange[]>()
    const put = (nodes: NodesNow, id: string, change: Omit<NodeChange, 'id' | 'origin'>): void => {
      const page = pageOf({ nodes }, id)?.id
      if (page === undefined) return
      const told = Object.freeze({ id, origin: 'LOCAL', ...change }) as NodeChange
      byPage.set(page, [...(byPage.get(page) ?? []), told])
    }
    for (const [id, record] of now) {
      const known = before.get(id)
      if (known === record) continue
      const node = this.session.nodes.of(id) as SceneNode
      if (known === undefined) {
        if (before.has(record.parentId ?? '')) put(now, id, { type: 'CREATE', node })
        continue
      }
      const properties = changedIn(known, record)
      if (properties.length === 0 || follows(id, before, now)) continue
      put(now, id, { type: 'PROPERTY_CHANGE', node, properties } as never)
    }
    for (const [id, { type, parentId }] of before) {
      if (now.has(id) || !now.has(parentId ?? '')) continue
      const node = Object.freeze({ removed: true, type, id }) as RemovedNode
      put(before, id, { type: 'DELETE', node })
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
function follows(id: string, before: NodesNow, now: NodesNow): boolean {
  const main = /^I.*;([^;]+)$/.exec(id)?.[1] ?? ''
  return now.has(main) && before.get(main) !== now.get(main)
}
