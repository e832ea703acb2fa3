import { afterEach, describe, expect, it, vi } from 'vitest'
import { fromJson, toJson } from '../../shared/json.ts'
import { DROP_TYPE } from '../../shared/placement.ts'
import type { Session } from '../../shared/session.ts'
import { letTimeFly } from './let-time-fly.ts'
import { BLUE, brandColor, RED, syncOf } from './colors/samples.ts'
import { LOGO, png } from './placement/samples.ts'
import { run } from './sandbox.ts'

const SESSION: Session = {
  clientId: null,
  clientSecret: null,
  accessToken: 'token',
  expiresAt: null,
  scopes: null,
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const NOTHING = { take: [], remove: [], leaveOut: [], merge: [] }

describe('the sandbox half', () => {
  it('opens the window in Figma’s colors and in the size it was left in', async () => {
    const { told } = await run({ storage: { 'window-size': { width: 400, height: 500 } } })
    expect(told('show-ui')).toEqual([
      {
        type: 'show-ui',
        html: '<p>the window</p>',
        visible: true,
        width: 400,
        height: 500,
        title: 'Cliquify',
        themeColors: true,
      },
    ])
  })

  it.each([
    ['', 'open'],
    ['open', 'open'],
    ['sync-colors', 'sync-colors'],
    ['update-assets', 'update-assets'],
  ])('tells the window the command %j as %s', async (command, expected) => {
    const { ui } = await run({ command })
    expect(await ui.request('start', null)).toEqual({
      command: expected,
      chosen: null,
      editor: 'figma',
      session: null,
      preferences: { kitId: null, tab: 'colors' },
    })
  })

  it('takes a host that does not say which editor it is for Figma Design', async () => {
    const { ui, file } = await run({}, 'editorType')
    expect(await ui.request('start', null)).toMatchObject({ editor: 'figma' })
    const sync = { ...syncOf(brandColor({ id: '1' })), decisions: NOTHING }
    await ui.request('colors:apply', toJson(sync))
    expect(file.snapshot().paintStyles).toHaveLength(1)
  })

  it.each(['disconnect', 'sync-colors'])(
    'keeps the window hidden to %s, until asked to show it',
    async (command) => {
      const { ui, told } = await run({ command })
      expect(told('show-ui')[0]?.visible).toBe(false)
      ui.emit('window:show', null)
      await vi.waitFor(() =>
        expect(told('ui-visible')).toEqual([{ type: 'ui-visible', visible: true }]),
      )
    },
  )

  it('tells the window which editor it is in', async () => {
    const { ui } = await run({ editor: 'slides' })
    expect((await ui.request('start', null)).editor).toBe('slides')
  })

  it('keeps a session and preferences from one run to the next, until they are forgotten', async () => {
    let storage: Record<string, unknown> = {}
    const first = await run({ onStorage: (values) => (storage = values) })
    await first.ui.request('session:save', SESSION)
    await first.ui.request('preferences:save', { kitId: '7', tab: 'assets' })
    vi.resetModules()
    const second = await run({ storage, onStorage: (values) => (storage = values) })
    expect(await second.ui.request('start', null)).toMatchObject({
      session: SESSION,
      preferences: { kitId: '7', tab: 'assets' },
    })
    await second.ui.request('session:forget', null)
    expect(storage).toEqual({})
    expect((await second.ui.request('start', null)).session).toBeNull()
  })

  it('starts afresh from storage that is damaged', async () => {
    const { ui } = await run({ storage: { session: 'x', preferences: [], 'window-size': null } })
    expect(await ui.request('start', null)).toMatchObject({
      session: null,
      preferences: { kitId: null, tab: 'colors' },
    })
  })

  it('never writes a session to the document', async () => {
    const { ui, file } = await run()
    await ui.request('session:save', SESSION)
    expect((await ui.request('start', null)).session).toEqual(SESSION)
    expect(file.writes()).toEqual([])
  })

  it('plans and applies a sync for the window', async () => {
    const { ui, file } = await run()
    const sync = syncOf(brandColor({ id: '1' }), brandColor({ id: '2', name: 'Sea', value: BLUE }))
    const plan = await ui.request('colors:plan', toJson(sync))
    expect(fromJson(plan).rows.map(({ outcome }) => outcome)).toEqual(['create', 'create'])
    const kit = { id: sync.kit.id, name: sync.kit.name }
    expect((await ui.request('colors:last', kit)).at).toBeNull()
    const report = await ui.request('colors:apply', toJson({ ...sync, decisions: NOTHING }))
    const last = await ui.request('colors:last', kit)
    expect(last.at).toMatch(/^\d{4}-.*Z$/)
    expect(last.options.target).toBe('styles')
    expect(fromJson(report).rows.map(({ result }) => result)).toEqual(['created', 'created'])
    expect(file.snapshot().paintStyles[0]).toMatchObject({
      name: 'Acme/Red',
      paints: [{ color: { r: RED.r, g: RED.g, b: RED.b } }],
    })
  })

  it('lets a sync be cancelled', async () => {
    const { ui } = await run()
    letTimeFly()
    const colors = Array.from({ length: 200 }, (_, index) =>
      brandColor({ id: String(index), name: String(index) }),
    )
    const controller = new AbortController()
    const request = toJson({ ...syncOf(...colors), decisions: NOTHING })
    const report = ui.request('colors:apply', request, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect(fromJson(await report).cancelled).toBe(true)
  })

  it('places, lists and updates for the window', async () => {
    const { ui } = await run()
    const placed = await ui.request('placement:place', {
      items: [{ content: png(20, 10), provenance: LOGO, size: null }],
      at: { type: 'view' },
    })
    if (placed.outcome === 'refused') throw new Error('Figma refused it')
    const nodeId = placed.nodeIds[0] ?? ''
    const size = { width: 20, height: 10 }
    const listed = { nodeId, nodeName: LOGO.name, pageName: 'Page 1', locked: false, size }
    const layers = async () => (await ui.request('placement:list', null)).layers
    expect(await layers()).toEqual([{ ...listed, provenance: LOGO }])
    const provenance = { ...LOGO, version: 'next' }
    const request = {
      nodeId,
      content: png(20, 10, 1),
      provenance,
      edits: 'keep',
      batch: 1,
    } as const
    await ui.request('placement:replace', request)
    expect(await layers()).toEqual([{ ...listed, provenance }])
    const newest = { ...LOGO, version: 'newest' }
    const again = { ...request, provenance: newest, batch: 2 }
    await ui.request('placement:end-batch', 1)
    await ui.request('placement:replace', again)
    await ui.request('placement:end-batch', 2)
    expect(await layers()).toEqual([{ ...listed, provenance: newest }])
    expect(await ui.request('placement:previews', [nodeId])).toMatchObject([
      { nodeId, edited: false },
    ])
    await ui.request('placement:show', nodeId)
  })

  it('tells the window what was dropped', async () => {
    const { ui, file } = await run()
    const heard: string[] = []
    ui.on('dropped', ({ reference }) => heard.push(reference))
    const items = [{ type: DROP_TYPE, data: 'logo:7' }]
    file.drop({ absoluteX: 0, absoluteY: 0, items, dropMetadata: null })
    await vi.waitFor(() => expect(heard).toEqual(['logo:7']))
  })

  it.each([
    'Cannot write to the document in view mode',
    'This file is view-only',
    'You have view only access to this file',
    'Cannot change a file that is read-only',
    'The plugin runs in read-only mode',
  ])('says what to do in a file that one may only view: “%s”', async (refusal) => {
    const { ui, file } = await run()
    const shape = file.figma.createRectangle()
    file.figma.currentPage.selection = [shape]
    file.clearWrites()
    file.refuseWrites(refusal)
    const content = png(20, 10)
    const placed = await ui.request('placement:place', {
      items: [{ content, provenance: LOGO, size: null }],
      at: { type: 'view' },
    })
    const told = {
      message: 'This file is view-only. Ask for edit access.',
      details: expect.stringContaining(refusal) as string,
    }
    expect(placed).toMatchObject({ refusals: [{ failure: told }] })
    const color = brandColor({ id: '1' })
    const sync = { ...syncOf(color), decisions: NOTHING }
    for (const ask of [
      () => ui.request('colors:apply', toJson(sync)),
      () => ui.request('colors:apply', toJson({ ...sync, saveVersion: true })),
      () => ui.request('colors:use', { kit: sync.kit, color, namesakes: [], as: 'fill' }),
      () => ui.request('check:report', { title: 'Report', groups: [] }),
      () =>
        ui.request('placement:fill', {
          ...{ nodeIds: [shape.id], content, provenance: LOGO, batch: 1 },
        }),
    ]) {
      await expect(ask()).rejects.toMatchObject(told)
    }
    expect(file.writes()).toEqual([])
  })

  it.each(["'name' is read-only", 'Cannot assign to read only property', 'No “Overview mode”'])(
    'does not take every refusal for that of such a file: “%s”',
    async (refusal) => {
      const { ui, file } = await run()
      file.refuseWrites(refusal)
      const report = ui.request('check:report', { title: 'Report', groups: [] })
      await expect(report).rejects.toMatchObject({ message: 'Something went wrong. Try again.' })
    },
  )

  it('shows notices, resizes and closes as the window asks', async () => {
    const { ui, told } = await run()
    ui.emit('notify', { message: 'x'.repeat(120), error: true })
    ui.emit('window:resize', { width: 420, height: 520 })
    await vi.waitFor(() => expect(told('resize-ui')).toHaveLength(1))
    expect(told('notify')).toEqual([{ type: 'notify', message: `${'x'.repeat(99)}…`, error: true }])
    ui.emit('window:close', { message: 'Disconnected from Cliquify.' })
    await vi.waitFor(() => expect(told('closed')).toHaveLength(1))
    expect(told('notify')[1]?.message).toBe('Disconnected from Cliquify.')
  })

  it('lets nothing go uncaught when it is closed in the middle of a sync', async () => {
    const { ui, file, told } = await run()
    letTimeFly()
    const colors = Array.from({ length: 20 }, (_, index) =>
      brandColor({ id: String(index), name: String(index) }),
    )
    const unhandled: unknown[] = []
    const listener = (error: unknown): void => void unhandled.push(error)
    process.on('unhandledRejection', listener)
    void ui
      .request('colors:apply', toJson({ ...syncOf(...colors), decisions: NOTHING }), {
        onProgress: () => file.closePlugin(),
      })
      .catch(() => undefined)
    await vi.waitFor(() => expect(told('closed')).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 30))
    process.off('unhandledRejection', listener)
    expect(unhandled).toEqual([])
    expect(told('uncaught')).toEqual([])
  })
})
