import { describe, expect, it } from 'vitest'
import type { SyncTarget } from '../../../shared/sync.ts'
import { BLUE, brandColor, GREEN, RED } from '../colors/samples.ts'
import { openTeam, type TeamFile } from './team.ts'

const red = brandColor({ id: '1', name: 'Red', palette: 'Core', value: RED })
const leaf = brandColor({ id: '2', name: 'Leaf', palette: 'Core', value: GREEN })

async function publishing(target: SyncTarget) {
  const team = openTeam()
  const library = team.open('Brand library')
  await library.sync([red, leaf], { target })
  const publication = library.file.publish()
  return { team, library, publication, design: team.open('Landing page', [publication]) }
}

function shape({ file }: TeamFile): RectangleNode {
  const node = file.figma.createRectangle()
  file.clearWrites()
  return node
}

describe('a color that a library publishes', () => {
  it('as a variable is imported on its first use, and bound to', async () => {
    const { design, publication } = await publishing('variables')
    const node = shape(design)
    expect(await design.use(red, [node])).toMatchObject({
      layers: 1,
      linked: { library: 'Brand library' },
    })
    const [paint] = node.fills as readonly SolidPaint[]
    const bound = await design.file.figma.variables.getVariableByIdAsync(
      paint?.boundVariables?.color?.id ?? '',
    )
    expect(bound?.key).toBe(
      publication.variables.find(({ name }) => name.endsWith('Core/Red'))?.key,
    )
    expect(bound?.remote).toBe(true)
    expect(design.file.writes().map(({ op }) => op)).toEqual(['set fills', 'setSharedPluginData'])
  })

  it('as a style is known by its key, noted when the library’s file was synced', async () => {
    const { design, publication } = await publishing('styles')
    const node = shape(design)
    expect(await design.use(leaf, [node])).toMatchObject({
      linked: { library: 'Brand library' },
    })
    const style = await design.file.figma.getStyleByIdAsync(String(node.fillStyleId))
    expect(style?.key).toBe(publication.styles.find(({ name }) => name.endsWith('Leaf'))?.key)
    expect(style?.remote).toBe(true)
  })

  it('is known in a copy of the library’s file, too, on another device', async () => {
    const { library, publication } = await publishing('styles')
    await library.sync([red, { ...leaf, value: BLUE }])
    const noted = library.file.snapshot().sharedPluginData
    const copy = openTeam().open('Copy', [publication])
    for (const [key, value] of Object.entries(noted['cliquify'] ?? {})) {
      copy.file.figma.root.setSharedPluginData('cliquify', key, value)
    }
    const node = shape(copy)
    const used = await copy.use(red, [node])
    expect(used.linked?.library).toBe('Brand library')
    expect(node.fillStyleId).not.toBe('')
  })

  it('is found by a name that ends in a number, and among namesakes that were numbered', async () => {
    const names = ['Gray', 'Gray 10', 'Gray 100', 'Red', 'Red']
    const colors = names.map((name, i) =>
      brandColor({ id: String(i), name, value: { ...RED, g: i / 10 } }),
    )
    for (const target of ['variables', 'styles'] as const) {
      const team = openTeam()
      const library = team.open('Brand library')
      await library.sync(colors, { target })
      const design = team.open('Landing page', [library.file.publish()])
      expect((await design.library(colors))?.has).toEqual([0, 1, 2, 3, 4])
      for (const color of colors) {
        const node = shape(design)
        expect((await design.use(color, [node])).linked?.library).toBe('Brand library')
        const [paint] = node.fills as readonly SolidPaint[]
        expect(paint?.color.g).toBeCloseTo(color.value.g, 4)
      }
    }
  })

  it('comes before a copy that the file has of its own', async () => {
    const { design } = await publishing('variables')
    await design.sync([red], { target: 'variables' })
    const used = await design.use(red, [shape(design)])
    expect(used.linked?.library).toBe('Brand library')
  })

  it('is the file’s own in the library itself', async () => {
    for (const target of ['styles', 'variables', 'both'] as const) {
      const { library } = await publishing(target)
      const node = shape(library)
      const used = await library.use(red, [node])
      expect(used.linked).toEqual({ library: null, lags: false })
      expect(node.fillStyleId === '').toBe(target === 'variables')
    }
  })

  it('is said to lag behind where Cliquify has another value by now', async () => {
    for (const target of ['styles', 'variables'] as const) {
      const { design } = await publishing(target)
      const used = await design.use({ ...red, value: BLUE }, [shape(design)])
      expect(used.linked).toMatchObject({ library: 'Brand library', lags: true })
    }
  })

  it('is no color of the same name in somebody else’s library', async () => {
    const { team } = await publishing('variables')
    const other = team.open('Other')
    const { variables } = other.file.figma
    const collection = variables.createVariableCollection('Core')
    variables.createVariable('Core/Red', collection, 'COLOR')
    const design = team.open('Landing page', [other.file.publish()])
    expect((await design.use(red, [shape(design)])).linked).toBeNull()
    expect(await design.library([red, leaf])).toBeNull()
  })
})

