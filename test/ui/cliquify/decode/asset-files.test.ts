import { describe, expect, it } from 'vitest'
import { decodeAssets } from '../../../../ui/cliquify/decode/assets.ts'
import { readAsset, readAssets } from './read-assets.ts'

const origin = 'https://oauth.cliquify.me'

describe('the address of a file', () => {
  it.each([
    [{ url: 'https://cdn.example/a.png' }, 'https://cdn.example/a.png'],
    [{ file: 'Logo, dark.svg', file_url: 'https://cdn.example/1' }, 'https://cdn.example/1'],
    [{ src: '/storage/a b,c=d.png' }, `${origin}/storage/a%20b,c=d.png`],
    [{ image: 'storage/a.png' }, `${origin}/storage/a.png`],
    [{ url: '//cdn.example/a.png' }, 'https://cdn.example/a.png'],
    [{ file: { url: 'https://cdn.example/a.png' } }, 'https://cdn.example/a.png'],
    [{ media: [{ original_url: 'https://cdn.example/a.png' }] }, 'https://cdn.example/a.png'],
    [{ video_url: 'https://cdn.example/a.mp4', image: '/poster.png' }, 'https://cdn.example/a.mp4'],
    [{ video_url: '', image: 'https://cdn.example/a.png' }, 'https://cdn.example/a.png'],
    [{ url: 'javascript:alert(1)' }, null],
    [{ url: 'http://cdn.example/a.png' }, 'https://cdn.example/a.png'],
    [{ url: 'http://localhost:99/a.png' }, null],
    [{ id: '/a/b.png', name: '/Fresh.svg' }, null],
    [{ url: 'ftp://cdn.example/a.png' }, null],
    [{ url: '/icons.svg#home' }, `${origin}/icons.svg#home`],
    [{ url: 'cdn.thecliquify.co/x.png' }, 'https://cdn.thecliquify.co/x.png'],
    [{ image: ' cdn.thecliquify.co/9?id=1' }, 'https://cdn.thecliquify.co/9?id=1'],
    [{ file: 'storage/cdn.thecliquify.co/x.png' }, `${origin}/storage/cdn.thecliquify.co/x.png`],
    [{ file: 'my.folder/x.png' }, `${origin}/my.folder/x.png`],
    [{ file: 'v1.2.3/x.png' }, `${origin}/v1.2.3/x.png`],
    [{ file: 'logo.dark.min.png' }, `${origin}/logo.dark.min.png`],
    [
      { url: 'https://cdn.example/a.png?a=1&amp;Signature=2&amp;b=3' },
      'https://cdn.example/a.png?a=1&Signature=2&b=3',
    ],
    [{ url: 'https://cdn.example/a.png?a=1&amp=2' }, 'https://cdn.example/a.png?a=1&amp=2'],
    [{ url: '/100% wool%20.png' }, `${origin}/100%25%20wool%20.png`],
    [{ url: 'data:text/html,x' }, null],
    [{ url: 'https://user:pass@cdn.example/a.png' }, null],
    [{ url: 7 }, null],
  ])('in %j is %s', (fields, url) => {
    expect(readAsset({ id: 1, name: 'A', ...fields }).url).toBe(url)
  })

  it.each([
    ...['uri', 'link', 'href', 'source', 'source_url', 'img', 'imgUrl', 'image_path', 'picture'],
    ...['cdn_url', 's3Url', 'public_url', 'secure_url', 'signed_url', 'download', 'download_link'],
    ...['attachment_url', 'content_url', 'svg_url', 'icon_url', 'location', 'Any Field At All'],
  ])('is found under %s', (key) => {
    const url = 'https://cdn.example/a%20b.png?sig=1'
    expect(readAsset({ id: 1, name: 'A', [key]: url }).url).toBe(url)
    for (const kind of ['asset', 'logo', 'template'] as const) {
      expect(readAsset({ id: 1, name: 'A', thumb: '/t.png', [key]: url }, kind).url).toBe(url)
    }
  })

  it.each(['attachment', 'asset', 'document', 'versions', 'urls', 'images', 'formats', 'links'])(
    'is found within %s',
    (key) => {
      const url = 'https://cdn.example/a.png'
      expect(readAsset({ id: 1, [key]: { url } }).url).toBe(url)
      expect(readAsset({ id: 1, [key]: { original: url } }).url).toBe(url)
      expect(readAsset({ id: 1, [key]: [{ file: { url } }] }).url).toBe(url)
    },
  )

  it.each([
    [{ signed_url: 'https://cdn.example/download?id=9' }, 'https://cdn.example/download?id=9'],
    [{ storage_path: 'uploads/a.png' }, `${origin}/uploads/a.png`],
    [{ path: 'uploads/a.png', cdn_url: 'https://cdn.example/a.png' }, 'https://cdn.example/a.png'],
    [{ icon: '/i.png', sizes: { small: '/s.png', medium: '/m.png', full: '/f.png' } }, '/f.png'],
    [{ icon: '/i.png', picture: '/a.png' }, '/a.png'],
    [{ view_url: 'https://app.example/view/9', edit_url: 'https://app.example/9/edit' }, null],
    [{ link: 'https://app.example/assets/9', alt: 'a.png', description: '/brand/new' }, null],
    [{ created_by: { photo_url: '/me.png' }, folder: { image: '/f.png' }, kit: '/k.png' }, null],
    [{ a: { b: { c: { d: { image: '/deep.png' } } } } }, null],
    [{ document: '/terms.docx' }, null],
  ])('in %j, where no field is known, is %s', (fields, url) => {
    const expected = url?.startsWith('/') === true ? origin + url : url
    expect(readAsset({ id: 1, name: 'A', ...fields }).url).toBe(expected)
  })

  it.each([
    ...['thumbnail_path', 'thumbnailImage', 'preview_image_url', 'preview_path', 'cover'],
    ...['cover_url', 'poster', 'poster_url', 'screenshot', 'small_url'],
  ])('that is %s is the thumbnail’s', (key) => {
    const asset = readAsset({ id: 1, url: '/a.png', [key]: '/t.png' })
    expect([asset.url, asset.thumbnailUrl]).toEqual([`${origin}/a.png`, `${origin}/t.png`])
    expect(readAsset({ id: 1, [key]: '/t.png' }).url).toBeNull()
  })

  it('on the API’s own origin may be http in development', () => {
    const context = { kind: 'logo', kitId: null, origin: 'http://localhost:4180' } as const
    const [logo] = decodeAssets([{ id: 1, url: '/media/a.png' }], context).items
    expect(logo?.url).toBe('http://localhost:4180/media/a.png')
  })

  it('of a template is that of its picture, not of its editor', () => {
    const urls = { url: 'https://app.example/editor/9', image: 'https://cdn.example/9.png' }
    expect(readAsset({ id: 9, ...urls }, 'template').url).toBe(urls.image)
  })

  it.each(['render_url', 'template_image', 'preview_image_url', 'screenshot'])(
    'of a template is that of its %s, and its editor’s that of its page',
    (key) => {
      const editor = 'https://app.cliquify.me/editor/9'
      const template = readAsset(
        { id: 9, url: editor, [key]: 'https://cdn.example/9.png' },
        'template',
      )
      expect([template.url, template.link]).toEqual(['https://cdn.example/9.png', editor])
    },
  )
})

