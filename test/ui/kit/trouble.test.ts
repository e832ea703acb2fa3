import { describe, expect, it } from 'vitest'
import { ChannelError } from '../../../shared/channel.ts'
import { ApiError } from '../../../ui/cliquify/errors.ts'
import { isCancelled, troubleOf } from '../../../ui/kit/trouble.ts'

describe('what a failure looks like to people', () => {
  it('keeps the sentence and the action of an API failure', () => {
    const error = new ApiError('connection-expired', 'Connect again.', 'connect', 'GET /x: 401')
    expect(troubleOf(error)).toMatchObject({
      message: 'Connect again.',
      action: 'connect',
      details: 'GET /x: 401',
    })
  })

  it('keeps the sentence of the sandbox, and offers to retry', () => {
    const error = new ChannelError({
      code: 'failed',
      message: 'Try again.',
      details: 'in set_name',
    })
    expect(troubleOf(error)).toEqual({
      message: 'Try again.',
      action: 'retry',
      details: 'in set_name',
    })
  })

  it('puts what nobody foresaw into the details', () => {
    const trouble = troubleOf(new TypeError('x is undefined'))
    expect(trouble.message).not.toContain('undefined')
    expect(trouble.details).toBe('TypeError: x is undefined')
  })
})

describe('a cancelled request', () => {
  it('is told from a failure', () => {
    expect(isCancelled(new ApiError('cancelled', 'Cancelled.', 'none', null))).toBe(true)
    expect(isCancelled(new DOMException('stop', 'AbortError'))).toBe(true)
    expect(isCancelled(new ApiError('offline', 'Offline.', 'retry', null))).toBe(false)
    expect(isCancelled(new TypeError('x'))).toBe(false)
  })
})
