import { setRules } from '../../../plugin/check/rules.ts'
import { KIT } from '../colors/samples.ts'
import { describe, expect, it } from 'vitest'
import { CORAL, openDocument, type CheckedDocument } from './document.ts'
import { placed } from './fixtures/assets.ts'
import { COLORS, frame, GREEN, linear, rgba, shape, solid } from './fixtures/colors.ts'

/** Until Figma has told what was changed. */
const gathered = () => new Promise((resolve) => setTimeout(resolve, 150))

describe('a look for colors finds', () => {
  it.each(COLORS)('$title', async ({ draw, found }) => {
    const document = await openDocument()
    await draw(document)
    document.file.clearWrites()
    expect(await document.findings()).toEqual(found)
    expect(document.file.writes()).toEqual([])
  })
})

describe('where a look is made', () => {
  it('is the selection where there is one, or else the page', async () => {
    const document = await openDocument()
    const { figma } = document
    const one = shape(figma, 'A', [solid(figma, '#00FF00')])
    shape(figma, 'B', [solid(figma, '#00FF00')])
    expect((await document.look(null)).scope).toBe('page')
    figma.currentPage.selection = [one]
    expect((await document.look(null)).scope).toBe('selection')
    expect(await document.findings(null)).toEqual(['#00FF00: A'])
  })

  it('is the whole document on request', async () => {
    const document = await openDocument()
    const { figma } = document
    const page = figma.createPage()
    page.appendChild(shape(figma, 'A', [solid(figma, '#00FF00')]))
    expect(await document.findings('page')).toEqual([])
    expect(await document.findings('document')).toEqual(['#00FF00: A'])
  })

  it('tells on its way how far it is, and what is off-brand so far', async () => {
    const document = await openDocument()
    const { figma } = document
    for (const name of ['A', 'B']) shape(figma, name, [solid(figma, '#00FF00')])
    shape(figma, 'C', [solid(figma, '#F08060')])
    const told: unknown[] = []
    await document.look('page', { cancelled: false, progress: (now) => told.push(now) })
    const found = [{ value: { ...GREEN, a: 1 }, layers: 2 }]
    expect(told.at(-1)).toEqual({ pages: { done: 1, total: 1 }, layers: 3, found })
  })

  it('is what has changed since it was made last, on request', async () => {
    const document = await openDocument()
    const { figma, file } = document
    const green = [solid(figma, '#00FF00')]
    const [changed, holder] = [shape(figma, 'A', []), frame(figma, 'Frame')]
    const inside = shape(figma, 'B', green, holder)
    shape(figma, 'C', green)
    expect(await document.findings('page')).toEqual(['#00FF00: B, C'])
    expect(await document.findings('changed')).toEqual([])
    changed.fills = green
    inside.name = 'B2'
    holder.appendChild(shape(figma, 'D', green))
    holder.name = 'Frame 2'
    shape(figma, 'E', green).remove()
    file.edit({ type: 'rename-node', id: inside.id, name: 'Theirs' })
    await gathered()
    const since = ['#00FF00: A, Theirs, D']
    expect(await document.findings('changed')).toEqual(since)
    // Until all is looked at again.
    expect(await document.findings('changed')).toEqual(since)
    await document.look('page')
    await gathered()
    expect(await document.findings('changed')).toEqual([])
  })

  it('keeps in mind what has changed where not all of the page was looked at', async () => {
    const document = await openDocument()
    const { figma } = document
    const green = [solid(figma, '#00FF00')]
    const other = figma.createPage()
    await document.look('document')
    const [one, elsewhere] = [shape(figma, 'One', green), shape(figma, 'Elsewhere', green)]
    other.appendChild(elsewhere)
    await gathered()
    const since = ['#00FF00: One, Elsewhere']
    figma.currentPage.selection = [one]
    await document.look('selection')
    await document.look('page', { cancelled: true, progress: () => undefined })
    expect(await document.findings('changed')).toEqual(since)
    // The other page is still to be looked at.
    await document.look('page')
    expect(await document.findings('changed')).toEqual(['#00FF00: Elsewhere'])
    await document.look('document')
    expect(await document.findings('changed')).toEqual([])
  })

  it('takes a part of a placed drawing that has changed for all of it', async () => {
    const document = await openDocument()
    const { figma } = document
    const [part] = placed(figma).children
    await document.look('page')
    if (part !== undefined && 'fills' in part) part.fills = [solid(figma, '#00FF00')]
    await gathered()
    const { found, assets } = await document.look('changed')
    expect(assets.map(({ problem }) => problem)).toEqual(['edited'])
    expect(found).toEqual([])
    figma.currentPage.selection = placed(figma).children
    expect((await document.look('selection')).assets).toEqual([])
  })

  it('leaves out a layer that cannot be read, unless none can be', async () => {
    const lacking = ['absoluteBoundingBox']
    const document = await openDocument('both', { lacking, refusing: true })
    const { figma } = document
    setRules(figma.root, KIT.id, { leastWidth: 0, clearSpace: 10 })
    placed(figma)
    await expect(document.look('page')).rejects.toThrow('not available')
    shape(figma, 'A', [solid(figma, '#00FF00')])
    expect(await document.findings('page')).toEqual(['#00FF00: A'])
  })

  it('tells the opacity that all show a color with', async () => {
    const document = await openDocument()
    const { figma } = document
    shape(figma, 'A', [solid(figma, '#00FF00', { opacity: 0.5 })])
    shape(figma, 'B', [solid(figma, '#00FF00', { opacity: 0.5 })])
    shape(figma, 'C', [solid(figma, '#0000FF', { opacity: 0.5 })])
    shape(figma, 'D', [solid(figma, '#0000FF')])
    shape(figma, 'E', [solid(figma, '#0000FF', { opacity: 0.5 })])
    const { found } = await document.look('page')
    expect(found.map(({ alpha }) => alpha)).toEqual([expect.closeTo(0.5), 1])
  })

  it('goes on without a page that was removed where the editor tells no changes', async () => {
    const document = await openDocument('both', { lacking: ['on'] })
    const { figma } = document
    const other = figma.createPage()
    await document.look('document')
    other.remove()
    expect(await document.findings('changed')).toEqual([])
  })

  it('is all of the page where the editor tells no changes', async () => {
    const document = await openDocument('both', { lacking: ['on'] })
    const { figma } = document
    await document.look('page')
    shape(figma, 'A', [solid(figma, '#00FF00')])
    await gathered()
    expect(await document.findings('changed')).toEqual(['#00FF00: A'])
  })

  it('tells the brand’s values only where there is something to link them to', async () => {
    const draw = ({ figma }: CheckedDocument) => {
      shape(figma, 'A', [solid(figma, '#F08060')])
      shape(figma, 'B', [solid(figma, '#F08060', { opacity: 0.5 })])
      shape(figma, 'C', [linear(rgba(CORAL.value), rgba(GREEN))])
      shape(figma, 'D', [solid(figma, '#0000FF')])
    }
    const expected = {
      none: ['#00FF00: C', '#0000FF: D'],
      styles: ['#F08060 Coral: A', '#00FF00: C', '#0000FF: D'],
      variables: ['#F08060 Coral: A, B, C', '#00FF00: C', '#0000FF: D'],
    }
    for (const target of [null, 'styles', 'variables'] as const) {
      const document = await openDocument(target)
      draw(document)
      expect(await document.findings()).toEqual(expected[target ?? 'none'])
    }
  })

  it('leaves a selected layer in what is hidden alone', async () => {
    const document = await openDocument()
    const { figma } = document
    const outer = frame(figma, 'Outer')
    const inside = shape(figma, 'A', [solid(figma, '#00FF00')], outer)
    outer.visible = false
    figma.currentPage.selection = [inside]
    expect(await document.findings('selection')).toEqual([])
  })
})
