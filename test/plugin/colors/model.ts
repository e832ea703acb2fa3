import {
  DEFAULT_SYNC_OPTIONS,
  type SyncRequest,
  type Outcome,
  type SyncTarget,
} from '../../../shared/sync.ts'
import type { ItemKind } from '../../../shared/color-name.ts'
import type { FileItem } from '../../../plugin/colors/file-item.ts'
import { stateOf } from '../../../plugin/colors/appearance.ts'
import { identifyColors } from '../../../plugin/colors/identity.ts'
import { planColors, type PlanRow } from '../../../plugin/colors/plan.ts'
import type { PlannedItem } from '../../../plugin/colors/plan-items.ts'

/** A file as far as plans are concerned with it. */
export interface ModelFile {
  readonly styles: readonly FileItem[]
  readonly variables: readonly FileItem[]
}

export function planRows(
  { kit, colors, options = DEFAULT_SYNC_OPTIONS }: SyncRequest,
  target: SyncTarget,
  { styles, variables }: ModelFile,
): Promise<readonly PlanRow[]> {
  const otherNames: ReadonlySet<string> = new Set()
  const file = {
    styles: { kind: 'style' as const, items: styles, otherNames },
    variables: { kind: 'variable' as const, items: variables, otherNames },
  }
  return planColors(kit, { ...options, target }, identifyColors(colors), file)
}

/** Which a person decides about. */
export const ASKED: ReadonlySet<Outcome> = new Set(['edited', 'conflict', 'unproven'])

const BY_ITSELF: ReadonlySet<Outcome> = new Set(['create', 'update', 'rename', 'adopt'])

/** The file after the plan was applied: Cliquify's side taken everywhere, or what people have kept. */
export function applied(
  rows: readonly PlanRow[],
  file: ModelFile,
  side: 'theirs' | 'kept',
): ModelFile {
  const styles = new Map(file.styles.map((item) => [item.id, item]))
  const variables = new Map(file.variables.map((item) => [item.id, item]))
  const taken = (outcome: Outcome): boolean =>
    BY_ITSELF.has(outcome) || (side === 'theirs' && ASKED.has(outcome))
  for (const row of rows) {
    if (!taken(row.outcome)) continue
    let variable: FileItem | null = null
    for (const part of partsOf(row)) {
      const items = part.kind === 'style' ? styles : variables
      const written = write(part, items)
      if (part.kind === 'variable') {
        variable =
          part.outcome === 'skipped' ? null : (written ?? items.get(part.before?.id ?? '') ?? null)
      } else if (written !== null && variable !== null) {
        styles.set(written.id, { ...written, boundTo: variable.id })
      }
    }
  }
  return {
    styles: [...styles.values()].map((style) => shown(style, variables)),
    variables: [...variables.values()],
  }
}

/** The variable comes first, as the style may be bound to it. */
export function partsOf({ variable, style }: PlanRow): readonly PlannedItem[] {
  return [variable, style].filter((part) => part !== null)
}

function write(part: PlannedItem, items: Map<string, FileItem>): FileItem | null {
  const { outcome, before, link, kind } = part
  if (link === null || outcome === 'unchanged' || outcome === 'skipped') return null
  const id = before?.id ?? newId(kind, items)
  const { name, value, gradient } = stateOf(link)
  const item = { id, name, value, link, ...(gradient === undefined ? {} : { gradient }) }
  items.set(id, item)
  return item
}

function newId(kind: ItemKind, items: ReadonlyMap<string, FileItem>): string {
  return `new-${kind}-${String(items.size)}`
}

/** What a bound style shows is its variable's. */
function shown(style: FileItem, variables: ReadonlyMap<string, FileItem>): FileItem {
  const { id, name, link, boundTo } = style
  const variable = variables.get(boundTo ?? '')
  if (boundTo === undefined || variable === undefined) return style
  return { id, name, value: variable.value, link, boundTo }
}
