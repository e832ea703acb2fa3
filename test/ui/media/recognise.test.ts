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
    ['other', box('heic')],
    ['video', box('isom', 'isomavc1mp41')],
    ['video', box('qt  ')],
    ['video', hex('1a45dfa3')],
    ['other', box('M4A ')],
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
    ['other', text('<!doctype html><html><body><svg></svg>')],
    ['other', text('RIFF\0\0\0\0WAVE')],
    ['other', text('BMW is a maker of cars')],
    ['other', text('OTTO')],
    ['other', text('<svgfoo>')],
    ['other', new Uint8Array()],
    ['other', hex('ff')],
  ])('as %s', (format, bytes) => {
    expect(recognise(bytes)).toBe(format)
  })
})
