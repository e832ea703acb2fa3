import { describe, expect, it } from 'vitest'
import { isInnerReference } from '../../../ui/media/inner-reference.ts'
import { svgText } from '../../../ui/media/svg-text.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the text of an SVG file', () => {
  it('comes without its byte order mark, in the encoding that it says', () => {
    const svg = `<svg ${NS}>é</svg>`
    expect(svgText(utf8(`\uFEFF${svg}`))).toBe(svg)
    expect(svgText(Uint8Array.from([0xff, 0xfe, ...Buffer.from(svg, 'utf16le')]))).toBe(svg)
    expect(svgText(Uint8Array.from(Buffer.from(svg, 'utf16le')))).toBe(svg)
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

describe('a document type', () => {
  const isBomb = (subset: string, inside: string): boolean =>
    svgText(utf8(`<!DOCTYPE svg [${subset}]><svg ${NS}>${inside}</svg>`)) === null

  it('that unfolds without end is told', () => {
    const names = Array.from('abcdefghijk')
    const laughs = names.map((name, index) => {
      const before = names[index - 1]
      return `<!ENTITY ${name} "${before === undefined ? 'lol' : `&${before};`.repeat(10)}">`
    })
    expect(isBomb(laughs.join(''), '&k;')).toBe(true)
    expect(isBomb('<!ENTITY a "&a;">', '&a;')).toBe(true)
    expect(isBomb('<!ENTITY a "&b;"><!ENTITY b "&a;">', '&a;')).toBe(true)
    const long = 'x'.repeat(20_000)
    expect(isBomb(`<!ENTITY a "${long}">`, '&a;'.repeat(20_000))).toBe(true)
    expect(isBomb(`<!ENTITY a "&#38;b;"><!ENTITY b "${long}">`, '&a;'.repeat(20_000))).toBe(true)
    expect(isBomb('<!ENTITY a "red">', '&a;'.repeat(20_000))).toBe(false)
  })

  it('has its entities written out, and loads none', () => {
    const doctype = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://x.example/svg.dtd" [
      <!-- ] > -->
      <!ENTITY ns "http://ns.adobe.com/]>">
      <!ENTITY deep '&ns;/deep'>
      <!ENTITY outer SYSTEM "file:///etc/passwd">
    ]>`
    expect(svgText(utf8(`${doctype}<svg ${NS} a="&deep;">&outer;&lt;&unknown;</svg>`))).toBe(
      `${doctype}<svg ${NS} a="http://ns.adobe.com/]>/deep">&lt;&unknown;</svg>`,
    )
  })

  it('has no parameters', () => {
    const doctype = `<!DOCTYPE svg [<!ENTITY % p "<!ENTITY a 'A'>"> %p; ]>`
    expect(svgText(utf8(`${doctype}<svg ${NS}/>`))).not.toContain('%p;')
  })
})

describe('references', () => {
  it.each([
    ['#gradient', true],
    [' data:image/png;base64,AAAA', true],
    ['data:font/woff2;base64,AAAA', true],
    ['data:application/x-font-ttf;base64,AAAA', true],
    ['data:image/svg+xml,<svg/>', false],
    ['data:text/html,<script>', false],
    ['//x.example/a.png', false],
    ['https://x.example/a.png', false],
    ['javascript:alert(1)', false],
    ['other.svg#a', false],
    ['', false],
  ])('to %s stay inside the file: %s', (reference, isInner) => {
    expect(isInnerReference(reference)).toBe(isInner)
  })
})
