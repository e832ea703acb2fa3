import type { BrandColor, KitRef } from '../../../shared/brand.ts'
import type { Job } from '../../../shared/channel.ts'
import type { Progress } from '../../../shared/progress.ts'
import {
  DEFAULT_SYNC_OPTIONS,
  type Decisions,
  type Outcome,
  type SyncOptions,
  type SyncPlan,
  type SyncReport,
} from '../../../shared/sync.ts'
import { openColorRoom, type ColorRoom } from './color-room.ts'
import { openFile, type FileOptions, type OpenFile } from '../../figma/file.ts'
import type { CollectionSnapshot, StyleSnapshot, VariableSnapshot } from '../../figma/host-api.ts'
import { KIT } from './samples.ts'

export const KEEP: Decisions = { take: [], remove: [], leaveOut: [], merge: [] }

export function idle(): Job<Progress> {
  return { cancelled: false, progress: () => undefined }
}

type Args = [
  colors: readonly BrandColor[],
  other?: Partial<SyncOptions>,
  kit?: KitRef,
  otherKits?: readonly string[] | null,
]

interface OpenColors {
  readonly file: OpenFile
  readonly room: ColorRoom
  readonly plan: (...args: Args) => Promise<SyncPlan>
  readonly apply: (
    colors: readonly BrandColor[],
    other?: Partial<SyncOptions>,
    decisions?: Partial<Decisions>,
    kit?: KitRef,
    otherKits?: readonly string[] | null,
  ) => Promise<SyncReport>
  readonly outcomes: (...args: Args) => Promise<readonly Outcome[]>
  readonly collections: () => readonly CollectionSnapshot[]
  readonly variables: () => readonly VariableSnapshot[]
  readonly variable: (name: string) => Promise<Variable>
  readonly styles: () => readonly StyleSnapshot[]
  readonly ops: () => readonly string[]
}

/** A file with the room of colors on it. */
export function openColors(given: Partial<SyncOptions>, fileOptions: FileOptions = {}): OpenColors {
  const file = openFile(fileOptions)
  const room = openColorRoom(file.figma)
  const options = { ...DEFAULT_SYNC_OPTIONS, ...given }
  const withOptions = (other: Partial<SyncOptions> = {}): SyncOptions => ({ ...options, ...other })
  const plan: OpenColors['plan'] = (colors, other, kit = KIT, otherKits = []) =>
    room.plan({ kit, otherKits, colors, options: withOptions(other) })
  const apply: OpenColors['apply'] = (colors, other, decisions = {}, kit = KIT, otherKits = []) =>
    room.apply(
      { kit, otherKits, colors, options: withOptions(other), decisions: { ...KEEP, ...decisions } },
      idle(),
    )
  const outcomes: OpenColors['outcomes'] = async (...args) =>
    (await plan(...args)).rows.map(({ outcome }) => outcome)
  const collections: OpenColors['collections'] = () => file.snapshot().collections
  const variables: OpenColors['variables'] = () =>
    collections().flatMap((collection) => collection.variables)
  const variable: OpenColors['variable'] = async (name) => {
    const all = await file.figma.variables.getLocalVariablesAsync('COLOR')
    const found = all.find((each) => each.name === name)
    if (found === undefined) throw new Error(`no variable ${name}`)
    return found
  }
  const styles: OpenColors['styles'] = () => file.snapshot().paintStyles
  const ops: OpenColors['ops'] = () => file.writes().map(({ op }) => op)
  return { file, room, plan, apply, outcomes, collections, variables, variable, styles, ops }
}
