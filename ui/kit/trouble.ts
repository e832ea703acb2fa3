import { ChannelError } from '../../shared/channel.ts'
import { ApiError, type ApiErrorAction } from '../cliquify/errors.ts'

/** A failure as it is shown to people, wherever it came from; an `ApiError` is one. */
export interface Trouble {
  /** One sentence, and what to do next. */
  readonly message: string
  readonly action: ApiErrorAction
  /** For engineers, without secrets; null where there is nothing to add. */
  readonly details: string | null
}

/** Makes any thrown value presentable. */
export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof ApiError) return thrown
  if (thrown instanceof ChannelError) {
    return { message: thrown.message, action: 'retry', details: thrown.details }
  }
  return {
    message: 'Something went wrong in the plugin. Try again.',
    action: 'retry',
    details: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown),
  }
}

/** Whether the failure is only that somebody, or a screen that went away, cancelled. */
export function isCancelled(thrown: unknown): boolean {
  if (thrown instanceof ApiError) return thrown.kind === 'cancelled'
  if (thrown instanceof ChannelError) return thrown.code === 'cancelled' || thrown.code === 'closed'
  return thrown instanceof DOMException && thrown.name === 'AbortError'
}
