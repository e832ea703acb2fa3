import { describe, expect, it } from 'vitest'
import type { Session } from '../../../shared/protocol.ts'
import {
  endingText,
  maskedId,
  timeLeftText,
  worksText,
} from '../../../ui/settings/connection-texts.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 0, 1)

describe('a masked client ID', () => {
  it('shows the first four and the last two characters', () => {
    expect(maskedId('a1b2c3d4e5f6g7h8')).toBe('a1b2…h8')
  })

  it('shows less of a short one', () => {
    expect(maskedId('a1b2c3')).toBe('a1…')
    expect(maskedId('')).toBe('…')
  })
})

describe('the time that a connection lasts', () => {
  it.each([
    [29.9 * DAY, 'Another 29 days.'],
    [DAY, 'Another 1 day.'],
    [5.5 * HOUR, 'Another 5 hours.'],
    [90 * SECOND, 'Another 1 minute.'],
    [30 * SECOND, 'Less than a minute.'],
    [0, 'Expired.'],
    [-DAY, 'Expired.'],
  ])('is told in the largest whole unit (%i ms)', (left, text) => {
    expect(timeLeftText(NOW + left, NOW)).toBe(text)
  })

  it('is open where Cliquify gave no end', () => {
    expect(timeLeftText(null, NOW)).toBe('Until Cliquify ends it.')
  })
})

describe('a connection that is about to end', () => {
  const session: Session = {
    clientId: 'a',
    clientSecret: null,
    accessToken: 't',
    expiresAt: NOW + 7 * HOUR,
    scopes: null,
  }

  it('is told a working day ahead, with what to do', () => {
    expect(endingText(session, NOW)).toBe(
      'The connection to Cliquify ends in 7 hours. Connect again in time.',
    )
    expect(endingText(session, NOW + 7 * HOUR - SECOND)).toContain('less than a minute')
    expect(endingText(session, NOW + 8 * HOUR)).toContain('has ended')
  })

  it.each([
    ['it lasts longer', { ...session, expiresAt: NOW + 9 * HOUR }],
    ['its end is not known', { ...session, expiresAt: null }],
    ['it renews itself', { ...session, clientSecret: 's' }],
    ['it was lost already', { ...session, accessToken: null }],
    ['nobody is connected', null],
  ])('is no news where %s', (_why, given) => {
    expect(endingText(given, NOW)).toBeNull()
  })
})

describe('a connection that was checked', () => {
  it('works until a day and time that people can read', () => {
    expect(worksText(NOW + 12 * HOUR)).toMatch(/^The connection works until January 1, 2026 at \d/)
  })

  it('works, where Cliquify does not say until when', () => {
    expect(worksText(null)).toBe('The connection works. Cliquify did not say until when.')
  })
})
