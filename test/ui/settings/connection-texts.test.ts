import { describe, expect, it } from 'vitest'
import { maskedId, timeLeftText } from '../../../ui/settings/connection-texts.ts'

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
