import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Trouble } from '../../../shared/trouble.ts'
import type { Client } from '../../../ui/cliquify/client.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { times } from '../../deep.ts'
import { connected, openClient, patience, SAMPLE } from './connected.ts'

const api = useCliquify()

/** What paginators and gateways say of themselves, beside anything else. */
const KEYS = [
  'data',
  'success',
  'message',
  'status',
  'code',
  'error',
  'errors',
  'links',
  'meta',
  'next',
  'next_page_url',
  'next_cursor',
  'current_page',
  'last_page',
  'page',
  'total',
  'has_more',
  'brand_kits',
  'colors',
  'logos',
  'token',
  'access_token',
  'expires_in',
  'active',
  'scopes',
  'retry_after',
  'id',
  'name',
  'url',
  'tags',
  'folder',
  '__proto__',
]
const VALUES = [
  true,
  false,
  null,
  0,
  1,
  2,
  -1,
  1e308,
  '',
  'x',
  '2',
  '?page=2',
  'http://[',
  'javascript:alert(1)',
  '\u202e\u0000',
  'Unauthenticated.',
  'Company not found.',
]

const body = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(...VALUES),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 5 })
      .map((entries): unknown =>
        JSON.parse(
          `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`,
        ),
      ),
  ),
})).value

const status = fc.constantFrom(200, 200, 200, 200, 201, 204, 400, 401, 403, 404, 422, 500)

/** Whatever comes back is a value or an `Trouble` with a sentence; what else is thrown fails. */
async function settle(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    expect(error.message).toMatch(/^\S.*\.$/)
    expect(error.kind).not.toBe('cancelled')
  }
}

async function readKit(client: Client): Promise<void> {
  const [kit] = (await client.brandKits(patience())).items
  if (kit === undefined) return
  await settle(client.colors(kit, patience()))
  await settle(client.logos(kit, patience()))
}

async function readAll(client: Client): Promise<void> {
  await settle(readKit(client))
  await settle(client.folders(patience()))
  await settle(client.assetTags(patience()))
  await settle(client.templateTags(patience()))
  for (const list of ['assets', 'templates'] as const) {
    await settle(
      client[list](null, patience()).then(({ next }) =>
        next === null ? null : client[list](next, patience()),
      ),
    )
  }
}

describe('whatever body Cliquify sends', () => {
  it('a list, a check or a file ends with a value, or with a sentence and what to do', async () => {
    const check = async (code: number, sent: unknown): Promise<void> => {
      api.reset()
      const { client } = await connected(api.origin, { limits: { longestWaitMs: 20 } })
      const effect = { type: 'status', status: code, body: code === 204 ? '' : sent } as const
      api.addFault({ path: '/api/*', effect })
      api.addFault({ path: '/oauth/*', effect })
      await readAll(client)
      await settle(client.checkConnection(patience()))
      await client.lookUpConnection(patience())
      await client.disconnect()
    }
    await fc.assert(fc.asyncProperty(status, body, check), { numRuns: times(15, 60) })
  }, 120_000)

  it('connecting ends with a session, or with a sentence and what to do', async () => {
    const check = async (code: number, sent: unknown): Promise<void> => {
      api.reset()
      api.addFault({
        path: '/oauth/*',
        effect: { type: 'status', status: code, body: code === 204 ? '' : sent },
      })
      const { client } = openClient(api.origin, { limits: { longestWaitMs: 20 } })
      await settle(client.connect(SAMPLE, false))
      await settle(client.connectWithToken('a-token'))
    }
    await fc.assert(fc.asyncProperty(status, body, check), { numRuns: times(25, 100) })
  }, 120_000)
})
