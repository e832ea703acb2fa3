import { describe, expect, it } from 'vitest'
import { prepare } from '../../../ui/media/convert.ts'
import { MediaError } from '../../../ui/media/media-error.ts'
import { renderFile } from '../../cliquify/brand/render.ts'
import { sampleBrand } from '../../cliquify/brand/sample-brand.ts'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)

describe('a file that cannot be placed', () => {
  it.each([
    ['is empty', '', 'empty file'],
    ['is a PDF', '%PDF-1.4', 'is a PDF'],
    ['is a video', '\0\0\0\x10ftypisom\0\0\0\0', 'is a video'],
    ['is a font', 'OTTO\0\0', 'in a format that Figma cannot place'],
    ['is a login page', '\n<!DOCTYPE html><html>', 'a web page came back'],
    ['is a broken GIF', 'GIF89a', 'is broken'],
  ])('because it %s says so by its name', async (_why, content, expected) => {
    const failure = await prepare(text(content), 'Hero').then(
      () => null,
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(MediaError)
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
