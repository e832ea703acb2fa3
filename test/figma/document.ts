import type { DocumentSnapshot, Write } from './host-api.ts'
import { Refusal } from './refusal.ts'
import { WriteLog } from './write-log.ts'
import { blankNode } from './blank-node.ts'
import { VariableNames } from './variable-names.ts'
import {
  fromText,
  type CollectionRecord,
  type NodeRecord,
  type StyleRecord,
  type VariableRecord,
} from './records.ts'

/** The nodes by their ids; tells of each that changes what it was before. */
export class Nodes extends Map<string, NodeRecord> {
  watch: ((id: string, before: NodeRecord | undefined) => void) | null = null

  override set(id: string, record: NodeRecord): this {
    this.watch?.(id, this.get(id))
    return super.set(id, record)
  }

  override delete(id: string): boolean {
    this.watch?.(id, this.get(id))
    return super.delete(id)
  }
}

/** Everything that undo takes back; maps keep the order of the interface's lists. */
export interface Tables {
  readonly nodes: Nodes
  readonly styles: Map<string, StyleRecord>
  readonly variables: Map<string, VariableRecord>
  readonly collections: Map<string, CollectionRecord>
}

export interface DocumentOptions {
  readonly editor: DocumentSnapshot['editor']
  readonly colorProfile: DocumentSnapshot['colorProfile']
  /** How many modes the plan lets a collection have. */
  readonly modeLimit: number
  /** Of the file. */
  readonly name?: string
  readonly plan: DocumentSnapshot['plan']
}

const ROOT_ID = '0:0'
const MOST_UNDO_STEPS = 100
const READ_ONLY = {
  parameters: 'Cannot change the document while the plugin is accepting parameters',
  'dev-mode': 'Cannot change the document in Dev Mode, which is read-only',
} as const

/** One file: its records, the gate through which every write goes, and its undo steps. */
export class FigmaDocument {
  editor: DocumentSnapshot['editor']
  colorProfile: DocumentSnapshot['colorProfile']
  modeLimit: number
  plan: DocumentSnapshot['plan']
  currentPageId: string
  readonly images = new Map<string, Uint8Array>()
  readonly videos = new Map<string, Uint8Array>()
  /** What the file published last: records as text, by id. */
  published: ReadonlyMap<string, string> = new Map()
  /** Told after every write, also of those that undo or another person made. */
  onChange: () => void = () => undefined
  /** Told after a write to a component, or to something in it. */
  onComponent: (id: string) => void = () => undefined
  private tables: Tables = {
    nodes: new Nodes(),
    styles: new Map(),
    variables: new Map(),
    collections: new Map(),
  }
  private names = new VariableNames(this.tables.variables)
  private readonly log = new WriteLog()
  private undoStack: Tables[] = []
  private stepOpen = false
  private lastId = 0
  /** No two files have a key in common. */
  private readonly keySeed = Math.floor(Math.random() * 2 ** 32)
  private failAfter: number | null = null
  /** What every write is refused with; null where they are taken. */
  refusal: string | null = null
  /** Why a plugin may read, but not write; null where it may. */
  readOnly: 'parameters' | 'dev-mode' | null = null

  constructor(options: DocumentOptions) {
    this.editor = options.editor
    this.colorProfile = options.colorProfile
    this.modeLimit = options.modeLimit
    this.plan = options.plan
    this.tables.nodes.set(ROOT_ID, blankNode(ROOT_ID, 'DOCUMENT', options.name ?? 'Untitled'))
    const page = blankNode('0:1', 'PAGE', 'Page 1')
    this.currentPageId = page.id
    this.add(page, ROOT_ID)
  }

  /** A document of its own in the same state, with nothing to undo and nothing logged. */
  copy(): FigmaDocument {
    const copy = new FigmaDocument(this)
    copy.tables = copyTables(this.tables)
    copy.names = new VariableNames(copy.tables.variables)
    copy.currentPageId = this.currentPageId
    copy.lastId = this.lastId
    copy.published = this.published
    for (const [hash, bytes] of this.images) copy.images.set(hash, bytes)
    return copy
  }

  get rootId(): string {
    return ROOT_ID
  }

  get nodes(): ReadonlyMap<string, NodeRecord> {
    return this.tables.nodes
  }

  get styles(): ReadonlyMap<string, StyleRecord> {
    return this.tables.styles
  }

  get variables(): ReadonlyMap<string, VariableRecord> {
    return this.tables.variables
  }

  get collections(): ReadonlyMap<string, CollectionRecord> {
    return this.tables.collections
  }

  get undoSteps(): number {
    return this.undoStack.length
  }

  /** For nodes: `1:7`. */
  newNodeId(): string {
    return `1:${++this.lastId}`
  }

