import { describe, expect, it } from 'vitest'
import type { Folder } from '../../shared/brand.ts'
import {
  folderAndInside,
  folderCounts,
  folderNamesIn,
  folderPath,
  folderRows,
} from '../../ui/assets/folder-tree.ts'
import { openAssetMap } from '../../ui/brand/asset-map.ts'
import { noContents, writeContents } from '../../ui/brand/contents.ts'
import { createSearch } from '../../ui/browse/find/search.ts'
import { decodeAssets } from '../../ui/cliquify/decode/assets.ts'
import { decodeColors } from '../../ui/cliquify/decode/colors.ts'
import { unwrap } from '../../ui/cliquify/decode/envelope.ts'
import { arrangeFolders, decodeFolders } from '../../ui/cliquify/decode/folders.ts'
import { decodeKits } from '../../ui/cliquify/decode/kits.ts'
import { decodeTags } from '../../ui/cliquify/decode/names.ts'
import { withoutRepeats } from '../../ui/cliquify/lists.ts'
import { printOf } from '../../ui/cliquify/page-print.ts'
import { statusOf } from '../../shared/cliquify/reply.ts'
import { svgSize } from '../../ui/media/svg-size.ts'
import { svgText } from '../../ui/media/svg-text.ts'
import { times } from '../deep.ts'
import { brandAsset } from './placement/brand-asset.ts'

/**
 * Makes the input of a size, and hands back what is done with it. Sixteen times the input may cost
 * a hundred times as much: what is linear stays far below, what is quadratic comes to 256.
 */
type Case = readonly [name: string, make: (size: number) => () => unknown]

const MORE = 16
const MOST = 100
/** Milliseconds; less is not told apart. */
const LEAST = 2

function processorTime(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * The least of some tries is what the work costs: in one or the other falls a collection of the
 * garbage of all tests before, which takes longer than the work. What is quadratic is so each time.
 */
function expectLinear(make: Case[1], size: number): void {
  make(size)()
  const few = Math.min(...[1, 2].map(() => processorTime(make(size))))
  const most = MOST * Math.max(few, LEAST)
  let many = Infinity
  for (let tries = 0; tries < 5 && many >= most; tries++) {
    many = Math.min(many, processorTime(make(size * MORE)))
  }
  expect(many).toBeLessThan(most)
}

const TEXTS: readonly Case[] = [
  ['a length of many digits', (n) => () => svgSize(`${'1'.repeat(n)}!`, null, null)],
  ['a length of many spaces', (n) => () => svgSize(`1${' '.repeat(n)}!`, null, null)],
  [
    'a document type of beginnings of comments',
    (n) => {
      const entities = '<!ENTITY a "<!--">'.repeat(n / 18)
      const bytes = new TextEncoder().encode(`<!DOCTYPE svg [${entities}]><svg></svg>`)
      return () => svgText(bytes)
    },
  ],
  [
    'a message of many words',
    (n) => {
      const body = { success: false, message: 'no '.repeat(n), data: [] }
      return () => statusOf({ status: 200, headers: new Headers(), text: '', body })
    },
  ],
]

const items = (size: number): readonly { readonly id: number; readonly name: string }[] =>
  Array.from({ length: size }, (_, id) => ({ id, name: `Item ${id}` }))

const origin = 'https://oauth.cliquify.me'
const assetsIn = (content: unknown, kind: 'asset' | 'logo' = 'asset'): unknown =>
  decodeAssets(content, { kind, kitId: null, origin })

const list =
  (read: (content: readonly unknown[]) => unknown): Case[1] =>
  (size) => {
    const content = items(size)
    return () => read(content)
  }

const LISTS: readonly Case[] = [
  ['a page', list((content) => printOf(unwrap({ data: content }, [])?.content))],
  ['assets', list(assetsIn)],
  ['variants of one logo', list((all) => assetsIn([{ id: 1, variants: all }], 'logo'))],
  ['colors', list((content) => decodeColors(content))],
  ['kits', list((content) => decodeKits(content, origin))],
  ['tags', list(decodeTags)],
  ['folders', list((content) => arrangeFolders(decodeFolders(content).items))],
  [
    'pages with repeats',
    list((content) => {
      const { items: read } = decodeKits(content, origin)
      const page = { items: read, skipped: [] }
      return withoutRepeats([page, page], (kit) => kit.id)
    }),
  ],
  [
    'what is known of assets',
    (n) => {
      const told = items(n).map(({ id }) => brandAsset({ id: String(id) }))
      return () => {
        const map = openAssetMap()
        map.put(told)
        return map.lastToldFirst()
      }
    },
  ],
]

/** Each in the one before. */
function chain(size: number): readonly Folder[] {
  return items(size).map(({ id, name }) => ({
    id: String(id),
    name,
    parentId: id === 0 ? null : String(id - 1),
  }))
}

function nested(size: number): unknown {
  let folder: unknown = { id: size, name: 'Innermost' }
  for (let id = size - 1; id > 0; id--) folder = { id, name: `Folder ${id}`, children: [folder] }
  return folder
}

const DEEP: readonly Case[] = [
  [
    'are read',
    (n) => {
      const content = [nested(n)]
      return () => arrangeFolders(decodeFolders(content).items)
    },
  ],
  [
    'are drawn',
    (n) => {
      const folders = chain(n)
      const open = new Set(folders.map(({ id }) => id))
      return () => [folderRows(folders, open), folderPath(folders, String(n - 1))]
    },
  ],
  [
    'are counted',
    (n) => {
      const folders = chain(n)
      const assets = folders.map(({ id }) => brandAsset({ folderIds: [id] }))
      return () => folderCounts(folders, assets)
    },
  ],
  [
    'are searched',
    (n) => {
      const folders = chain(n)
      const assets = folders.map(({ id }) => brandAsset({ id, folderIds: [id] }))
      return () => [
        createSearch().find(assets, 'item', folderNamesIn(folders)),
        folderAndInside(folders, '0'),
      ]
    },
  ],
]

describe('the cost of texts grows with their length', () => {
  it.each(TEXTS)('%s', (_name, make) => expectLinear(make, 1_500))
})

const AT_ONCE = times(16_000, 300_000)

describe(`${AT_ONCE} in one reply are read at a cost that grows with their number`, () => {
  it.each(LISTS)('%s', (_name, make) => expectLinear(make, AT_ONCE / MORE), 120_000)
})

describe('200,000 fields of one file', () => {
  it('are more than a call takes arguments, and read all the same', () => {
    const file = Object.fromEntries(items(200_000).map(({ id }) => [`field ${id}`, `/${id}.png`]))
    const { items: assets } = decodeAssets([{ id: 1, file }], {
      kind: 'asset',
      kitId: null,
      origin,
    })
    expect(assets[0]?.url).toBe(`${origin}/0.png`)
  })
})

describe('folders nested 30,000 deep', () => {
  it.each(DEEP)('%s at a cost that grows with their number', (_name, make) =>
    expectLinear(make, 30_000 / MORE),
  )

  it('do not keep all else from being kept', () => {
    const { replies, ...rest } = noContents()
    replies.set('folders', { pages: [{ content: [nested(30_000)], isOfKit: false }], asOf: 1 })
    replies.set('assetTags', { pages: [{ content: ['Summer'], isOfKit: false }], asOf: 1 })
    const kept = writeContents({ ...rest, replies })
    expect(kept).toContain('Summer')
    expect(kept).not.toContain('Innermost')
  })
})
