import { describe, expect, it } from 'vitest'
import { cancelled, isCancelled, Trouble, troubleOf } from '../../shared/trouble.ts'

describe('what a failure looks like to people', () => {
  it('is the trouble that was thrown', () => {
    const trouble = new Trouble({
      kind: 'connection-expired',
      message: 'Connect again.',
      action: 'connect',
      details: 'GET /x: 401',
    })
    expect(troubleOf(trouble)).toBe(trouble)
  })

  it('offers to retry where nothing else is told', () => {
    expect(new Trouble({ kind: 'edited', message: 'Try again.' })).toMatchObject({
      message: 'Try again.',
      action: 'retry',
      details: null,
    })
  })

  it('puts what nobody foresaw into the details', () => {
    const trouble = troubleOf(new TypeError('x is undefined'))
    expect(trouble.message).not.toContain('undefined')
    expect(trouble.details).toBe('TypeError: x is undefined')
    expect(troubleOf(undefined).details).toBe('undefined')
  })
})

describe('a cancelled request', () => {
  it('is told from a failure', () => {
    expect(isCancelled(cancelled())).toBe(true)
    expect(isCancelled(new DOMException('stop', 'AbortError'))).toBe(true)
    expect(isCancelled(new Trouble({ kind: 'offline', message: 'Offline.' }))).toBe(false)
    expect(isCancelled(new TypeError('x'))).toBe(false)
  })
})
