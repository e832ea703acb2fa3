import { describe, expect, it } from 'vitest'
import type { Session } from '../../../shared/protocol.ts'
import {
  endingText,
  lastsText,
  maskedId,
  notKeptText,
  renewalText,
  scopesText,
  storedText,
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
    expect(lastsText(NOW + left, 'on-device', NOW)).toBe(text)
  })

  it('is open where Cliquify gave no end', () => {
    expect(lastsText(null, 'on-device', NOW)).toBe('Until Cliquify ends it.')
  })
})

describe('what a connection may read', () => {
  it('is told as Cliquify told it, or that it did not', () => {
    expect(scopesText(['assets:read', 'templates:read'], false)).toBe('assets:read, templates:read')
    expect(scopesText(null, true)).toBe('Asking Cliquify…')
    expect(scopesText(null, false)).toBe('Cliquify did not say.')
  })
})

describe('a connection that the device could not keep', () => {
  it('is said to be gone with the window, wherever it is told how long it lasts', () => {
    expect(notKeptText('in-window')).toMatch(/could not save.*when you close this window/)
    expect(lastsText(NOW + DAY, 'in-window', NOW)).toBe('Until you close this window.')
    expect(renewalText(true, 'in-window')).toBe('By itself, until you close this window.')
    expect(storedText('in-window')).toMatch(/could not save the connection.*gone when you close/)
  })

  it('is no news where it was kept', () => {
    expect(notKeptText('on-device')).toBeNull()
    expect(renewalText(true, 'on-device')).toContain('remembered on this device')
    expect(storedText('on-device')).toContain('on this device only')
  })

  it('asks to connect again where no secret is at hand either way', () => {
    expect(renewalText(false, 'in-window')).toBe(renewalText(false, 'on-device'))
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
    expect(worksText(NOW + 12 * HOUR)).toMatch(/^The connection works until 1 January 2026 at \d/)
  })

  it('works, where Cliquify does not say until when', () => {
    expect(worksText(null)).toBe('The connection works. Cliquify did not say until when.')
  })
})