describe('the picture of a template', () => {
  const place = (fields: object): readonly unknown[] => {
    const { url, format } = readAsset({ id: 3, title: 'Card', ...fields }, 'template')
    return [url?.replace(`${origin}/`, ''), format]
  }

  it.each([
    { category: { id: 1, name: 'Social', icon: '/cat.png' } },
    { company: { logo: '/co.png' }, brand: { id: 2, image: '/b.png' } },
    { data: { objects: [{ type: 'image', src: '/obj.png' }] } },
    { content: { layers: [{ image: '/layer.png' }] } },
    { images: ['/in-it.png'], background_image: '/ground.png' },
    { json_url: '/t.json' },
    { source_file: '/t.psd' },
    { type: 'pdf', url: 'https://cliquify.me/editor/1' },
    { type: 'pdf', url: '/t.pdf' },
    { type: 'html', url: 'https://cliquify.me/editor/1' },
    { type: 'video', url: 'https://cliquify.me/editor/1' },
    { mime_type: 'application/json', file: { url: '/t.json', mime_type: 'application/json' } },
  ])('is its preview beside %j', (fields) => {
    for (const key of ['thumbnail', 'preview_image', 'cover_url']) {
      expect(place({ ...fields, [key]: '/t.png' })).toEqual(['t.png', 'png'])
      expect(place({ [key]: '/t.png', ...fields })).toEqual(['t.png', 'png'])
    }
  })

  it.each([
    [{ file: '/own.png' }, ['own.png', 'png']],
    [{ type: 'pdf', file: { url: '/own.png' } }, ['own.png', 'png']],
    [{ media: [{ id: 1, name: 'Card', original_url: '/own.png' }] }, ['own.png', 'png']],
    [{ image: '/own.svg', category: { icon: '/cat.png' } }, ['own.svg', 'svg']],
    [{ type: 'video', url: '/own.mp4' }, ['own.mp4', 'video']],
    [{ mime_type: 'image/png', url: '/download/1' }, ['download/1', 'png']],
    [{ render: { url: '/own.png' } }, ['own.png', 'png']],
  ])('is its own file in %j', (fields, expected) => {
    expect(place({ thumbnail: '/t.png', ...fields })).toEqual(expected)
  })

  it('is one within it where it has no other', () => {
    const fields = { url: 'https://cliquify.me/editor/1', images: [{ url: '/own.png' }] }
    expect(place(fields)).toEqual(['own.png', 'png'])
  })

  it('is no page that shows it', () => {
    const fields = { thumbnail: '/t.png', preview_url: 'https://cliquify.me/preview/3' }
    expect(place(fields)).toEqual(['t.png', 'png'])
  })

  it('has no type of the file that it stands for', () => {
    const fields = { type: 'pdf', url: '/t.pdf', thumbnail_url: 'https://oauth.cliquify.me/t/1' }
    expect(place(fields)).toEqual(['t/1', null])
  })

  it.each([
    { thumbnail: '/small.png', preview: '/big.png' },
    { previews: { small: '/small.png', large: '/big.png' } },
    { thumbnails: [{ small: '/small.png' }, { full_url: '/big.png' }] },
    { small_url: '/small.png', cover_image: '/big.png' },
  ])('is the larger of several previews: %j', (fields) => {
    expect(place(fields)).toEqual(['big.png', 'png'])
    expect(readAsset({ id: 3, ...fields }, 'template').thumbnailUrl).toBe(`${origin}/small.png`)
  })
})

