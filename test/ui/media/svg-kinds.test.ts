import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { draw } from './drawn.ts'
import { bmp, png, uint32 } from './files.ts'
import { networkRequests } from './network-requests.ts'
import { useMediaPage } from './use-media-page.ts'

const page = useMediaPage()

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const MIDDLE = [[0.5, 0.5]] as const

describe('a drawing without a view box is there as a whole', () => {
  it.each([
    ['huge', 40_000, 20_000, 16_384, 8192],
    ['tall and huge', 2000, 100_000, 327.68, 16_384],
  ])('%s', async (_, width, height, expectedWidth, expectedHeight) => {
    const svg = `<svg ${NS} width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#0000dd"/><rect x="${width * 0.6}" y="${height * 0.3}" width="${width * 0.3}" height="${height * 0.4}" fill="#dd0000"/></svg>`
    const drawn = await draw(page(), svg, [
      [0.5, 0.5],
      [0.75, 0.5],
    ])
    expect(drawn).toMatchObject({ width: expectedWidth, height: expectedHeight })
    expect(drawn.colors).toEqual(['#0000dd', '#dd0000'])
  })

  it.each([
    [0.5, 0.25],
    [40, 0.5],
    [0.001, 3],
  ])('and tiny: %s × %s', async (width, height) => {
    const svg = `<svg ${NS} width="${width}" height="${height}"><path d="M0 0h9v9z"/></svg>`
    expect((await draw(page(), svg)).svg).toContain(`viewBox="0 0 ${width} ${height}"`)
  })
})

describe('namespaces', () => {
  it.each([
    ['xmlns="https://www.w3.org/2000/svg"'],
    ['xmlns="http://www.w3.org/2000/SVG"'],
    ['xmlns="http://www.w3.org/1999/xhtml"'],
    ['xmlns=""'],
  ])('that no browser takes for SVG are refused: %s', async (namespace) => {
    const svg = `<svg ${namespace} width="20" height="20"><rect width="20" height="20"/></svg>`
    expect((await draw(page(), svg)).refused).toContain('“Mark” is a broken file')
  })

  it.each([
    [
      '<!DOCTYPE svg [<!ATTLIST svg xmlns:a CDATA #FIXED "http://ns.adobe.com/x/">]>',
      'a:b="c"',
      '#dd0000',
    ],
    [
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x.example/svg11.dtd" [<!ENTITY x "http://y.example/"><!ATTLIST svg xmlns:a CDATA "&x;">]>',
      'a:b="c"',
      '#dd0000',
    ],
    ['<!DOCTYPE svg [<!ENTITY red "#dd0000">]>', '', '&red;'],
    ['<!DOCTYPE svg [<!ENTITY deep "0000"><!ENTITY red \'#dd&deep;\'>]>', '', '&red;'],
    ['<!DOCTYPE svg [<!ATTLIST rect fill CDATA "#dd0000">]>', '', null],
  ])('and entities may be declared in the document type: %s', async (doctype, more, fill) => {
    const fills = fill === null ? '' : `fill="${fill}"`
    const svg = `<?xml version="1.0"?>${doctype}<svg ${NS} width="20" height="20" ${more}><rect width="20" height="20" ${fills}/></svg>`
    const drawn = await draw(page(), svg, MIDDLE)
    expect(drawn).toMatchObject({ refused: '', colors: ['#dd0000'] })
    expect(drawn.svg).not.toMatch(/DOCTYPE|ENTITY/)
  })

  it('and what the document type would load stays out', async () => {
    const svg = `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg ${NS} width="20" height="20"><rect width="20" height="20" fill="#dd0000"/>&a;</svg>`
    const drawn = await draw(page(), svg, MIDDLE)
    expect(drawn).toMatchObject({ refused: '', colors: ['#dd0000'] })
    expect(drawn.svg).not.toContain('root')
  })
})

