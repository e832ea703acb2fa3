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
  const say = (doctype: string, svg: string): string | null => svgText(utf8(`${doctype}${svg}`))

  it('goes, and the entities that it defines are written out', () => {
    expect(
      say(
        `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://x.example/svg.dtd" [
          <!-- ] > -->
          <!ENTITY ns "http://ns.adobe.com/]>">
          <!ENTITY deep '&ns;/deep'>
          <!ENTITY % parameter "x">
          <!ENTITY outer SYSTEM "file:///etc/passwd">
        ]>`,
        `<svg ${NS} a="&deep;">&outer;&lt;&unknown;</svg>`,
      ),
    ).toBe(`<?xml version="1.0"?><svg ${NS} a="http://ns.adobe.com/]>/deep">&lt;&unknown;</svg>`)
  })

  it('that unfolds without end is told, at once', () => {
    const names = Array.from('abcdefghijk')
    const lines = names.map((name, index) => {
      const before = names[index - 1]
      return `<!ENTITY ${name} "${before === undefined ? 'lol' : `&${before};`.repeat(10)}">`
    })
    expect(say(`<!DOCTYPE svg [${lines.join('')}]>`, `<svg ${NS}>&k;</svg>`)).toBeNull()
    expect(say('<!DOCTYPE svg [<!ENTITY a "&a;">]>', `<svg ${NS}>&a;</svg>`)).toBeNull()
  })

  it('that never ends takes the rest with it', () => {
    expect(say('<!DOCTYPE svg [<!ENTITY a "', `<svg ${NS}/>`)).toBe('')
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
