import { expect, it, vi } from 'vitest'
import { fromJson } from '../../../shared/json.ts'
import { Trouble } from '../../../shared/trouble.ts'
import { createColorSync } from '../../../ui/colors/color-sync.ts'
import type { StatusAction } from '../../../ui/status.ts'
import { clientOf, connectedEnds } from '../placement/border.ts'

it('tells that unused colors could not be deleted, and leaves what was begun meanwhile', async () => {
  const { plugin, sandbox } = connectedEnds()
  sandbox.handle({
    'colors:move': (move) => {
      if (fromJson(move).task === 'remove') {
        throw new Trouble({ kind: 'failed', message: 'They are in use.' })
      }
      return { moved: [], locked: [], unused: 2, cancelled: false }
    },
  })
  const told: { message: string; action: StatusAction | null | undefined }[] = []
  const sync = createColorSync({
    client: clientOf({}),
    plugin,
    kit: () => ({ id: '7', name: 'Acme', colors: null, logos: null }),
    colors: () => [],
    otherKits: () => null,
    announce: (message, action) => told.push({ message, action }),
    exchangeStyles: () => Promise.resolve(),
    onColors: () => undefined,
  })
  await sync.useLibrary(false)
  await sync.move()
  const { action } = told.at(-1) ?? {}
  expect(action?.label).toBe('Delete 2 unused colors')
  await sync.useLibrary(false)
  action?.run()
  await vi.waitFor(() => expect(told.at(-1)?.message).toBe('They are in use.'))
  expect(sync.state.value.at).toBe('moving')
})
