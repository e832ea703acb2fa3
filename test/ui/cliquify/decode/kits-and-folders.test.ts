import { describe, expect, it } from 'vitest'
import { unwrap } from '../../../../ui/cliquify/decode/envelope.ts'
import { arrangeFolders, decodeFolders } from '../../../../ui/cliquify/decode/folders.ts'
import { decodeKits, KIT_LISTS } from '../../../../ui/cliquify/decode/kits.ts'

const origin = 'https://oauth.cliquify.me'

describe('brand kits', () => {
  it.each([
    { data: { id: 4, name: 'Aurora', colors: ['#fff'] } },
    { success: true, message: '', data: { brand_kit: { id: 4, name: 'Aurora' } } },
    { brand_kits: [{ id: 4, name: 'Aurora' }] },
    { data: { brand_kits: [{ id: 4, name: 'Aurora' }], total: 1 } },
    { '0': { id: 4, name: 'Aurora' } },
    [{ id: 4, title: 'Aurora' }],
  ])('are found in %j', (body) => {
    const { items } = decodeKits(unwrap(body, KIT_LISTS)?.content, origin)
    expect(items.map(({ id, name }) => [id, name])).toEqual([['4', 'Aurora']])
  })

  it('carry colors and logos inside, or say that they do not', () => {
    const [full, bare, ids] = decodeKits(
      [
        { id: 1, name: 'A', colors: { data: ['#fff'] }, logos: [{ id: 1, url: '/a.svg' }] },
        { id: 2, name: 'B', colors: null },
        { id: 3, name: 'C', colors: [4, 5], logos: 2 },
      ],
      origin,
    ).items
    expect([full?.colors?.items.length, full?.logos?.items[0]?.kitId]).toEqual([1, '1'])
    expect([bare?.colors, bare?.logos]).toEqual([null, null])
    expect([ids?.colors, ids?.logos]).toEqual([null, null])
  })

  it.each([
    [[{ id: 4 }, { id: 5 }]],
    [[{ type: 'colors', id: '4' }]],
    [[{ id: 4, pivot: { order: 1 } }]],
    [['9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d']],
  ])('leave their colors and logos to lists of their own where they say %j', (references) => {
    const [kit] = decodeKits(
      [{ id: 1, name: 'A', colors: references, logos: references }],
      origin,
    ).items
    expect([kit?.colors, kit?.logos]).toEqual([null, null])
  })

  it.each([{ data: null }, { data: [] }, { data: {} }, []])('are none in %j', (body) => {
    const decoded = decodeKits(unwrap(body, KIT_LISTS)?.content, origin)
    expect(decoded).toEqual({ items: [], skipped: [] })
  })
})

describe('folders', () => {
  it('are the same from parents and from children', () => {
    const flat = [
      { id: 1, name: 'A', parent_id: null },
      { id: 2, name: 'B', parent_id: 1 },
      { id: 3, name: 'C', parent_id: '2' },
    ]
    const nested = [
      {
        id: 1,
        name: 'A',
        children: [{ id: 2, name: 'B', children: { data: [{ id: 3, name: 'C' }] } }],
      },
    ]
    expect(decodeFolders(nested).items).toEqual(decodeFolders(flat).items)
  })

  it.each([
    { children_recursive: [{ id: 2, name: 'B', children_recursive: [] }] },
    { allChildren: { data: [{ id: 2, name: 'B' }] } },
    { child_folders: [{ id: 2, name: 'B' }] },
    { subdirectories: [{ id: 2, name: 'B' }] },
    { children_ids: [2], subfolders: [{ id: 2, name: 'B' }], children: [] },
    { children: [{ id: 2, name: 'B' }], subfolders: null },
    { descendants: [{ id: 2, name: 'B', parent_id: 1 }], children_count: 1 },
    { children: [{ id: 2, name: 'B' }], parent_folders: [{ id: 9, name: 'Z' }] },
    { children: [{ id: 2, name: 'B' }], ancestors: [{ id: 9, name: 'Z' }], has_children: true },
    { children: [{ id: 2, name: 'B' }], subfolders_count: '1', folders_url: '/folders/1' },
  ])('are read from whatever holds a folder’s folders: %j', (fields) => {
    const { items, skipped } = decodeFolders([{ id: 1, name: 'A', ...fields }])
    expect(arrangeFolders(items)).toEqual([
      { id: '1', name: 'A', parentId: null },
      { id: '2', name: 'B', parentId: '1' },
    ])
    expect(skipped).toEqual([])
  })

  it('that go round in a circle or miss their parent stand at the top', () => {
    const { items } = decodeFolders([
      { id: 1, name: 'A', parent_id: 2 },
      { id: 2, name: 'B', parent_id: 1 },
      { id: 3, name: 'C', parent_id: 99 },
      { id: 4, name: 'D', parent_id: 4 },
      { id: 5, name: 'E', parent_id: 3 },
    ])
    expect(arrangeFolders(items).map(({ id, parentId }) => [id, parentId])).toEqual([
      ['1', null],
      ['2', '1'],
      ['3', null],
      ['4', null],
      ['5', '3'],
    ])
  })
})

