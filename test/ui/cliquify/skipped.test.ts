import { describe, expect, it } from 'vitest'
import type { Decoded } from '../../../shared/brand.ts'
import type { Client } from '../../../ui/cliquify/client.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { connected, patience } from './connected.ts'

const api = useCliquify()

const KIT = { id: '11', name: 'Kit', colors: null, logos: null }
const FILE = { id: 1, name: 'Good', url: 'https://cdn.thecliquify.co/good.png' }
const NO_FILE = { colour: 'none' }

const LISTS: readonly (readonly [
  path: string,
  good: object,
  bad: unknown,
  read: (client: Client) => Promise<Decoded<{ readonly name: string }>>,
])[] = [
  ['/api/brand-kits', { id: 1, name: 'Good' }, 7, (client) => client.brandKits(patience())],
  [
    '/api/brand-kits/11/colors',
    { id: 1, name: 'Good', hex: '#111' },
    { id: 2, name: 'Bad', hex: 'blurple' },
    (client) => client.colors(KIT, patience()),
  ],
  ['/api/brand-kits/11/logos', FILE, NO_FILE, (client) => client.logos(KIT, patience())],
  ['/api/folders', { id: 1, name: 'Good' }, 'nothing', (client) => client.folders(patience())],
  ['/api/assets', FILE, NO_FILE, (client) => client.assets(null, patience())],
  ['/api/templates', FILE, NO_FILE, (client) => client.templates(null, patience())],
]

describe('one bad item', () => {
  it.each(LISTS)(
    'of %s is told with its reason, and stops nothing',
    async (path, good, bad, read) => {
      const { client } = await connected(api.origin)
      const effect = { type: 'status', status: 200, body: { data: [bad, good] } } as const
      api.addFault({ path, effect })
      const { items, skipped } = await read(client)
      expect(items.map(({ name }) => name)).toEqual(['Good'])
      expect(skipped).toHaveLength(1)
      expect(skipped[0]?.name).not.toBe('')
      expect(skipped[0]?.reason).toMatch(/^\S.*\.$/)
    },
  )
})
