import { type Job } from '../shared/channel.ts'
import { takeTurns } from '../shared/in-turn.ts'
import { cancelled } from '../shared/trouble.ts'
import { ifAble } from './if-able.ts'
import { isViewOnly } from './refusal-texts.ts'
import { refused } from './refused.ts'

/**
 * All that writes to the document goes through here: whatever overlaps in the window, jobs run one
 * after the other, in the order in which they were asked for, and each is one undo step. A job that
 * fails does not keep the next from running. What only reads does not wait here.
 */
export interface WriteQueue {
  /** Jobs with one `step` are one undo step for as long as no other job comes between them. */
  run<T>(job: () => T | Promise<T>, step?: SharedStep): Promise<T>
  openBatch(): Batch
  /** Resolves once all that was asked for before is written. */
  written(): Promise<void>
}

/** An undo step of several jobs. */
export interface SharedStep {
  /** Whether more of it is to come; else it ends with the job that has just run. */
  isOpen(): boolean
}

/** One job, one undo step, that is told in parts: nothing else is written until it was ended. */
export interface Batch {
  run<T>(part: () => T | Promise<T>): Promise<T>
  /** Resolves once its undo step has ended. */
  end(): Promise<void>
}

export function createWriteQueue(figma: Pick<PluginAPI, 'commitUndo'>): WriteQueue {
  const inTurn = takeTurns()
  let open: SharedStep | null = null
  const commit = (): void => ifAble(() => figma.commitUndo())

  const run: WriteQueue['run'] = (job, step) =>
    inTurn(async () => {
      if (!step || step !== open) commit()
      open = null
      try {
        return await job()
      } catch (error) {
        throw isViewOnly(error) ? refused('failed', '', error) : error
      } finally {
        if (step?.isOpen()) open = step
        else commit()
      }
    })

  return {
    run,
    written: () => inTurn(() => undefined),
    openBatch() {
      const inBatch = takeTurns()
      let end = (): void => undefined
      const ended = new Promise<void>((resolve) => {
        end = resolve
      })
      let job = Promise.resolve()
      const begun = new Promise<void>((begin) => {
        job = run(() => {
          begin()
          return ended
        })
      })
      void inBatch(() => begun)
      return {
        run: inBatch,
        end() {
          void inBatch(end)
          return job
        },
      }
    },
  }
}

/**
 * The work, unless its caller has given up by the time that it begins: then it rejects with
 * `Trouble` kind `cancelled`, and nothing is written.
 */
export function unlessCancelled<T>(
  job: Pick<Job<never>, 'cancelled'>,
  work: () => T | Promise<T>,
): () => Promise<T> {
  return async () => {
    if (!job.cancelled) return work()
    throw cancelled()
  }
}
