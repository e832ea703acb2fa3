import type { GridCells } from './grid.ts'
import type { CollectionSnapshot } from './host-api.ts'

/** The document as plain, frozen records: a write replaces a record, it never changes one. */

export interface WithPluginData {
  readonly id: string
  readonly pluginData: Readonly<Record<string, string>>
  readonly sharedPluginData: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The node types that the emulation has. */
export type EmulatedType =
  | 'DOCUMENT'
  | 'PAGE'
  | 'FRAME'
  | 'GROUP'
  | 'SECTION'
  | 'COMPONENT'
  | 'INSTANCE'
  | 'RECTANGLE'
  | 'ELLIPSE'
  | 'TEXT'
  | 'VECTOR'

export interface NodeRecord extends WithPluginData {
  readonly type: EmulatedType
  readonly name: string
  readonly parentId: string | null
  readonly children: readonly string[]
  readonly visible: boolean
  readonly locked: boolean
  readonly opacity: number
  readonly blendMode: BlendMode
  /** Relative to the nearest ancestor that is not a group. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
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
  readonly fontSize: number
  readonly fontName: FontName
  readonly mainComponentId: string | null
  readonly description: string
  readonly selection: readonly string[]
  readonly backgrounds: readonly Paint[]
  readonly relaunchData: Readonly<Record<string, string>>
}

export interface StyleRecord extends WithPluginData {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly paints: readonly Paint[]
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
  readonly valuesByMode: Readonly<Record<string, VariableValue>>
  readonly scopes: readonly VariableScope[]
  readonly codeSyntax: Readonly<Partial<Record<CodeSyntaxPlatform, string>>>
}

export interface CollectionRecord extends WithPluginData {
  readonly key: string
  readonly name: string
  readonly hiddenFromPublishing: boolean
  readonly modes: CollectionSnapshot['modes']
}

/** What `figma.mixed` is. */
export const MIXED: PluginAPI['mixed'] = Symbol('figma.mixed') as never

/** Shared by all that have nothing: thousands of empty objects slow QuickJS down. */
export const NOTHING: Readonly<Record<string, never>> = Object.freeze({})

/** Freezes plain data all the way down; bytes cannot be frozen and are left alone. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  if (Object.isFrozen(value)) return value
  for (const member of Object.values(value) as unknown[]) deepFreeze(member)
  return Object.freeze(value)
}
