import type { BrandColor, Rgba } from '../../../shared/brand.ts'
import type { Job } from '../../../shared/channel.ts'
import type { Progress } from '../../../shared/progress.ts'
import type { Decisions, SyncPlan, SyncReport } from '../../../shared/sync.ts'
import { openFile, type FileOptions, type OpenFile } from '../../figma/file.ts'
import { openColorRoom } from './color-room.ts'
import { idle, KEEP } from './open-colors.ts'
import { syncOf } from './samples.ts'

interface Style {
  readonly id: string
  readonly name: string
  readonly value: Rgba | null
}

interface OpenStyles {
  readonly file: OpenFile
  readonly plan: (...colors: readonly BrandColor[]) => Promise<SyncPlan>
  readonly apply: (
    colors: readonly BrandColor[],
    decisions?: Decisions,
    job?: Job<Progress>,
  ) => Promise<SyncReport>
  /** What is in the file, without what it is linked to. */
  readonly styles: () => readonly Style[]
  /** Throws for no style of this name. */
  readonly idOf: (name: string) => string
  readonly ops: () => readonly string[]
}

/** A file with the room of colors on it, in which colors become styles. */
export function openStyles(options: FileOptions = {}): OpenStyles {
  const file = openFile(options)
  const room = openColorRoom(file.figma)
  const styles = (): readonly Style[] =>
    file.snapshot().paintStyles.map(({ id, name, paints: [paint] }) => {
      const color = paint?.color ?? null
      return { id, name, value: color && paint ? { ...color, a: paint.opacity } : null }
    })
  return {
    file,
    plan: (...colors) => room.plan(syncOf(...colors)),
    apply: (colors, decisions = KEEP, job = idle()) =>
      room.apply({ ...syncOf(...colors), decisions }, job),
    styles,
    idOf(name) {
      const style = styles().find((candidate) => candidate.name === name)
      if (style === undefined) throw new Error(`no style ${name}`)
      return style.id
    },
    ops: () => file.writes().map(({ op }) => op),
  }
}
