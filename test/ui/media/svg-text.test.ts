import { describe, expect, it } from 'vitest'
import { isInnerReference, svgText, withoutOuterUrls } from '../../../ui/media/svg-text.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the text of an SVG file', () => {
  it('comes without its byte order mark, in the encoding that it says', () => {
    const svg = `<svg ${NS}>é</svg>`
    expect(svgText(utf8(`\uFEFF${svg}`))).toBe(svg)
    expect(svgText(Uint8Array.from([0xff, 0xfe, ...Buffer.from(svg, 'utf16le')]))).toBe(svg)
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${svg}`
    expect(svgText(Uint8Array.from(Buffer.from(latin, 'latin1')))).toBe(latin)
  })

  it('gets the namespaces that a copy out of a web page lacks', () => {
    expect(svgText(utf8('<svg width="1"><use xlink:href="#a"/></svg>'))).toBe(
      `<svg ${NS} xmlns:xlink="http://www.w3.org/1999/xlink" width="1"><use xlink:href="#a"/></svg>`,
    )
    const whole = `<svg ${NS}/>`
    expect(svgText(utf8(whole))).toBe(whole)
  })
})

describe('references', () => {
  it.each([
    ['#gradient', true],
    [' data:image/png;base64,AAAA', true],
    ['data:image/svg+xml,<svg/>', false],
    ['https://x.example/a.png', false],
    ['javascript:alert(1)', false],
    ['other.svg#a', false],
    ['', false],
  ])('to %s stay inside the file: %s', (reference, isInner) => {
    expect(isInnerReference(reference)).toBe(isInner)
  })

  it('that CSS would load from elsewhere are taken out', () => {
    expect(
      withoutOuterUrls(
        '@import "https://x.example/a.css"; a { fill: url(#g); stroke: url( "https://x.example/#g" ) }',
      ),
    ).toBe(' a { fill: url(#g); stroke: none }')
  })
})
