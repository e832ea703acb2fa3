import { describe, expect, it } from 'vitest'
import { makeReport } from '../../../plugin/check/report.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'
import { openFile } from '../../figma/file.ts'
import { openDocument } from './document.ts'

const RED = { r: 1, g: 0, b: 0, a: 1 }
const REPORT = {
  title: 'Acme: 50 % on brand: 1 linked, 1 not.',
  lines: [
    { values: [RED, { ...RED, r: 0.9 }], text: 'Almost: #E60000 → Red, 1 layer' },
    { values: [RED], text: 'Off-brand: #FF0000' },
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
    expect(texts).toEqual([REPORT.title, ...REPORT.lines.map(({ text }) => text)])
    expect(report.findAllWithCriteria({ types: ['RECTANGLE'] })).toHaveLength(3)
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
