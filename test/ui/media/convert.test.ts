import { describe, expect, it } from 'vitest'
import { Trouble } from '../../../shared/trouble.ts'
import { prepare } from '../../../ui/media/convert.ts'
import { renderFile } from '../../cliquify/brand/render.ts'
import { sampleBrand } from '../../cliquify/brand/sample-brand.ts'

const text = (value: string): Uint8Array => Buffer.from(value, 'latin1')

/** As far as it is looked at: the heads of the packed files and, far behind, the list of them. */
function zipOf(...names: readonly string[]): string {
  const heads = names.slice(0, 1).map((name) => `PK\x03\x04${'\0'.repeat(26)}${name}`)
  const list = names.map((name) => `PK\x01\x02${'\0'.repeat(42)}${name}`)
  return `${heads.join('')}${'packed'.repeat(20_000)}${list.join('')}PK\x05\x06${'\0'.repeat(18)}`
}

describe('a file that cannot be placed', () => {
  it.each([
    ['is empty', '', 'empty file'],
    ['is a PDF', '%PDF-1.4', 'is a PDF'],
    ['is an old video', 'RIFF\0\0\0\0AVI LIST', 'is a video in a format that Figma cannot place'],
    ['is an HEIC photo', '\0\0\0\x10ftypheic\0\0\0\0', 'an HEIC photo'],
    ['is a TIFF', 'II*\0', 'a TIFF picture'],
    ['is a Photoshop file', '8BPS\0\x01', 'a Photoshop file'],
    ['is an EPS', '%!PS-Adobe-3.0', 'an EPS file'],
    ['is HEIF of another brand', '\0\0\0\x14ftypmif1\0\0\0\0miaf', 'an HEIC photo'],
    ['is a HEIF sequence', '\0\0\0\x10ftypmsf1\0\0\0\0', 'an HEIC photo'],
    ['is HEIF of AVC', '\0\0\0\x10ftypavci\0\0\0\0', 'an HEIC photo'],
    ['is a live HEIC', '\0\0\0\x10ftyphevc\0\0\0\0', 'an HEIC photo'],
    ['is DOCX', zipOf('[Content_Types].xml', 'word/document.xml'), 'a Word document'],
    ['is PPTX', zipOf('_rels/.rels', 'ppt/presentation.xml'), 'a PowerPoint presentation'],
    ['is XLSX', zipOf('[Content_Types].xml', 'xl/workbook.xml'), 'an office document'],
    ['is Keynote', zipOf('Index/Document.iwa', 'Index/Slide-12.iwa'), 'a Keynote presentation'],
    ['is Pages', zipOf('Index/Document.iwa', 'Data/a.jpg'), 'an office document'],
    [
      'is Numbers',
      zipOf('Index/Document.iwa', 'Index/CalculationEngine.iwa', 'Index/Tables/Tile.iwa'),
      'an office document',
    ],
    ['is an old Office file', '\xd0\xcf\x11\xe0', 'an office document'],
    ['is packed pictures', zipOf('word/play.png', 'a.svg'), 'an archive'],
    ['is packed', 'PK\x03\x04', 'an archive'],
    ['is something else', 'Dear all,', 'in a format that Figma cannot place'],
    ['is a font', 'OTTO\0\0', 'is a font'],
    ['is a login page', '\n<!DOCTYPE html><html>', 'web page came back instead of'],
    ['is the start of a GIF', 'GIF89a', 'is incomplete'],
  ])('because it %s says so by its name', async (_why, content, expected) => {
    const failure = await prepare(text(content), 'Hero').then(
      () => null,
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(Trouble)
    expect(failure).toMatchObject({ kind: 'unusable-file' })
    expect(failure).toMatchObject({ message: expect.stringContaining(expected) as string })
    expect(failure).toMatchObject({ message: expect.stringContaining('“Hero”') as string })
  })
})

describe('a picture that Figma takes', () => {
  it.each(['png', 'jpeg', 'gif'] as const)('passes byte for byte as %s', async (format) => {
    const brand = sampleBrand(60)
    const files = [...brand.kits.flatMap(({ logos }) => logos), ...brand.assets]
    const file = files.find((one) => one.format === format && one.width <= 4096)
    if (file === undefined) throw new Error(`the sample brand has no ${format}`)
    const bytes = await renderFile(file)
    const { content, note } = await prepare(bytes, file.name)
    expect(note).toBeNull()
    expect(content).toEqual({ type: 'image', bytes, width: file.width, height: file.height })
  })
})