  /** For styles, variables and collections: 40 hexadecimal digits. */
  newKey(): string {
    const seed = (++this.lastId * 2654435761 + this.keySeed) >>> 0
    return (seed.toString(16).padStart(8, '0') + this.lastId.toString(16).padStart(32, '0')).slice(
      -40,
    )
  }

  /** The ids of a collection's variables, in order; of an extended one, those that it inherits. */
  variableIds(collectionId: string): readonly string[] {
    const { extension } = this.collection(collectionId)
    if (extension !== null) return this.variableIds(extension.parentId)
    return [...this.tables.variables.values()]
      .filter((variable) => variable.collectionId === collectionId)
      .map(({ id }) => id)
  }

  /** Ids by name, of a collection's variables. */
  variableNames(collectionId: string): ReadonlyMap<string, string> {
    return this.names.of(collectionId)
  }

  node(id: string): NodeRecord {
    const record = this.tables.nodes.get(id)
    if (record === undefined) throw new Refusal(`The node with id "${id}" does not exist`)
    return record
  }

  style(id: string): StyleRecord {
    const record = this.tables.styles.get(id)
    if (record === undefined) throw new Refusal(`The style with id "${id}" does not exist`)
    return record
  }

  variable(id: string): VariableRecord {
    const record = this.tables.variables.get(id)
    if (record === undefined) throw new Refusal(`The variable with id "${id}" does not exist`)
    return record
  }

  collection(id: string): CollectionRecord {
    const record = this.tables.collections.get(id)
    if (record === undefined) {
      throw new Refusal(`The variable collection with id "${id}" does not exist`)
    }
    return record
  }

  /** The gate: fails when told to, opens an undo step, logs, then makes the change. */
  write<R>(op: string, target: string, value: unknown, change: () => R): R {
    if (this.readOnly !== null) throw new Refusal(READ_ONLY[this.readOnly])
    if (this.refusal !== null) throw new Refusal(this.refusal)
    if (this.isRemote(target)) throw new Refusal('Cannot write to what is from a library')
    if (this.failAfter !== null && --this.failAfter === 0) {
      this.failAfter = null
      throw new Refusal('The write failed, as the test asked for')
    }
    if (!this.stepOpen) {
      this.stepOpen = true
      this.undoStack.push(copyTables(this.tables))
      if (this.undoStack.length > MOST_UNDO_STEPS) this.undoStack.shift()
    }
    this.log.add({ op, target, value: plain(value) })
    const before = this.componentAround(target)
    const result = change()
    for (const id of new Set([before, this.componentAround(target)])) {
      if (id !== null && this.tables.nodes.has(id)) this.onComponent(id)
    }
    this.onChange()
    return result
  }

  private isRemote(id: string): boolean {
    const { styles, variables, collections } = this.tables
    return (styles.get(id) ?? variables.get(id) ?? collections.get(id))?.remote === true
  }

  private componentAround(id: string): string | null {
    let step = this.tables.nodes.get(id)
    while (step !== undefined && step.type !== 'COMPONENT') {
      step = step.parentId === null ? undefined : this.tables.nodes.get(step.parentId)
    }
    return step?.id ?? null
  }

  /** The k-th next write throws; 1 is the very next. */
  failWrite(k: number): void {
    this.failAfter = k
  }

  writes(): readonly Write[] {
    return this.log.all()
  }

  clearWrites(): void {
    this.log.clear()
  }

  commitUndo(): void {
    this.stepOpen = false
  }

  undo(): void {
    this.stepOpen = false
    const before = this.undoStack.pop()
    if (before === undefined) return
    before.nodes.watch = this.tables.nodes.watch
    this.tellUndone(this.tables.nodes, before.nodes)
    this.tables = before
    this.names = new VariableNames(before.variables)
    if (!before.nodes.has(this.currentPageId)) {
      this.currentPageId = this.node(ROOT_ID).children[0] ?? this.currentPageId
    }
    this.onChange()
  }

  private tellUndone(now: Nodes, before: Nodes): void {
    const { watch } = now
    if (watch === null) return
    for (const id of new Set([...now.keys(), ...before.keys()])) {
      if (now.get(id) !== before.get(id)) watch(id, now.get(id))
    }
  }

  /** Told of each node that changes from now on what it was before; null ends that. */
  watchNodes(watch: Nodes['watch']): void {
    this.tables.nodes.watch = watch
  }

  /** What another person does: also what an undo later goes back to has it. */
  editEverywhere(edit: (tables: Tables) => void): void {
    for (const tables of [this.tables, ...this.undoStack]) edit(tables)
    this.names = new VariableNames(this.tables.variables)
    this.onChange()
  }

  /** Only what was built before the plugin came: nothing to undo, nothing logged. */
  forgetHistory(): void {
    this.undoStack = []
    this.stepOpen = false
    this.clearWrites()
  }

