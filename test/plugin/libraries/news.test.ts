import { describe, expect, it } from 'vitest'
import type { SyncTarget } from '../../../shared/sync.ts'
import { BLUE, brandColor, GREEN, RED } from '../colors/samples.ts'
import { openTeam } from './team.ts'

const red = brandColor({ id: '1', name: 'Red', palette: 'Core', value: RED })
const leaf = brandColor({ id: '2', name: 'Leaf', palette: 'Core', value: GREEN })
const sea = brandColor({ id: '3', name: 'Sea', palette: 'Core', value: BLUE })
const NOTHING = { added: 0, changed: 0 }

async function publishing(target: SyncTarget) {
  const team = openTeam()
  const library = team.open('Brand library')
  await library.sync([red, leaf], { target })
  return { team, library, publication: library.file.publish() }
}

describe.each(['variables', 'styles'] as const)('of %s in a library', (target) => {
  it('a file is told what was added since it was open last, once', async () => {
    const { team, library, publication } = await publishing(target)
    expect(await team.open('Landing page', [publication]).news([red, leaf])).toEqual(NOTHING)
    await library.sync([red, leaf, sea], { target })
    const published = library.file.publish()
    const design = team.open('Landing page', [published])
    expect(await design.news([red, leaf, sea])).toEqual({ added: 1, changed: 0 })
    expect(await design.news([red, leaf, sea])).toEqual(NOTHING)
    expect(await team.open('Another page', [published]).news([red, leaf, sea])).toEqual(NOTHING)
    expect(design.file.writes()).toEqual([])
  })

  it('a file is told of those that it shows as they were before, and of no others', async () => {
    const { team, publication } = await publishing(target)
    const design = team.open('Landing page', [publication])
    const node = design.file.figma.createRectangle()
    await design.use(red, [node])
    expect(await design.news([red, leaf])).toEqual(NOTHING)
    const changed = [
      { ...red, value: BLUE },
      { ...leaf, value: RED },
    ]
    expect(await design.news(changed)).toEqual({ added: 0, changed: 1 })
  })

  it('a file knows of those that a fix has put there, and of none that it has not', async () => {
    const { team, publication } = await publishing(target)
    const { file, fix, news } = team.open('Landing page', [publication])
    const nodes = [red, leaf].map(({ value: { r, g, b } }) => {
      const node = file.figma.createRectangle()
      node.fills = [{ type: 'SOLID', color: { r, g, b } }]
      return node
    })
    file.clearWrites()
    const cancelled = { cancelled: true, progress: () => undefined }
    expect(await fix([red, leaf], nodes, cancelled)).toMatchObject({ cancelled: true })
    expect(file.writes()).toEqual([])
    nodes[1]?.remove()
    expect(await fix([red, leaf], nodes)).toMatchObject({ fixed: 1 })
    const changed = [
      { ...red, value: BLUE },
      { ...leaf, value: BLUE },
    ]
    expect(await news(changed)).toEqual({ added: 0, changed: 1 })
  })

  it('a file that was moved over knows what it uses since', async () => {
    const { team, publication } = await publishing(target)
    const design = team.open('Landing page', [publication])
    await design.sync([red, leaf], { target: 'styles' })
    const [style] = await design.file.figma.getLocalPaintStylesAsync()
    const node = design.file.figma.createRectangle()
    await node.setFillStyleIdAsync(style?.id ?? '')
    await design.move([red, leaf], 'move')
    expect(await design.news([{ ...red, value: BLUE }, leaf])).toEqual({ added: 0, changed: 1 })
  })
})

it('a file knows of plain colors that a move has bound to a library', async () => {
  const { team, publication } = await publishing('variables')
  const design = team.open('Landing page', [publication])
  const { r, g, b } = RED
  design.file.figma.createRectangle().fills = [{ type: 'SOLID', color: { r, g, b } }]
  await design.move([red, leaf], 'move', { plain: true })
  const changed = [
    { ...red, value: BLUE },
    { ...leaf, value: BLUE },
  ]
  expect(await design.news(changed)).toEqual({ added: 0, changed: 1 })
})

it('nothing is told of ids that somebody else wrote into the file', async () => {
  const { team, publication } = await publishing('variables')
  const { file, news } = team.open('Landing page', [publication])
  const { root } = file.figma
  for (const note of ['{', '{"ids":["S:none","VariableID:none",7]}', '[]']) {
    root.setSharedPluginData('cliquify', 'used-kit-1', note)
    expect(await news([red, leaf])).toEqual(NOTHING)
  }
})
