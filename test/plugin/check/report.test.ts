import { describe, expect, it } from 'vitest'
import { makeReport } from '../../../plugin/check/report.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'
import { openFile } from '../../figma/file.ts'
import { openDocument } from './document.ts'

const RED = { r: 1, g: 0, b: 0, a: 1 }
const REPORT = {
  title: 'Acme: 50 % on brand: 1 linked, 1 not.',
  groups: [
    {
      title: 'Almost: 2',
      lines: [
        { values: [RED, { ...RED, r: 0.9 }], text: '#E60000 → Red, 1 layer', nodeId: 'gone' },
        { values: [RED], text: '#E70000 → Red, 1 layer', nodeId: 'gone' },
      ],
    },
    { title: 'Off-brand: 1', lines: [{ values: [], text: '#FF0000', nodeId: 'gone' }] },
  ],
}

describe('a report', () => {
  it('is a locked frame right of all on the page, with a row for each finding', async () => {
    const { figma } = openFile()
    const other = figma.createRectangle()
    other.x = 200
    await makeReport(figma, REPORT)
    const [report] = figma.currentPage.selection
    if (report?.type !== 'FRAME') throw new Error('no report')
    expect(report).toMatchObject({ name: REPORT.title, locked: true, layoutMode: 'VERTICAL' })
    expect(report.x).toBeGreaterThanOrEqual(other.x + other.width)
    const texts = report
      .findAllWithCriteria({ types: ['TEXT'] })
      .map(({ characters }) => characters)
    expect(texts).toEqual([
      REPORT.title,
      ...REPORT.groups.flatMap(({ title, lines }) => [title, ...lines.map(({ text }) => text)]),
    ])
    expect(report.findAllWithCriteria({ types: ['RECTANGLE'] })).toHaveLength(3)
  })

  it('shows a picture of the first of each group that Figma draws', async () => {
    const { figma } = openFile()
    const shape = figma.createRectangle()
    shape.resize(300, 100)
    shape.fills = [figma.util.solidPaint('#FF0000')]
    const line = { values: [], text: '#FF0000, 1 layer', nodeId: shape.id }
    await makeReport(figma, {
      title: 'Acme',
      groups: [{ title: 'Off-brand', lines: [{ ...line, nodeId: 'gone' }, line, line] }],
    })
    const [report] = figma.currentPage.selection
    if (report?.type !== 'FRAME') throw new Error('no report')
    const [picture, ...others] = report.findAllWithCriteria({ types: ['RECTANGLE'] })
    expect(others).toEqual([])
    expect(picture).toMatchObject({ width: 160, fills: [{ type: 'IMAGE' }] })
  })

  it('shows a layer that is very long in a picture that Figma takes', async () => {
    const { figma } = openFile()
    const line = figma.createRectangle()
    line.resize(9000, 4)
    await makeReport(figma, {
      title: 'Acme',
      groups: [{ title: 'Off-brand', lines: [{ values: [], text: 'A', nodeId: line.id }] }],
    })
    const [report] = figma.currentPage.selection
    if (report?.type !== 'FRAME') throw new Error('no report')
    expect(report.findAllWithCriteria({ types: ['RECTANGLE'] })[0]?.width).toBe(160)
  })

  it('is found by no check', async () => {
    const document = await openDocument()
    await makeReport(document.figma, REPORT)
    expect(await document.findings('document')).toEqual([])
  })

  it('leaves nothing behind where Figma refuses a part of it', async () => {
    const file = openFile()
    const { figma } = file
    figma.commitUndo()
    file.failWrite(12)
    await expect(
      createWriteQueue(figma).run(() => makeReport(figma, REPORT)),
    ).rejects.toBeInstanceOf(Error)
    expect(figma.currentPage.children).toEqual([])
  })
})
