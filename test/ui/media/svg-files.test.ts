import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { MediaRooms } from './media-page.ts'
import { prepareBytes } from './prepare-bytes.ts'
import { useMediaPage } from './use-media-page.ts'

declare const media: MediaRooms

const page = useMediaPage()

function prepareText(text: string): Promise<string> {
  return page().evaluate(async (svg) => {
    try {
      const { content } = await media.prepare(new TextEncoder().encode(svg), 'Mark')
      return content.type === 'vector' ? content.svg : 'not a vector'
    } catch (error) {
      return String(error)
    }
  }, text)
}

describe('an SVG', () => {
  it('loses what runs or loads from elsewhere, and keeps the rest', async () => {
    const clean = await prepareText(`\uFEFF<?xml version="1.0"?>
      <?xml-stylesheet href="https://x.example/a.css"?>
      <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" viewBox="0 0 10 10">
        <script>alert(1)</script>
        <style>@import "https://x.example/b.css"; path { fill: url(https://x.example/c) }</style>
        <defs><linearGradient id="g"/></defs>
        <foreignObject><p>HTML</p></foreignObject>
        <image href="https://x.example/d.png"/>
        <a href="javascript:alert(1)"><path id="kept" d="M0 0h1" fill="url(#g)" OnClick="x()"/></a>
        <use href="#kept"/>
        <set attributeName="href" to="javascript:alert(1)"/>
        <animate attributeName="xlink:href" values="https://x.example/e"/>
        <use href="https://x.example/f.svg#g"/>
        <?xml-stylesheet href="https://x.example/h.css"?>
        <rect style="fill: u\\72l(https://x.example/i)" mask="url(https://x.example/j#k)"/>
        <html:img xmlns:html="http://www.w3.org/1999/xhtml" src="https://x.example/l"/>
        <i:pgf xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/">binary</i:pgf>
      </svg>`)
    expect(clean).not.toMatch(
      /script|onload|OnClick|x\.example|foreignObject|@import|<set|<animate|stylesheet|pgf|img/,
    )
    expect(clean).toMatch(/fill="url\(#g\)"/)
    expect(clean).toContain('<use href="#kept"')
  })

  it('that is broken is refused with a sentence', async () => {
    expect(await prepareText('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>')).toContain(
      '“Mark” is a broken file',
    )
  })

  it('out of a web page is repaired', async () => {
    expect(await prepareText('<svg width="4"><use xlink:href="#a"/></svg>')).toContain(
      'xmlns="http://www.w3.org/2000/svg"',
    )
  })

  it.each([
    ['<svg viewBox="0 0 64 32"/>', 'width="64" height="32"'],
    ['<svg width="100%" height="100%" viewBox="0 0 64 32"/>', 'width="64" height="32"'],
    ['<svg width="0" height="0" viewBox="0 0 64 32"/>', 'width="64" height="32"'],
    ['<svg width="4em" height="2em"/>', 'width="64" height="32"'],
    ['<svg style="width: 64px; height: 32px" width="1" height="1"/>', 'width="64" height="32"'],
    ['<svg width="1e9" height="5e8" viewBox="0 0 2 1"/>', 'width="16384" height="8192"'],
    ['<svg/>', 'width="300" height="150"'],
    ['<svg width="64" height="32"/>', 'viewBox="0 0 64 32"'],
    ['<svg width="64" height="32" viewBox="none"/>', 'viewBox="0 0 64 32"'],
  ])('tells its size in pixels: %s', async (svg, expected) => {
    expect(await prepareText(svg)).toContain(expected)
  })

  it('may come packed, in other encodings, and with a document type', async () => {
    const plain =
      '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path id="é" d="M0 0h4v4z"/></svg>'
    const typed = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e "é">]>${plain.replace('é', '&e;')}`
    for (const bytes of [
      gzipSync(plain),
      Buffer.from(`\uFEFF${plain}`),
      Buffer.from(`\uFEFF${plain}`, 'utf16le'),
      Buffer.from(plain, 'utf16le'),
      Buffer.from(typed),
    ]) {
      expect(await prepareBytes(page(), bytes)).toMatch(/^vectors: .*id="é"/)
    }
  })

  it('that unfolds or nests without end is refused, at once', async () => {
    const deep = (count: number): string =>
      `<svg>${'<g>'.repeat(count)}<path/>${'</g>'.repeat(count)}</svg>`
    for (const count of [300, 4000, 10_000]) {
      expect(await prepareText(deep(count))).toContain('is an SVG that is too complex')
    }
    expect(await prepareText(deep(200))).toContain('<path/>')
    const laughs = '<!DOCTYPE svg [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><svg>&a;</svg>'
    expect(await prepareText(laughs)).toContain('repeats itself without end')
    const bomb = gzipSync(Buffer.alloc(40_000_000, 0x20))
    expect(await prepareBytes(page(), bomb)).toContain('is an SVG of more than 32 MB')
  })

  it.each([
    [
      'It is a picture, because Figma has no patterns in vectors.',
      '<pattern id="p" width="4" height="4"><rect width="2" height="2"/></pattern><rect width="9" height="9" fill="url(#p)"/>',
    ],
    [
      'It is a picture, because Figma has no such effects in vectors.',
      '<filter id="f"><feTurbulence/></filter><rect width="9" height="9" filter="url(#f)"/>',
    ],
    [
      'It is a picture, because Figma has no pictures inside vectors.',
      '<image width="9" height="9" href="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"/>',
    ],
    [
      'It is a picture, because Figma does not read the fonts inside it.',
      '<style>@font-face { font-family: A; src: url(data:font/woff2;base64,AAAA) }</style><text y="9">A</text>',
    ],
    [
      'It is a picture, because it has more shapes than Figma takes as vectors.',
      '<path d="M0 0h9v9z"/>'.repeat(15_001),
    ],
  ])('that Figma cannot convert is a crisp picture in its own size: %s', async (why, inside) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">${inside}</svg>`
    expect(await prepareBytes(page(), Buffer.from(svg))).toBe(`image 40 × 20 (${why})`)
  })

  it('with what Figma does convert stays vectors', async () => {
    const inside =
      '<defs><pattern id="p"/><filter id="f"><feGaussianBlur/></filter><mask id="m"/></defs><g mask="url(#m)"/>'
    expect(await prepareText(`<svg>${inside}</svg>`)).toContain('<feGaussianBlur/>')
    expect(await prepareBytes(page(), Buffer.from('<svg><text>A</text></svg>'))).toMatch(
      /^vectors: .*Look at/,
    )
  })

  it('becomes a picture with two pixels for one, in its own size or the one that is asked for', async () => {
    const sizes = await page().evaluate(async () => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"><rect width="64" height="32"/></svg>`
      const own = await media.rasterise(svg)
      const asked = await media.rasterise(svg, { width: 640, height: 320 })
      const huge = await media.rasterise(svg, { width: 3000, height: 1500 })
      return Promise.all(
        [own, asked, huge].map(async (one) => {
          if (one.type !== 'image') return null
          const pixels = await createImageBitmap(new Blob([new Uint8Array(one.bytes)]))
          return [one.width, one.height, pixels.width, pixels.height]
        }),
      )
    })
    expect(sizes).toEqual([
      [64, 32, 128, 64],
      [640, 320, 1280, 640],
      [3000, 1500, 4096, 2048],
    ])
  })
})
