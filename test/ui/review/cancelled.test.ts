import { expect, it, vi } from 'vitest'
import { toJson } from '../../../shared/json.ts'
import { checkLine } from '../../../ui/check/check-line.ts'
import { createReview } from '../../../ui/review/review.ts'
import { clientOf, connectedEnds, pngBytes } from '../placement/border.ts'

const KIT = { id: 'kit', name: 'Acme', colors: null, logos: null }
const DESIGN = { nodeId: '1:2', name: 'Card', width: 40, height: 20, sent: null }

it('a review that is cancelled while the brand is checked is not sent', async () => {
  const { plugin, sandbox } = connectedEnds()
  let endCheck: (() => void) | undefined
  sandbox.handle({
    'review:designs': () => ({ designs: [DESIGN], areSelected: true, link: '' }),
    'review:picture': () => pngBytes(40, 20),
    // A look that is cancelled tells what it has found.
    'check:look': async () => {
      await new Promise<void>((resolve) => (endCheck = resolve))
      const rules = { leastWidth: 0, clearSpace: 0 }
      const nothing = { found: [], assets: [], ignored: [], linked: 0, layers: 0, rules }
      return toJson({ scope: 'page', hasSelection: false, ...nothing })
    },
  })
  const client = clientOf({ colors: () => Promise.resolve({ items: [], skipped: [] }) })
  const asked: string[] = []
  const said: string[] = []
  const review = createReview({
    plugin,
    announce: (message) => said.push(message),
    ask(path) {
      asked.push(path)
      const channels = [{ uniqueName: 'brand', name: 'Brand' }]
      return Promise.resolve({ isConnected: true, channels })
    },
    checkLine: (kit, signal) => checkLine(client, plugin, kit, signal),
  })
  review.open()
  await vi.waitFor(() => expect(review.state.value.at).toBe('writing'))
  review.change({ channel: '#Brand', checked: true })
  const sending = review.send(KIT)
  await vi.waitFor(() => expect(endCheck).toBeDefined())
  review.cancel()
  endCheck?.()
  await sending
  expect(asked).toEqual(['/zoho/status', '/zoho/channels'])
  expect(review.state.value).toEqual({ at: 'writing', trouble: null })
  expect(said.at(-1)).toBe('Cancelled. Nothing was sent.')
})
