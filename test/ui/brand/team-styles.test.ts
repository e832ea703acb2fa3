import { expect, it, onTestFinished } from 'vitest'
import type { NotedStyles } from '../../../shared/published-styles.ts'
import { exchangeStyles } from '../../../ui/brand/team-styles.ts'
import { openRelay } from '../../relay/open-relay.ts'
import { connectedEnds } from '../placement/border.ts'

const styles = (library: string, at: string, count: number): NotedStyles => ({
  library,
  at,
  isPublished: true,
  keys: Object.fromEntries(Array.from({ length: count }, (_, each) => [`color-${each}`, '4f1c'])),
})

it('shares what the team’s relay takes, whatever it has refused before', async () => {
  const relay = await openRelay('Node')
  onTestFinished(() => relay.close())
  const token = await relay.signIn('Ada')
  const later = styles('Later', '2026-11-29T10:00:00.000Z', 3)
  const { plugin, sandbox } = connectedEnds()
  sandbox.handle({
    'styles:noted': () => [later, styles('Too large', '2026-11-28T10:00:00.000Z', 5001)],
    'styles:note': () => undefined,
  })
  await exchangeStyles({ origin: relay.origin, token }, plugin, 'kit')
  const known: unknown = await (await relay.get('/libraries/kit', token)).json()
  expect(known).toEqual({ libraries: [later] })
})