describe('elements and attributes that SVG does not have', () => {
  it.each([
    ['<img src="x"/>'],
    ['<form action="javascript:alert(1)"><input/></form>'],
    ['<iframe srcdoc="hello"/>'],
    ['<template><img/></template>'],
    ['<link href="#a"/><meta content="0"/><base href="#a"/>'],
    ['<handler>alert(1)</handler><listener/><audio/><video/>'],
    ['<g title=" java&#10;script:alert(1)" folder="VBSCRIPT:alert(1)"/>'],
  ])('are taken out: %s', async (inside) => {
    const svg = `<svg ${NS} width="20" height="20"><rect width="20" height="20" fill="#dd0000"/>${inside}</svg>`
    const drawn = await draw(page(), svg, MIDDLE)
    expect(drawn).toMatchObject({ type: 'vector', colors: ['#dd0000'] })
    expect(drawn.svg).not.toMatch(/<(?!svg|\/svg|rect|g[ /])|script/i)
  })

  it('and those that it has stay', async () => {
    const inside =
      '<desc>A</desc><title>B</title><metadata/><switch><g/></switch><symbol/><mask/><filter><feDropShadow/></filter><marker/><view/><path/>'
    const { svg } = await draw(page(), `<svg ${NS} width="20" height="20">${inside}</svg>`)
    for (const [, name = ''] of inside.matchAll(/<(\w+)/g)) expect(svg).toContain(`<${name}`)
  })
})

describe('a picture inside', () => {
  const RED = `<svg ${NS} width="10" height="10"><rect width="10" height="10" fill="#dd0000"/></svg>`
  const withPicture = (address: string): string =>
    `<svg ${NS} xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="20"><image width="20" height="20" xlink:href="${address}"/></svg>`
  const base64 = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64')

  it.each([
    ['SVG', `data:image/svg+xml;base64,${base64(RED)}`, '#dd0000'],
    ['SVG as text', `data:image/svg+xml;utf8,${encodeURIComponent(RED)}`, '#dd0000'],
    ['packed SVG', `data:image/svg+xml;base64,${base64(gzipSync(RED))}`, '#dd0000'],
    [
      'SVG in SVG',
      `data:image/svg+xml;base64,${base64(withPicture(`data:image/svg+xml;base64,${base64(RED)}`))}`,
      '#dd0000',
    ],
    ['SVG without a type', `data:;base64,${base64(RED)}`, '#dd0000'],
    ['PNG without a type', `data:;base64,${base64(png({ width: 4, height: 4 }))}`, '#808080'],
    [
      'PNG of a wrong type',
      `data:text/plain;base64,${base64(png({ width: 4, height: 4 }))}`,
      '#808080',
    ],
    ['BMP', `data:image/bmp;base64,${base64(bmp(4, 4, 'file'))}`, '#0000ff'],
  ])('is drawn as %s', async (_, address, color) => {
    const drawn = await draw(page(), withPicture(address), MIDDLE)
    expect(drawn).toMatchObject({ type: 'image', refused: '', colors: [color] })
    expect(drawn.note).toBe('It is a picture, because Figma has no pictures inside vectors.')
  })

  it('is cleaned as the drawing around it', async () => {
    const asked = networkRequests(page())
    const html = `<foreignObject width="10" height="10"><div xmlns="http://www.w3.org/1999/xhtml" style="height:10px;background:#0000dd"/></foreignObject>`
    const inner = `<svg ${NS} width="10" height="10" onload="alert(1)"><script>alert(1)</script><style>@import "https://x.example/a.css";</style><image href="https://x.example/a.png"/><rect width="10" height="10" fill="#dd0000"/>${html}</svg>`
    const drawn = await draw(
      page(),
      withPicture(`data:image/svg+xml;base64,${base64(inner)}`),
      MIDDLE,
    )
    expect(drawn.colors).toEqual(['#dd0000'])
    expect(asked).toEqual([])
  })

  it('of so many pixels that the tab would break is refused before it is decoded', async () => {
    const bomb = png({ width: 1, height: 1 })
    bomb.set([...uint32(20_000), ...uint32(20_000)], 16)
    const { refused } = await draw(page(), withPicture(`data:image/png;base64,${base64(bomb)}`))
    expect(refused).toContain('is too large: 20000 × 20000 px')
  })

  it('that is none leaves the rest', async () => {
    for (const address of ['data:text/html,hello', 'data:image/png;base64,%%', 'data:']) {
      expect(await draw(page(), withPicture(address))).toMatchObject({
        type: 'vector',
        refused: '',
      })
    }
  })
})
