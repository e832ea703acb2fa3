import { describe, expect, it } from 'vitest'
import type { Session } from '../../../shared/session.ts'
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
import { WITH_CREDENTIALS, WITH_TEAM } from '../../../ui/way-in.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 0, 1)
const ENDING: Session = {
  clientId: 'a',
  clientSecret: null,
  accessToken: 't',
  expiresAt: NOW + 7 * HOUR,
  scopes: null,
}

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
    [29.9 * DAY, 'In 29 days.'],
    [DAY, 'In 1 day.'],
    [5.5 * HOUR, 'In 5 hours.'],
    [90 * SECOND, 'In 1 minute.'],
    [30 * SECOND, 'In less than a minute.'],
    [0, 'Expired.'],
    [-DAY, 'Expired.'],
  ])('is told in the largest whole unit (%i ms)', (left, text) => {
    expect(lastsText(NOW + left, 'on-device', NOW)).toBe(text)
  })

  it('is open where Cliquify gave no end', () => {
    expect(lastsText(null, 'on-device', NOW)).toBe('When Cliquify ends it.')
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
    expect(lastsText(NOW + DAY, 'in-window', NOW)).toBe('When you close this window.')
    expect(renewalText(true, 'in-window', WITH_CREDENTIALS)).toBe(
      'By itself, until you close this window.',
    )
    expect(storedText('in-window', WITH_CREDENTIALS)).toMatch(
      /could not save this connection.*ends when you close/,
    )
  })

  it('is no news where it was kept', () => {
    expect(notKeptText('on-device')).toBeNull()
    expect(renewalText(true, 'on-device', WITH_CREDENTIALS)).toContain('kept on this device')
    expect(storedText('on-device', WITH_CREDENTIALS)).toContain('on this device only')
  })

  it('asks to connect again where no secret is at hand either way', () => {
    for (const lasts of ['in-window', 'on-device'] as const) {
      expect(renewalText(false, lasts, WITH_CREDENTIALS)).toMatch(/asked to connect again/)
    }
  })
})

describe('a connection through a team’s relay', () => {
  it('goes on by signing in again, and keeps nothing of a client', () => {
    const texts = [
      renewalText(false, 'on-device', WITH_TEAM),
      renewalText(false, 'in-window', WITH_TEAM),
      endingText(ENDING, NOW, WITH_TEAM),
      endingText(ENDING, NOW + DAY, WITH_TEAM),
    ]
    for (const text of texts) expect(text).toMatch(/sign in again/i)
    for (const text of [...texts, storedText('on-device', WITH_TEAM)]) {
      expect(text).not.toMatch(/connect again|client (?:ID|secret)/i)
    }
  })
})

describe('a connection that is about to end', () => {
  it('is told a working day ahead, with what to do', () => {
    expect(endingText(ENDING, NOW, WITH_CREDENTIALS)).toBe(
      'The connection to Cliquify ends in 7 hours. Connect again in time.',
    )
    const atLast = endingText(ENDING, NOW + 7 * HOUR - SECOND, WITH_CREDENTIALS)
    expect(atLast).toContain('less than a minute')
    expect(endingText(ENDING, NOW + 8 * HOUR, WITH_CREDENTIALS)).toContain('has ended')
  })

  it.each([
    ['it lasts longer', { ...ENDING, expiresAt: NOW + 9 * HOUR }],
    ['its end is not known', { ...ENDING, expiresAt: null }],
    ['it renews itself', { ...ENDING, clientSecret: 's' }],
    ['it was lost already', { ...ENDING, accessToken: null }],
    ['nobody is connected', null],
  ])('is no news where %s', (_why, given) => {
    expect(endingText(given, NOW, WITH_CREDENTIALS)).toBeNull()
  })
})

describe('a connection that was checked', () => {
  it('works until a day and time that people can read', () => {
    expect(worksText(NOW + 12 * HOUR, NOW)).toMatch(/^The connection works until today at \d\d:\d/)
    expect(worksText(NOW + 36 * HOUR, NOW)).toMatch(
      /^The connection works until 2 January 2026 at \d\d:\d/,
    )
  })

  it('works, where Cliquify does not say until when', () => {
    expect(worksText(null, NOW)).toBe('The connection works.')
  })
})
