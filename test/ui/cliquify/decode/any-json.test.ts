import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeAssets } from '../../../../ui/cliquify/decode/assets.ts'
import { decodeColors } from '../../../../ui/cliquify/decode/colors.ts'
import { unwrap } from '../../../../ui/cliquify/decode/envelope.ts'
import { arrangeFolders, decodeFolders } from '../../../../ui/cliquify/decode/folders.ts'
import { decodeKits } from '../../../../ui/cliquify/decode/kits.ts'
import { decodeTags } from '../../../../ui/cliquify/decode/names.ts'
import { nameOf } from '../../../../shared/cliquify/value.ts'
import { get, token } from '../../../cliquify/ask.ts'
import { startCliquify } from '../../../cliquify/server.ts'
import { tokenOf } from '../../../../shared/cliquify/token.ts'
import { cliquifyTokens } from '../../../../shared/cliquify/token-profiles.ts'
import { times } from '../../../deep.ts'

const origin = 'https://oauth.cliquify.me'

const FIELDS = [
  'id',
  'name',
  'data',
  'colors',
  'logos',
  'hex',
  'rgb',
  'value',
  'url',
  'file',
  'tags',
  'folder',
  'children',
  'parent_id',
  'meta',
  'next_page_url',
  'updated_at',
  '__proto__',
  'constructor',
  'toString',
]
const HOSTILE = [
  '',
  '\u0000\u202Eevil',
  '\ud800',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  ' \tJaVaScRiPt:alert(1)',
  '\u200Fabc\u0007',
  'https://x.example/a.svg',
  'url(((((((',
  'rgb(none none none / 1e999)',
  'a'.repeat(100_000),
  `#${'f'.repeat(5000)}`,
]

/** JSON with the fields that the decoders look at, holding what nobody would put there. */
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom(...HOSTILE),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.string(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...FIELDS), fc.string()), tie('value')), {
        maxLength: 6,
      })
      .map((entries): unknown => JSON.parse(JSON.stringify(recordOf(entries)))),
  ),
})).value

/** `__proto__` becomes a field of its own, as in parsed JSON. */
function recordOf(entries: readonly (readonly [string, unknown])[]): object {
  const record: object = Object.create(null) as object
  for (const [key, value] of entries) {
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true })
  }
  return record
}

/** What the stand-in sends for each list. */
async function realReplies(): Promise<readonly unknown[]> {
  const api = await startCliquify({ settings: { assetCount: 6 } })
  const text = await token(api)
  const paths = ['brand-kits', 'brand-kits/11/colors', 'brand-kits/11/logos', 'folders', 'assets']
  const answers = await Promise.all(
    [...paths, 'templates', 'tags', 'asset-tags'].map((path) => get(api, `/api/${path}`, text)),
  )
  await api.close()
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  return answers.map(({ body }) => body)
}

/** A copy in which some values, at any depth, gave way to odd ones, or to nothing. */
function mutate(value: unknown, picks: Iterator<number>, odd: unknown): unknown {
  const pick = Number(picks.next().value ?? 0) % 24
  if (pick === 0) return odd
  if (pick === 1) return null
  if (Array.isArray(value)) {
    return value.map((item: unknown) => mutate(item, picks, odd))
  }
  if (typeof value !== 'object' || value === null) return pick === 2 ? String(value) : value
  return recordOf(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      pick === 3 ? `${key}_` : key,
      mutate(inner, picks, odd),
    ]),
  )
}

function decodeAll(body: unknown): void {
  const content = unwrap(body, ['colors', 'assets'])?.content ?? body
  const colors = decodeColors(content)
  for (const { name, value } of colors.items) {
    expect(name.trim()).not.toBe('')
    expect(name.length).toBeLessThan(1000)
    for (const channel of Object.values(value)) {
      expect(channel >= 0 && channel <= 1).toBe(true)
    }
  }
  const assets = decodeAssets(content, { kind: 'asset', kitId: null, origin })
  for (const { name, url, thumbnailUrl } of assets.items) {
    expect(name.trim()).not.toBe('')
    for (const address of [url, thumbnailUrl]) {
      if (address !== null) expect(new URL(address).protocol).toBe('https:')
    }
  }
  for (const { name, reason } of [...colors.skipped, ...assets.skipped]) {
    expect(name.trim()).not.toBe('')
    expect(reason).toMatch(/\.$/)
  }
  for (const kit of decodeKits(content, origin).items) expect(kit.id).not.toBe('')
  expect(arrangeFolders(decodeFolders(content).items)).toBeInstanceOf(Array)
  decodeTags(content)
  tokenOf(body, 0, cliquifyTokens(origin))
}

describe('any JSON', () => {
  it('is decoded without throwing, into values that hold their promise', () => {
    fc.assert(fc.property(json, decodeAll), { numRuns: times(80, 400) })
    fc.assert(fc.property(fc.jsonValue(), decodeAll), { numRuns: times(40, 200) })
  })

  it('that was a real reply before it was mutated is decoded without throwing', async () => {
    const replies = await realReplies()
    const mutated = fc
      .tuple(fc.constantFrom(...replies), fc.infiniteStream(fc.nat()), json)
      .map(([reply, picks, odd]): unknown => JSON.parse(JSON.stringify(mutate(reply, picks, odd))))
    fc.assert(fc.property(mutated, decodeAll), { numRuns: times(16, 80) })
  }, 60_000)

  it('of thousands of items is read to the last', () => {
    const item = { name: 'A', hex: '#fff', url: '/a.png' }
    const length = times(10_000, 50_000)
    const data = Array.from({ length }, (_, id) => ({ id, ...item }))
    const content = unwrap({ data }, [])?.content
    expect(decodeColors(content).items).toHaveLength(length)
    const context = { kind: 'asset', kitId: null, origin } as const
    expect(decodeAssets(content, context).items).toHaveLength(length)
  }, 60_000)

  it.each(['[', '{"data":', '{"children":[', '{"colors":['])(
    'nested deeply with %s ends',
    (open) => {
      const depth = 3000
      const close = Array.from(open)
        .reverse()
        .map((sign) => (sign === '[' ? ']' : sign === '{' ? '}' : ''))
      const text =
        open.repeat(depth) + (open.startsWith('[') ? '' : '1') + close.join('').repeat(depth)
      decodeAll(JSON.parse(text))
    },
  )

  it('cannot reach the prototype of anything', () => {
    decodeAll(JSON.parse('[{"__proto__":{"polluted":1},"id":1,"name":"A","hex":"#fff"}]'))
    expect('polluted' in {}).toBe(false)
  })
})

describe('a name', () => {
  it('is one line without signs that reverse or hide it, and keeps its letters', () => {
    expect(nameOf('Été\u0000\n \u202Eこんにちは 👩‍👩‍👧\u200F')).toBe('Été こんにちは 👩‍👩‍👧')
  })

  it('of 100 kB is cut', () => {
    expect(nameOf('x'.repeat(100_000))?.length).toBe(200)
  })

  it('of nothing but hidden signs is none', () => {
    expect(nameOf('\u0000\u202E \ud800')).toBeNull()
  })
})