  patchNode(id: string, change: Partial<NodeRecord>): void {
    this.tables.nodes.set(id, { ...this.node(id), ...change })
  }

  patchStyle(id: string, change: Partial<StyleRecord>): void {
    this.tables.styles.set(id, { ...this.style(id), ...change })
  }

  patchVariable(id: string, change: Partial<VariableRecord>): void {
    const before = this.variable(id)
    const record = { ...before, ...change }
    this.names.drop(before)
    this.names.add(record)
    this.tables.variables.set(id, record)
  }

  patchCollection(id: string, change: Partial<CollectionRecord>): void {
    this.tables.collections.set(id, { ...this.collection(id), ...change })
  }

  addStyle(record: StyleRecord): void {
    this.tables.styles.set(record.id, record)
  }

  removeStyle(id: string): void {
    dropStyle(this.tables, id)
  }

  /** Puts the styles in this order. */
  orderStyles(ids: readonly string[]): void {
    const records = ids.map((id) => this.style(id))
    this.tables.styles.clear()
    for (const record of records) this.tables.styles.set(record.id, record)
  }

  addVariable(record: VariableRecord): void {
    this.names.add(record)
    this.tables.variables.set(record.id, record)
  }

  removeVariable(id: string): void {
    this.names.drop(this.variable(id))
    this.tables.variables.delete(id)
  }

  addCollection(record: CollectionRecord): void {
    this.tables.collections.set(record.id, record)
  }

  removeCollection(id: string): void {
    if (this.collection(id).extension !== null) {
      this.tables.collections.delete(id)
      return
    }
    for (const variableId of this.variableIds(id)) this.removeVariable(variableId)
    this.tables.collections.delete(id)
  }

  /** Adds a node as the last, so the topmost, child of its parent. */
  add(record: NodeRecord, parentId: string): void {
    this.tables.nodes.set(record.id, { ...record, parentId })
    const parent = this.node(parentId)
    this.patchNode(parentId, { children: parent.children.concat([record.id]) })
  }

  /** Adds a node that nothing holds yet. */
  addLoose(record: NodeRecord): void {
    this.tables.nodes.set(record.id, record)
  }

  /** Moves a node under a parent; the index counts after it left its old place. */
  move(id: string, parentId: string, index: number): void {
    const from = this.node(id).parentId
    if (from !== null) {
      const siblings = this.node(from).children
      this.patchNode(from, { children: siblings.filter((child) => child !== id) })
    }
    const children = [...this.node(parentId).children]
    children.splice(index, 0, id)
    this.patchNode(parentId, { children })
    this.patchNode(id, { parentId })
  }

  /** Removes a node and all that is in it. */
  remove(id: string): void {
    dropNode(this.tables, id)
  }
}

/** Removes a style; what used it keeps its look and loses the link. */
export function dropStyle(tables: Tables, id: string): void {
  const style = tables.styles.get(id)
  if (style === undefined) return
  const paints = fromText(style.paints)
  tables.styles.delete(id)
  for (const node of tables.nodes.values()) {
    if (node.fillStyleId !== id && node.strokeStyleId !== id) continue
    const change = {
      ...(node.fillStyleId === id ? { fillStyleId: '', fills: paints } : {}),
      ...(node.strokeStyleId === id ? { strokeStyleId: '', strokes: paints } : {}),
    }
    tables.nodes.set(node.id, { ...node, ...change })
  }
}

/** Removes a node with its descendants, also from its page's selection. */
export function dropNode(tables: Tables, id: string): void {
  const node = tables.nodes.get(id)
  if (node === undefined) return
  const gone = new Set<string>()
  const collect = (nodeId: string): void => {
    gone.add(nodeId)
    for (const child of tables.nodes.get(nodeId)?.children ?? []) collect(child)
  }
  collect(id)
  const parent = node.parentId === null ? undefined : tables.nodes.get(node.parentId)
  if (parent !== undefined) {
    const children = parent.children.filter((child) => child !== id)
    tables.nodes.set(parent.id, { ...parent, children })
  }
  for (const nodeId of gone) tables.nodes.delete(nodeId)
  for (const page of tables.nodes.values()) {
    if (page.type !== 'PAGE' || !page.selection.some((selected) => gone.has(selected))) continue
    const selection = page.selection.filter((selected) => !gone.has(selected))
    tables.nodes.set(page.id, { ...page, selection })
  }
}

function copyTables(tables: Tables): Tables {
  return {
    nodes: new Nodes(tables.nodes),
    styles: new Map(tables.styles),
    variables: new Map(tables.variables),
    collections: new Map(tables.collections),
  }
}

/** Plain data for the log: bytes by their length. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return { bytes: value.byteLength }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
}
