/**
 * The document as plain records: a write replaces a record, it never changes one. They are not
 * frozen, as each frozen object is one more for QuickJS to walk over whenever it collects garbage;
 * what a plugin reads is a frozen copy.
 */

export interface WithPluginData {
  readonly id: string
  readonly pluginData: Readonly<Record<string, string>>
  readonly sharedPluginData: AsText<SharedPluginData>
}

/** The node types that the emulation has. */
export type EmulatedType =
  | 'DOCUMENT'
  | 'PAGE'
  | 'FRAME'
  | 'GROUP'
  | 'SECTION'
  | 'COMPONENT'
  | 'COMPONENT_SET'
  | 'SLIDE'
  | 'INSTANCE'
  | 'RECTANGLE'
  | 'ELLIPSE'
  | 'TEXT'
  | 'VECTOR'

/** The cells of a grid that a layer takes up. */
export interface GridCells {
  readonly gridId: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** Characters from `start` to before `end`. */
export interface TextRange {
  readonly start: number
  readonly end: number
  readonly fills: readonly Paint[]
  readonly fillStyleId: string
}

export interface SelectedText {
  readonly nodeId: string
  readonly start: number
  readonly end: number
}

export interface NodeRecord extends WithPluginData {
  readonly type: EmulatedType
  readonly name: string
  readonly parentId: string | null
  readonly children: readonly string[]
  readonly visible: boolean
  readonly locked: boolean
  readonly opacity: number
  readonly blendMode: BlendMode
  readonly effects: readonly Effect[]
  readonly isMask: boolean
  readonly exportSettings: AsText<readonly ExportSettings[]>
  /** Relative to the nearest ancestor that is not a group. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** In degrees against the clock, about the upper left corner. */
  readonly rotation: number
  readonly cornerRadius: number
  readonly clipsContent: boolean
  readonly constraints: Constraints
  readonly fills: readonly Paint[]
  readonly strokes: readonly Paint[]
  readonly strokeWeight: number
  readonly strokeAlign: 'CENTER' | 'INSIDE' | 'OUTSIDE'
  readonly fillStyleId: string
  readonly strokeStyleId: string
  readonly layoutMode: 'NONE' | 'HORIZONTAL' | 'VERTICAL' | 'GRID'
  readonly paddingLeft: number
  readonly paddingRight: number
  readonly paddingTop: number
  readonly paddingBottom: number
  readonly itemSpacing: number
  readonly layoutWrap: 'NO_WRAP' | 'WRAP'
  /** Null for the same as `itemSpacing`. */
  readonly counterAxisSpacing: number | null
  readonly primaryAxisSizingMode: 'FIXED' | 'AUTO'
  readonly counterAxisSizingMode: 'FIXED' | 'AUTO'
  readonly primaryAxisAlignItems: 'MIN' | 'MAX' | 'CENTER' | 'SPACE_BETWEEN'
  readonly counterAxisAlignItems: 'MIN' | 'MAX' | 'CENTER' | 'BASELINE'
  readonly layoutPositioning: 'AUTO' | 'ABSOLUTE'
  readonly layoutAlign: 'MIN' | 'CENTER' | 'MAX' | 'STRETCH' | 'INHERIT'
  readonly layoutGrow: number
  readonly gridRowCount: number
  readonly gridColumnCount: number
  /** In the grid that it was put into last. */
  readonly gridCells: GridCells | null
  readonly gridChildHorizontalAlign: 'MIN' | 'CENTER' | 'MAX' | 'AUTO'
  readonly gridChildVerticalAlign: 'MIN' | 'CENTER' | 'MAX' | 'AUTO'
  readonly vectorPaths: readonly {
    readonly windingRule: WindingRule | 'NONE'
    readonly data: string
  }[]
  /** Null for what has none, or none that is known. */
  readonly vectorNetwork: VectorNetwork | null
  readonly characters: string
  /** Of a text whose parts differ in their fills: all of it, in order; else empty. */
  readonly textRanges: readonly TextRange[]
  readonly fontSize: number
  readonly fontName: FontName
  readonly mainComponentId: string | null
  readonly description: string
  readonly selection: readonly string[]
  /** Of a page on which a text is being edited. */
  readonly selectedText: SelectedText | null
  /** Of a page of Slides or Buzz, in asset view: the slide or asset that is shown. */
  readonly focusedNodeId: string | null
  readonly backgrounds: readonly Paint[]
  readonly relaunchData: Readonly<Record<string, string>>
  readonly reactions: AsText<readonly Reaction[]>
  /** What Dev Mode links the layer to. */
  readonly devResources: readonly { readonly name: string; readonly url: string }[]
}

export interface StyleRecord extends WithPluginData {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly paints: AsText<readonly Paint[]>
  /** From a library: it cannot be written. */
  readonly remote: boolean
}

export interface VariableRecord extends WithPluginData {
  readonly key: string
  readonly collectionId: string
  readonly name: string
  readonly description: string
  readonly hiddenFromPublishing: boolean
  readonly resolvedType: 'BOOLEAN' | 'COLOR' | 'FLOAT' | 'STRING'
  readonly valuesByMode: AsText<ValuesByMode>
  readonly scopes: AsText<readonly VariableScope[]>
  readonly codeSyntax: AsText<Readonly<Partial<Record<CodeSyntaxPlatform, string>>>>
  /** From a library: it cannot be written. */
  readonly remote: boolean
}

export type ValuesByMode = Readonly<Record<string, VariableValue>>

export interface CollectionRecord extends WithPluginData {
  readonly key: string
  readonly name: string
  readonly hiddenFromPublishing: boolean
  readonly modes: readonly ModeRecord[]
  readonly remote: boolean
  /** Of an extended collection, by the ids of variables. */
  readonly extension: {
    readonly parentId: string
    readonly overrides: AsText<Readonly<Record<string, ValuesByMode>>>
  } | null
}

interface ModeRecord {
  readonly modeId: string
  readonly name: string
  /** Of an extended collection. */
  readonly parentModeId?: string
}

/** By namespace and key. */
export type SharedPluginData = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * Plain data as text: what a file has thousands of would slow QuickJS down, were it objects,
 * whenever it collects garbage.
 */
export type AsText<T> = string & { readonly textOf: T }

export function toText<T>(value: T): AsText<T> {
  return JSON.stringify(value) as AsText<T>
}

export function fromText<T>(text: AsText<T>): T {
  return JSON.parse(text) as T
}

export const NO_SHARED_DATA: AsText<SharedPluginData> = toText({})
export const NO_EXPORTS = toText<readonly ExportSettings[]>([])
export const NO_REACTIONS: AsText<readonly Reaction[]> = toText([])

/** What `figma.mixed` is. */
export const MIXED: PluginAPI['mixed'] = Symbol('figma.mixed') as never

/** Shared by all that have nothing: thousands of empty objects slow QuickJS down. */
export const NOTHING: Readonly<Record<string, never>> = Object.freeze({})

/** A frozen copy of plain data, all the way down; what is frozen already, bytes and objects of the API stay themselves. */
export function frozenCopy<T>(value: T): T
export function frozenCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (Array.isArray(value)) return Object.freeze(value.map((item: unknown) => frozenCopy(item)))
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  const copy: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value)) copy[key] = frozenCopy(member)
  return Object.freeze(copy)
}
