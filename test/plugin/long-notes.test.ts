import { describe, expect, it } from 'vitest'
import { ignore, readIgnored } from '../../plugin/check/ignored.ts'
import { noteUsed } from '../../plugin/libraries/news.ts'
import { noteStyles, stylesNotedIn } from '../../plugin/libraries/published-styles.ts'
import { openFile } from '../figma/file.ts'

/** As long as ids and keys of Figma's get. */
const long = (kind: string, index: number): string => `${kind}:${String(index).padStart(50, '0')}`

describe('a list in the file that gets too long to be read', () => {
  it.each(['off our brand', '不在品牌之内'])('still ignores what came last, “%s”', (reason) => {
    const { root } = openFile().figma
    for (let index = 0; index < 300; index++) {
      const what = long('#F08060 on #FFFFFF', index)
      ignore(root, 'kit', { what, name: what, reason: reason.repeat(10) }, false)
    }
    const all = readIgnored(root, 'kit').map(({ what }) => what)
    expect(all.length).toBeGreaterThan(100)
    expect(all.at(-1)).toBe(long('#F08060 on #FFFFFF', 299))
  })

  it('still knows which colors of a library were used last', async () => {
    const { figma } = openFile()
    const { root } = figma
    const first = figma.createPaintStyle()
    const used = (item: PaintStyle) => ({ item, library: 'Brand library', lags: false })
    const ids = Array.from({ length: 1_163 }, (_, index) => long('S', index))
    root.setSharedPluginData('cliquify', 'used-kit', JSON.stringify({ ids }))
    noteUsed(root, 'kit', [used(first)])
    const noted = JSON.parse(root.getSharedPluginData('cliquify', 'used-kit')) as { ids: string[] }
    expect(noted.ids.at(-1)).toBe(first.id)
    const second = figma.createPaintStyle()
    noteUsed(root, 'kit', [used(second)])
    const next = JSON.parse(root.getSharedPluginData('cliquify', 'used-kit')) as { ids: string[] }
    expect(next.ids.slice(-2)).toEqual([first.id, second.id])
  })
})

it('keys of more styles than a note has room for are left to the device', () => {
  const { root } = openFile().figma
  const keys = Object.fromEntries(
    Array.from({ length: 1_500 }, (_, index) => [long('id', index), 'f'.repeat(40)]),
  )
  const noted = { library: 'Brand library', at: new Date(0).toISOString(), isPublished: true }
  noteStyles(root, 'kit', { ...noted, keys })
  expect(stylesNotedIn(root, 'kit')).toBeUndefined()
})
