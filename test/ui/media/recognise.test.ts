import { describe, expect, it } from 'vitest'
import { recognise } from '../../../ui/media/recognise.ts'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const hex = (value: string): Uint8Array =>
  Uint8Array.from(Buffer.from(value.replaceAll(' ', ''), 'hex'))
const box = (brand: string, compatible = ''): Uint8Array =>
  Uint8Array.from([0, 0, 0, 16 + compatible.length, ...text(`ftyp${brand}\0\0\0\0${compatible}`)])
const utf16 = (value: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...Buffer.from(value, 'utf16le')])

describe('a file is recognised by its bytes', () => {
  it.each([
    ['png', hex('89504e470d0a1a0a 0000000d')],
    ['jpeg', hex('ffd8ffe0')],
    ['gif', text('GIF89a')],
    ['webp', text('RIFF\0\0\0\0WEBPVP8 ')],
    ['avif', box('avif')],
    ['avif', box('mif1', 'mif1avif')],
    ['heic', box('heic')],
    ['heic', box('mif1', 'mif1heic')],
    ['video', box('isom', 'isomavc1mp41')],
    ['video', box('qt  ')],
    ['video', Uint8Array.from([...hex('1a45dfa3 9f 4282 84'), ...text('webm')])],
    ['foreign-video', Uint8Array.from([...hex('1a45dfa3 a3 4282 88'), ...text('matroska')])],
    ['audio', box('M4A ')],
    [
      'bmp',
      Uint8Array.from([...text('BM'), ...new Uint8Array(12), 40, 0, 0, 0, ...new Uint8Array(20)]),
    ],
    ['ico', hex('00000100 0100')],
    ['pdf', text('%PDF-1.7')],
    ['svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [
      'svg',
      text(
        '\uFEFF<?xml version="1.0"?>\n<!-- a > b --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x"><svg>',
      ),
    ],
    ['svg', text('<!DOCTYPE svg [<!ENTITY a "b">]> <svg:svg >')],
    ['svg', utf16('<svg>')],
    ['html', text('<!doctype html><html><body><svg></svg>')],
    ['html', text('\uFEFF <!-- login --> <HTML lang=en>')],
    ['svg', utf16('<svg>').subarray(2)],
    ['gzip', hex('1f8b0800')],
    ['tiff', hex('49492a00')],
    ['tiff', hex('4d4d002a')],
    ['psd', text('8BPS\0\x01')],
    ['eps', text('%!PS-Adobe-3.0 EPSF-3.0')],
    ['pdf', text('%!PS-Adobe-3.0 %%Title: x\n%PDF-1.6')],
    ['zip', text('PK\x03\x04')],
    ['jxl', hex('ff0a')],
    ['foreign-video', text('RIFF\0\0\0\0AVI LIST')],
    ['audio', text('RIFF\0\0\0\0WAVE')],
    ['other', text('RIFF\0\0\0\0CDXA')],
    ['other', text('BMW is a maker of cars')],
    ['font', text('OTTO\0\x0a')],
    ['font', text('wOF2')],
    ['other', text('OTTO is a name')],
    ['other', text('<svgfoo>')],
    ['other', new Uint8Array()],
    ['other', hex('ff')],
  ])('as %s', (format, bytes) => {
    expect(recognise(bytes)).toBe(format)
  })
})