describe('items of JSON:API', () => {
  const read = (item: unknown): unknown => unwrap({ data: [item] }, [])?.content

  it('are records of their attributes and of what they are related to', () => {
    const item = {
      type: 'assets',
      id: '7',
      attributes: { name: 'Hero', type: 'image', id: 'inner' },
      relationships: {
        folder: { data: { type: 'folders', id: '3' } },
        tags: { data: [{ type: 'tags', id: '1' }] },
        kit: { links: { related: '/kits/1' } },
      },
      links: { self: '/assets/7' },
    }
    expect(read(item)).toEqual([
      {
        id: '7',
        name: 'Hero',
        type: 'image',
        folder: { type: 'folders', id: '3' },
        tags: [{ type: 'tags', id: '1' }],
      },
    ])
  })

  it.each([
    { id: 1, name: 'Hero', attributes: { alt: 'A hero' } },
    { id: 1, attributes: [] },
    { id: 1, attributes: 'none' },
  ])('are not what has attributes of its own kind: %j', (item) => {
    expect(read(item)).toEqual([item])
  })

  it('are read alone, and inside each other', () => {
    const kit = { type: 'kits', id: '4', attributes: { name: 'Aurora' } }
    expect(decodeKits(unwrap({ data: kit }, KIT_LISTS)?.content, origin).items).toMatchObject([
      { id: '4', name: 'Aurora' },
    ])
    const child = { type: 'folders', id: '2', attributes: { name: 'B' } }
    const folder = { type: 'folders', id: '1', attributes: { name: 'A', children: [child] } }
    expect(decodeFolders(unwrap({ data: [folder] }, [])?.content).items).toEqual([
      { id: '1', name: 'A', parentId: null },
      { id: '2', name: 'B', parentId: '1' },
    ])
  })
})

describe('the next page', () => {
  const next = (body: unknown): unknown => unwrap(body, [])?.next ?? null
  it.each([
    [
      { data: [], links: { next: '/a?page=2' } },
      { type: 'url', url: '/a?page=2' },
    ],
    [{ data: { data: [], next_page_url: '/a?page=2' } }, { type: 'url', url: '/a?page=2' }],
    [
      { data: [], meta: { next_cursor: 'x' } },
      { type: 'query', name: 'cursor', value: 'x' },
    ],
    [
      { data: [], meta: { current_page: 1, last_page: 2 } },
      { type: 'query', name: 'page', value: '2' },
    ],
    [
      { data: [], page: '1', total: 30, per_page: 10 },
      { type: 'query', name: 'page', value: '2' },
    ],
    [
      { data: [], pagination: { current_page: 1, has_more: true } },
      { type: 'query', name: 'page', value: '2' },
    ],
    [
      { data: [], meta: { pagination: { links: { next: '/a?page=2' } } } },
      { type: 'url', url: '/a?page=2' },
    ],
    [{ data: [], links: { next: null }, meta: { current_page: 2, last_page: 2 } }, null],
    [{ data: [], next_page_url: null }, null],
    [[], null],
  ])('after %j is %j', (body, expected) => {
    expect(next(body)).toEqual(expected)
  })
})
