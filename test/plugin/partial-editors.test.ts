import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { fromJson, toJson } from '../../shared/json.ts'
import type { Content, PlacementItem } from '../../shared/placement.ts'
import type { UpdateScope } from '../../shared/update.ts'
import type { FileOptions } from '../figma/file.ts'
import { brandColor, syncOf } from './colors/samples.ts'
import { LOGO, png, svg } from './placement/samples.ts'
import { run } from './sandbox.ts'

afterEach(() => vi.resetModules())
afterAll(async () => {
  // The plugin tells the last change of the selection once it rests, to the editor that there is.
  await new Promise((resolve) => setTimeout(resolve, 200))
  vi.unstubAllGlobals()
})

const NOTHING = { take: [], remove: [], leaveOut: [], merge: [] }
const RED = brandColor({ id: '1' })

/** What a person does with the plugin, and what of it can be told in every editor. */
async function doAll(options: FileOptions, missing?: keyof PluginAPI) {
  const { ui, file } = await run(options, missing)
  const { figma } = file
  const { editor, command } = await ui.request('start', null)
  const sync = syncOf(RED)
  const planned = fromJson(await ui.request('colors:plan', toJson(sync)))
  const applied = { ...sync, decisions: NOTHING }
  const synced = fromJson(await ui.request('colors:apply', toJson(applied)))

  const place = async (content: Content, size: PlacementItem['size'] = null, more = {}) => {
    const items = [{ content, provenance: { ...LOGO, ...more }, size }]
    const placed = await ui.request('placement:place', { items, at: { type: 'view' } })
    if (placed.outcome === 'refused') throw new Error(placed.refusals[0]?.failure.message)
    expect(placed.parentName).toBe('Page 1')
    return placed.nodeIds[0] ?? ''
  }
  const picture = await place(png(20, 10))
  await place(svg(20, 10), { width: 40, height: 20 })
  const waiting = await place(png(20, 10), null, { incomplete: true })
  const completed = await ui.request('placement:complete', {
    nodeId: waiting,
    content: svg(20, 10),
    provenance: LOGO,
  })
  const whole = completed.outcome === 'completed' ? completed.nodeId : ''
  const type = (await figma.getNodeByIdAsync(whole))?.type

  const apply = () =>
    ui.request('colors:use', { kit: sync.kit, color: RED, namesakes: [], as: 'fill' })
  const shapes = [figma.createRectangle(), figma.createRectangle()]
  figma.currentPage.selection = shapes
  const { layers } = await apply()
  const nodeIds = shapes.slice(1).map(({ id }) => id)
  const fill = { nodeIds, content: png(20, 10), provenance: LOGO, batch: 1 }
  const { filled } = await ui.request('placement:fill', fill)
  await ui.request('placement:end-batch', 1)
  await ui.request('placement:show', picture)
  const { pictures } = await apply()

  figma.createPage()
  figma.createComponent().createInstance()
  const text = figma.createText()
  text.fills = [{ type: 'SOLID', color: { r: 0, g: 1, b: 0 } }]
  const look = async (scope: UpdateScope) =>
    fromJson(await ui.request('check:look', { sync: toJson(sync), scope }))
  const { found } = await look('document')
  const { designs } = await ui.request('review:designs', null)
  return {
    ...{ editor, command, type, filled, pictures, layers, designs: designs.length },
    planned: planned.rows.map(({ outcome }) => outcome),
    synced: synced.rows.map(({ result }) => result),
    found: found.flatMap(({ exact, faint, layers }) =>
      exact === null && !faint ? layers.length : [],
    ),
  }
}

const IN_FIGMA = {
  ...{ editor: 'figma', command: 'open', type: 'FRAME', filled: 1, pictures: 1, layers: 2 },
  ...{ designs: 4, planned: ['create'], synced: ['created'], found: [1, 1] },
}

it('in Figma all of it is done', async () => {
  expect(await doAll({})).toEqual(IN_FIGMA)
})

describe.each([
  ['a member that is missing', false],
  ['a member that throws when it is read', true],
])('in an editor with %s', (_, refusing) => {
  it.each([
    ...(['variables', 'fileKey', 'editorType', 'command', 'clientStorage', 'viewport'] as const),
    ...(['teamLibrary', 'parameters', 'commitUndo'] as const),
  ])('all of it is done without figma.%s', async (missing) => {
    expect(await doAll({ refusing }, missing)).toEqual(IN_FIGMA)
  })

  it.each([
    ['buttons of plugins', ['setRelaunchData', 'getRelaunchData']],
    ['a color profile', ['documentColorProfile']],
    ['a text under edit', ['selectedTextRange']],
    ['auto layout', ['layoutMode', 'layoutAlign', 'layoutGrow', 'layoutPositioning']],
    ['grids', ['gridChildHorizontalAlign', 'gridChildVerticalAlign']],
    ['constraints and effects', ['constraints', 'effects', 'effectStyleId']],
    ['strokes and corners', ['strokes', 'strokeStyleId', 'cornerRadius']],
    ['masks, blending and transparency', ['isMask', 'blendMode', 'opacity']],
    ['transforms', ['absoluteTransform', 'relativeTransform', 'rotation']],
    ['scaling', ['rescale']],
    ['paths', ['vectorPaths']],
    ['what is set in instances', ['overrides']],
    ['pages that are loaded', ['loadAsync']],
    ['styles of layers', ['fillStyleId', 'setFillStyleIdAsync', 'strokeStyleId']],
    ['parts of texts', ['getStyledTextSegments']],
    ['locked layers', ['locked']],
    ['boxes on the canvas', ['absoluteBoundingBox']],
  ])('all of it is done without %s', async (_what, lacking) => {
    expect(await doAll({ lacking, refusing })).toEqual(IN_FIGMA)
  })

  it('a report is made, and selected, without a viewport', async () => {
    const { ui, file } = await run({ refusing }, 'viewport')
    await ui.request('check:report', { title: 'Report', groups: [] })
    expect(file.figma.currentPage.selection).toMatchObject([{ name: 'Report' }])
  })

  it('a command that asks which asset opens the window where nothing asks', async () => {
    const { told } = await run({ command: 'insert-asset', refusing }, 'parameters')
    expect(told('show-ui')).toMatchObject([{ visible: true }])
  })
})

describe('in an editor that has types of its own for pages, and children in every node', () => {
  it('all of it is done', async () => {
    expect(await doAll({ openPencil: true })).toEqual(IN_FIGMA)
  })
})
