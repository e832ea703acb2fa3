import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSearch } from '../../../../ui/browse/find/search.ts'
import { brandAsset } from '../../placement/brand-asset.ts'

function finder(
  names: readonly (
    | string
    | readonly [name: string, tags: readonly string[], ...folderIds: readonly string[]]
  )[],
  folders: Readonly<Record<string, readonly string[]>> = {},
) {
  const assets = names.map((given, index) => {
    const [name, tags, ...folderIds] = typeof given === 'string' ? [given, []] : given
    return brandAsset({ id: String(index), name, tags, folderIds })
  })
  const search = createSearch()
  return (query: string) =>
    search.find(assets, query, (id) => folders[id] ?? []).map(({ name }) => name)
}

describe('searching', () => {
  it('shows everything in its order for an empty query', () => {
    expect(finder(['b', 'a'])('  ')).toEqual(['b', 'a'])
  })

  it('finds by name, by tag, by folder, and by a folder around that', () => {
    const find = finder(
      [
        ['One', ['winter']],
        ['Two', [], 'summer', 'social'],
        ['Winter', []],
      ],
      { social: ['Campaigns', 'Social media'], summer: ['Summer'] },
    )
    expect(find('winter')).toEqual(['Winter', 'One'])
    expect(find('media')).toEqual(['Two'])
    expect(find('campaigns')).toEqual(['Two'])
    expect(find('summer media')).toEqual(['Two'])
  })

  it('ranks exact, then beginning, then word, then inside a word, then typo', () => {
    const find = finder(['Trian dump', 'Xtrains', 'The train', 'Train set', 'Train', 'Trainn'])
    expect(find('train')).toEqual([
      'Train',
      'Train set',
      'Trainn',
      'The train',
      'Xtrains',
      'Trian dump',
    ])
  })

  it('ranks a hit in the name before the same in a tag, and that before one in the folder', () => {
    const find = finder([['c', [], 'f'], ['b', ['red']], 'a red'], { f: ['Red'] })
    expect(find('red')).toEqual(['a red', 'b', 'c'])
  })

  it('keeps the order of what is as good', () => {
    expect(finder(['Logo b', 'Logo c', 'Logo a'])('logo')).toEqual(['Logo b', 'Logo c', 'Logo a'])
  })

  it('wants every word, in any order and place', () => {
    const find = finder([['Logo dark', ['mark']], 'Logo light'])
    expect(find('dark log')).toEqual(['Logo dark'])
    expect(find('mark dark')).toEqual(['Logo dark'])
    expect(find('dark light')).toEqual([])
  })

  it('does not find a word that only name and tag together make', () => {
    expect(finder([['dark', ['mark']]])('darkmark')).toEqual([])
  })

  it.each([
    ['CAFE facade', 'Café façade'],
    ['strasse', 'Straße'],
    ['Ålesund', 'alesund'],
    ['οδος', 'ΟΔΟΣ'],
    ['fi', 'ﬁlm'],
    ['smorrebrod', 'Smørrebrød'],
  ])('takes no notice of case, accents and ligatures: %s finds %s', (query, name) => {
    expect(finder([name])(query)).toEqual([name])
  })

  it.each([
    ['serach', 'Search'],
    ['horizotal', 'Horizontal'],
    ['horisontale', 'Horizontal'],
    ['lgo', 'logo'],
    ['olgo', 'logo'],
    ['lightt', 'light'],
    ['aurro', 'Aurora'],
  ])('forgives a typo: %s finds %s', (query, name) => {
    expect(finder([name])(query)).toEqual([name])
  })

  it.each([
    ['sea', 'tea'],
    ['cat', 'dog'],
    ['ab', 'ac'],
    ['light', 'night shift'],
    ['brandbook', 'broadband'],
  ])('does not take another word for a typo: %s does not find %s', (query, name) => {
    expect(finder([name])(query)).toEqual([])
  })

  it.each([
    ['logo_white@2x', 'acme-logo-white@2x.png'],
    ['print/out', 'Print, out of home'],
    ['&', 'Salt & Pepper'],
    ['咖啡', '北极咖啡'],
  ])('reads signs and all scripts: %s finds %s', (query, name) => {
    expect(finder(['Something else', name])(query)).toEqual([name])
  })
})

describe('for any names', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'é', '1'),
    minLength: 1,
    maxLength: 9,
  })
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  const names = fc.array(name, { maxLength: 20 })

  it('a name finds itself, before all that are called otherwise', () => {
    fc.assert(
      fc.property(names, name, (others, wanted) => {
        const [first] = finder([...others, wanted])(wanted)
        expect(first?.normalize('NFD').replace(/\p{M}/gu, '')).toBe(
          wanted.normalize('NFD').replace(/\p{M}/gu, ''),
        )
      }),
    )
  })

  it('a further word never finds more', () => {
    fc.assert(
      fc.property(names, word, word, (all, one, another) => {
        const find = finder(all)
        const both = find(`${one} ${another}`)
        expect(find(one)).toEqual(expect.arrayContaining(both))
      }),
    )
  })

  it('a part of a word of the name is enough', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (all, at, from) => {
        const find = finder(all)
        const wanted = all[at % Math.max(1, all.length)]?.split(' ')[0]
        if (wanted === undefined) return
        const part = wanted.slice(from % wanted.length)
        expect(find(part)).toContain(all[at % all.length])
      }),
    )
  })

  it('each asset is found once', () => {
    fc.assert(
      fc.property(names, name, (all, query) => {
        const found = finder(all.map((each, index) => `${each} ${index}`))(query)
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })
})
