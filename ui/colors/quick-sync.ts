import type { QuietRun } from '../window/quiet-run.ts'
import type { ColorSync } from './color-sync.ts'
import { changeCount, needsPerson, NOTHING_DECIDED } from './decisions.ts'
import { quickText } from './sync-texts.ts'

/** The command "Sync brand colors": without a window where there is nothing to decide. */
export async function quickSync(
  sync: Pick<ColorSync, 'plan' | 'apply'>,
  quiet: QuietRun,
): Promise<void> {
  const plan = await sync.plan()
  // A window that showed itself meanwhile has somebody in front of it, who decides.
  if (!quiet.active) return
  if (plan === null || needsPerson(plan)) {
    quiet.show()
  } else if (changeCount(plan.rows, NOTHING_DECIDED) === 0 && !plan.isMerged) {
    quiet.finish(quickText(null))
  } else {
    const report = await sync.apply()
    if (report === null || report.rows.some(({ result }) => result === 'failed')) quiet.show()
    else quiet.finish(quickText(report))
  }
}