describe('an address without a suffix', () => {
  it.each(['license_url', 'source_url', 'share_url', 'public_url', 'credit_url', 'url'])(
    'under %s is a page where a file with one stands beside it',
    (key) => {
      const fields = { [key]: 'https://cliquify.me/assets/15', image: '/15.png' }
      expect(readAsset({ id: 15, ...fields }).url).toBe(`${origin}/15.png`)
      expect(readAssets([{ id: 15, name: 'Mark', ...fields }], 'logo')).toMatchObject([
        { id: '15', name: 'Mark', url: `${origin}/15.png` },
      ])
    },
  )

  it.each([
    [{ original_url: '/files/15', image: '/15.png' }, '/files/15'],
    [{ video_url: '/stream/15', image: '/poster.png' }, '/stream/15'],
    [{ file_url: '/files/15', file: 'Hero.png' }, '/files/15'],
    [{ url: '/files/15', file: 'Hero.png' }, '/files/15'],
    [{ url: '/files/15', path: 'uploads/15.png' }, '/files/15'],
    [{ url: '/files/15', icon: '/types/png.svg' }, '/files/15'],
    [{ url: 'https://cliquify.me/assets/15', image: 'media/15.png' }, '/media/15.png'],
    [{ url: '/files/15', thumbnail: '/15-small.png' }, '/files/15'],
    [{ url: '/files/15', document: '/terms.docx' }, '/files/15'],
    [{ license_file: '/terms.pdf', image: '/15.png' }, '/15.png'],
  ])('is the file in %j', (fields, url) => {
    expect(readAsset({ id: 15, name: 'Hero', ...fields }).url).toBe(origin + url)
  })

  it('costs no logo its file, though that is told without a host', () => {
    for (const logo of ['m.svg', 'logos/m.svg']) {
      const fields = { website_url: 'https://acme.com', logo }
      expect(readAssets([{ id: 1, name: 'Mark', ...fields }], 'logo')).toMatchObject([
        { id: '1', name: 'Mark', url: `${origin}/${logo}` },
      ])
    }
  })

  it('is that of a variant, whatever its logo has', () => {
    const variants = { dark: { url: '/files/2' }, light: { url: '/l.svg' } }
    const logos = readAssets([{ id: 1, name: 'Mark', url: '/m.svg', variants }], 'logo')
    expect(logos.map(({ name }) => name)).toEqual(['Mark', 'Mark dark', 'Mark light'])
  })
})

describe('what belongs to a file', () => {
  const others = {
    company: { id: 9, name: 'Holding', logo: '/co.png' },
    brand: { logo_url: '/b.png' },
    creator: { image: '/me.png' },
    campaign: { id: 4, name: 'Spring', icon: '/spring.svg' },
  }

  it('is no logo of its own', () => {
    const logos = readAssets([{ ...others, id: 2, name: 'Word', url: '/w.svg' }], 'logo')
    expect(logos).toMatchObject([{ id: '2', name: 'Word', url: `${origin}/w.svg` }])
  })

  it('lends it no file', () => {
    expect(readAsset({ ...others, id: 2, file: '/a.png' }).url).toBe(`${origin}/a.png`)
    expect(readAsset({ ...others, id: 2, file: { url: '/files/2' } }).url).toBe(`${origin}/files/2`)
    expect(readAsset({ ...others, id: 2, name: 'A' }).url).toBeNull()
  })

  it.each([
    [{ company_logo: '/w.svg' }],
    [{ logo: { id: 5, name: 'word.svg', url: '/w.svg' } }],
    [{ attachment: { id: 5, name: 'word.svg', original_url: '/w.svg' } }],
    [{ brand_logo: { id: 5, name: 'Word', image: '/w.svg' } }],
  ])('is told from the file in a record of its own: %j', (fields) => {
    expect(readAssets([{ id: 2, name: 'Word', ...fields }], 'logo')[0]?.url).toBe(`${origin}/w.svg`)
  })

  it('is told from its variants, though they have ids and names', () => {
    const variants = [
      { id: 5, name: 'dark', image: '/d.svg' },
      { id: 6, name: 'light', url: '/l.svg' },
    ]
    const logos = readAssets([{ id: 2, name: 'Word', variants }], 'logo')
    expect(logos.map(({ name }) => name)).toEqual(['Word dark', 'Word light'])
  })
})