describe('where the library cannot be reached', () => {
  it('the file’s own color is applied, and that is told', async () => {
    const { design } = await publishing('variables')
    design.file.failLibraryRequests(1)
    const node = shape(design)
    expect(await design.use(red, [node])).toMatchObject({
      layers: 1,
      linked: null,
      unreachable: true,
    })
    expect(node.fills).toMatchObject([{ type: 'SOLID', color: { r: 1, g: 0, b: 0 } }])
    design.file.failLibraryRequests(Infinity)
    expect((await design.use(red, [node])).linked?.library).toBe('Brand library')
  })

  it('in the middle, nothing is half done', async () => {
    const { design } = await publishing('variables')
    for (let k = 1; k < 5; k++) {
      design.file.failLibraryRequests(k)
      const used = await design.use(leaf, [shape(design)])
      expect([used.layers, used.unreachable]).toEqual([1, used.linked === null])
    }
  })

  it('as the plugin may not ask for any, the same', async () => {
    const { team, publication } = await publishing('variables')
    const design = team.open('Landing page', [publication], [])
    expect(await design.use(red, [shape(design)])).toMatchObject({ layers: 1, unreachable: true })
    expect((await design.plan([red])).library).toBeNull()
  })
})

describe('a library beside others', () => {
  it('is used though another one, enabled when the file was opened, is gone', async () => {
    const { team, publication } = await publishing('variables')
    const other = team.open('Other')
    const { variables } = other.file.figma
    const collection = variables.createVariableCollection('Theirs')
    variables.createVariable('Red', collection, 'COLOR')
    const theirs = other.file.publish()
    const design = team.open('Landing page', [theirs, publication])
    design.file.setLibraries([
      { publication, enabled: true },
      { publication: theirs, enabled: false },
    ])
    expect((await design.use(red, [shape(design)])).linked?.library).toBe('Brand library')
  })

  it('has colors that are not published yet: those are the file’s own, the others its', async () => {
    const { library, team } = await publishing('styles')
    const publication = library.file.publish()
    const blue = brandColor({ id: '3', name: 'Blue', palette: 'Core', value: BLUE })
    await library.sync([red, leaf, blue])
    const design = team.open('Landing page', [publication])
    const used = await design.use(blue, [shape(design)])
    expect([used.linked, used.unreachable]).toEqual([null, false])
    expect((await design.use(red, [shape(design)])).linked?.library).toBe('Brand library')
    await design.sync([red, leaf, blue])
    expect((await design.move([red, leaf, blue], 'count')).cancelled).toBe(false)
  })
})

describe('what a library has of a kit', () => {
  it('is told by the places of the colors', async () => {
    const { design } = await publishing('variables')
    const blue = brandColor({ id: '3', name: 'Blue', palette: 'Core', value: BLUE })
    expect(await design.library([blue, red, leaf])).toEqual({ name: 'Brand library', has: [1, 2] })
  })

  it('is offered with the plan of each file but the library’s own', async () => {
    const { design, library } = await publishing('variables')
    expect((await design.plan([red, leaf])).library).toEqual({ name: 'Brand library', has: [0, 1] })
    expect((await library.plan([red, leaf])).library).toBeNull()
    await design.sync([red])
    expect((await design.plan([red, leaf])).library?.name).toBe('Brand library')
  })
})

describe('a sync in the library’s file', () => {
  it('ends with what is to be published', async () => {
    const { library } = await publishing('both')
    const blue = brandColor({ id: '3', name: 'Blue', palette: 'Core', value: BLUE })
    const report = await library.sync([{ ...red, value: GREEN }, leaf, blue], { target: 'both' })
    expect(report.toPublish).toEqual({ changed: 1, added: 1, removed: 0 })
    library.file.publish()
    const next = await library.sync([red, leaf, blue], { target: 'both' })
    expect(next.toPublish).toMatchObject({ added: 0, removed: 0 })
  })

  it('says nothing of that in a file that publishes nothing', async () => {
    const { design } = await publishing('variables')
    expect((await design.sync([red])).toPublish).toBeNull()
  })
})
