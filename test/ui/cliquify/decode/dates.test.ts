import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dateOf } from '../../../../shared/cliquify/value.ts'

describe.each(['Asia/Tokyo', 'America/New_York', 'UTC'])('a date that is read in %s', (zone) => {
  beforeEach(() => {
    vi.stubEnv('TZ', zone)
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it.each([
    ['2027-01-01 12:00:00', '2027-01-01T12:00:00.000Z'],
    ['2027-01-01T12:00:00', '2027-01-01T12:00:00.000Z'],
    ['2027-01-01 12:00', '2027-01-01T12:00:00.000Z'],
    ['2027-01-01', '2027-01-01T00:00:00.000Z'],
    ['2027-01-01 12:00:00 UTC', '2027-01-01T12:00:00.000Z'],
    ['2027-01-01T12:00:00.250000Z', '2027-01-01T12:00:00.250Z'],
    ['2027-01-01T12:00:00+02:00', '2027-01-01T10:00:00.000Z'],
    [1_798_804_800, '2027-01-01T12:00:00.000Z'],
    ['1798804800', '2027-01-01T12:00:00.000Z'],
    [1_798_804_800_000, '2027-01-01T12:00:00.000Z'],
    ['yesterday', null],
    ['2027-13-45', null],
    ['', null],
    [null, null],
    [{}, null],
    [1e300, null],
  ])('is UTC where it says no zone: %j', (told, date) => {
    expect(dateOf(told)).toBe(date)
  })
})
