import type { SyncRequest } from './sync.ts'

/** What is new in a library to a file that uses it; counts of colors. */
export interface LibraryNews {
  /** Since the file was open last on this device. */
  readonly added: number
  /** Those that the file shows as they were before. */
  readonly changed: number
}

/** Puts what uses the file's own colors of a kit on those of libraries. */
export interface LibraryMove extends SyncRequest {
  /**
   * `count` writes nothing; `remove` also deletes what of the file's own is not used any more.
   */
  readonly task: 'count' | 'move' | 'remove'
  /** Whether plain colors of layers that equal one of the brand become bound to it, too. */
  readonly plain: boolean
}

/** Layers of one page that use one color, and are or would be put on the library's. */
export interface MovedColor {
  /** The place of the color. */
  readonly color: number
  readonly page: string
  readonly layers: number
}

export interface LockedLayer {
  readonly id: string
  readonly name: string
  readonly page: string
}

export interface MoveReport {
  readonly moved: readonly MovedColor[]
  /** Layers that were left because they are locked. */
  readonly locked: readonly LockedLayer[]
  /** How many of the file's own styles and variables nothing uses any more; deleted by `remove`. */
  readonly unused: number
  readonly cancelled: boolean
}
