import { describe, expect, it } from 'vitest'
import { Trouble } from '../../../shared/trouble.ts'
import { staleText } from '../../../ui/kit/stale-text.ts'

const AT = new Date(2026, 10, 22, 14, 5).getTime()
const DAY = 86_400_000
const OFFLINE = new Trouble({ kind: 'offline', message: 'You are offline. Connect and try again.' })
const DOWN = new Trouble({ kind: 'server-down', message: 'Cliquify is down. Try again later.' })

describe('what is told above content that could not be refreshed', () => {
  it('is since when, for people who know that they are offline', () => {
    expect(staleText(OFFLINE, AT, AT + 1000)).toBe('Offline, as of today at 14:05.')
  })

  it('names the day where it is not today', () => {
    expect(staleText(OFFLINE, AT, AT + DAY)).toBe('Offline, as of 22 November 2026 at 14:05.')
  })

  it('gives the reason where it is another one', () => {
    expect(staleText(DOWN, AT, AT)).toBe(
      'Cliquify is down. Try again later. Shown as of today at 14:05.',
    )
  })
})
