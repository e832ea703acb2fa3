import { describe, expect, it } from 'vitest'
import { decodeAssets } from '../../../../ui/cliquify/decode/assets.ts'
import { readAsset, readAssets } from './read-assets.ts'

const origin = 'https://oauth.cliquify.me'

describe('the format of a file', () => {
  it.each([
    [{ mime_type: 'image/svg+xml' }, 'svg'],
    [{ mime_type: 'image/jpeg; charset=binary' }, 'jpeg'],
    [{ type: 'image', extension: 'JPG' }, 'jpeg'],
    [{ type: 'video' }, 'video'],
    [{ mime_type: 'video/x-anything' }, 'video'],
    [{ type: 'document', url: 'https://x.example/a.pdf' }, 'pdf'],
    [{ mime_type: 'application/octet-stream', url: 'https://x.example/a.webp?v=1' }, 'webp'],
    [{ url: 'https://x.example/download.php?file=1' }, null],
    [{ url: 'https://x.example/a.psd' }, 'other'],
    [{ file: { url: 'https://x.example/1', mime_type: 'image/avif' } }, 'avif'],
    [{ file_name: 'Photo.heic' }, 'other'],
    [{ video_url: 'https://x.example/stream/9', thumbnail: '/9.jpg' }, 'video'],
    [{ video_url: null, url: 'https://x.example/9' }, null],
    [{ type: 'other', url: 'https://x.example/a.png' }, 'png'],
    [{ mime_type: 'text/html', url: 'https://x.example/a.svg?v=1' }, 'svg'],
    [{ mime_type: 'image/tiff', url: 'https://x.example/1', file_name: 'a.jpg' }, 'jpeg'],
    [{ type: 'other', file: { url: 'https://x.example/1', mime_type: 'image/avif' } }, 'avif'],
    [{ mime_type: 'application/zip', url: 'https://x.example/1' }, 'other'],
    [{ mime_type: 'image/tiff', url: 'https://x.example/a.psd' }, 'other'],
    [{}, null],
  ])('in %j is %s', (fields, format) => {
    expect(readAsset({ id: 1, name: 'A', ...fields }).format).toBe(format)
  })
})

describe('a type that servers give to what they do not know', () => {
  it.each([
    ...['text/plain', 'text/xml', 'text/html', 'application/xml', 'application/octet-stream'],
    ...['binary/octet-stream', 'unknown/unknown', 'application/x-empty', 'image/*', 'other'],
  ])('(%s) hides no file that its address or its name tells', (mime_type) => {
    expect(readAsset({ id: 1, mime_type, url: 'https://x.example/mark.svg' }).format).toBe('svg')
    expect(readAsset({ id: 1, mime_type, url: '/m/1', file_name: 'Mark.png' }).format).toBe('png')
  })

  it.each(['text/plain', 'application/xml', 'unknown/unknown', 'application/x-empty'])(
    '(%s) leaves it to the bytes where nothing else tells',
    (mime_type) => {
      expect(readAsset({ id: 1, mime_type, url: 'https://x.example/download/1' }).format).toBeNull()
    },
  )
})

describe('an asset', () => {
  it('is read with all it has', () => {
    const item = {
      id: 12,
      title: 'Hero',
      image_url: 'https://cdn.example/hero.png',
      thumb: { url: 'https://cdn.example/hero-small.png' },
      created_at: '2026-04-01T09:00:00Z',
      modified_at: '2026-05-01 10:20:30',
      width: 1200,
      height: '800',
      size: 90_000,
      web_url: 'https://app.cliquify.me/assets/12',
      tags: [{ id: 1, name: 'Summer' }, 'Beach', 7],
      folder: { id: 3, name: 'Campaigns' },
      brand_kit_id: 2,
      unknown: { deep: [1] },
    }
    expect(readAsset(item)).toEqual({
      kind: 'asset',
      id: '12',
      name: 'Hero',
      url: 'https://cdn.example/hero.png',
      thumbnailUrl: 'https://cdn.example/hero-small.png',
      format: 'png',
      createdAt: '2026-04-01T09:00:00.000Z',
      updatedAt: '2026-05-01T10:20:30.000Z',
      dimensions: { width: 1200, height: 800 },
      duration: null,
      fileSize: 90_000,
      link: 'https://app.cliquify.me/assets/12',
      tags: ['Summer', 'Beach', '7'],
      folderIds: ['3'],
      kitId: '2',
    })
  })

  it.each([
    [{ duration: 12.5 }, 12.5],
    [{ duration: '12' }, 12],
    [{ duration: '1:05' }, 65],
    [{ file: { url: '/a.mp4', duration: '01:02:05' } }, 3725],
    [{ duration: 'long' }, null],
    [{ duration: 0 }, null],
    [{ duration: '1:05pm' }, null],
  ])('with %j lasts %s seconds', (fields, expected) => {
    expect(readAsset({ id: 1, name: 'A', ...fields }).duration).toBe(expected)
  })

  it.each([
    [{ dimensions: { width: 640, height: 480 } }, { width: 640, height: 480 }],
    [{ dimensions: '640x480' }, { width: 640, height: 480 }],
    [{ resolution: '640 × 480 px' }, { width: 640, height: 480 }],
    [{ file: { url: 'https://x.example/a.png', w: 640, h: 480 } }, { width: 640, height: 480 }],
    [{ width: 640 }, null],
    [{ width: 0, height: 480 }, null],
    [{ width: 'wide', height: [] }, null],
  ])('with %j has the dimensions %j', (fields, expected) => {
    expect(readAsset({ id: 1, name: 'A', ...fields }).dimensions).toEqual(expected)
  })

  it('that is opened by an address of its own is linked to it, and its file never is', () => {
    const template = decodeAssets(
      [{ id: 1, url: 'https://app.cliquify.me/t/1', image: 'https://x.example/a.png' }],
      { kind: 'template', kitId: null, origin: 'https://oauth.cliquify.me' },
    ).items[0]
    expect([template?.url, template?.link]).toEqual([
      'https://x.example/a.png',
      'https://app.cliquify.me/t/1',
    ])
    expect(readAsset({ id: 1, url: 'https://x.example/a.png' }).link).toBeNull()
    expect(readAsset({ id: 1, url: 'https://x.example/download' }).link).toBeNull()
    expect(readAsset({ id: 1, link: 'javascript:alert(1)' }).link).toBeNull()
    // Read as its file's address is.
    expect(readAsset({ id: 1, link: 'http://x.example/assets/1' }).link).toBe(
      'https://x.example/assets/1',
    )
    expect(readAsset({ id: 1, url: 'http://x.example/100% off' }).link).toBeNull()
  })

  it('without a name is called after its file', () => {
    expect(readAsset({ id: 1, url: 'https://x.example/a/Wide%20logo.svg?v=2' }).name).toBe(
      'Wide logo',
    )
  })

  it.each([
    ['Logo &amp; Co', 'Logo & Co'],
    ['Logo & Co', 'Logo & Co'],
    ['&quot;Now&quot; Tom&#039;s &#39;', '"Now" Tom\'s \''],
    ['R&D; &copy; &amp;quot;', 'R&D; &copy; &quot;'],
  ])('is called by what PHP has escaped for HTML: %s', (name, expected) => {
    expect(readAsset({ id: 1, name, tags: [{ id: 1, name }] })).toMatchObject({
      name: expected,
      tags: [expected],
    })
  })

  it('takes the first translation of its name, and of those of its tags', () => {
    const tags = [
      { id: 3, name: { en: 'Summer' } },
      { id: 4, name: '3' },
      { id: 5, name: { href: '/tags/5' } },
    ]
    const asset = readAsset({ id: 1, url: '/hQ.png', title: { en: 'Hero', id: 'Pahlawan' }, tags })
    expect([asset.name, asset.tags]).toEqual(['Hero', ['Summer', '3', '5']])
  })

  it.each([
    [{ file_name: 'kXw8Qq.png', original_name: 'My photo.png' }, 'My photo.png'],
    [{ filename: 'kXw8Qq.png', originalName: 'My photo.png' }, 'My photo.png'],
    [{ url: null, file: { url: '/kXw8Qq.png', original_name: 'My photo.png' } }, 'My photo.png'],
    [{ name: 'Hero', file_name: 'kXw8Qq.png', original_name: 'IMG_1.png' }, 'Hero'],
    [{ file_name: 'My photo.png', original_name: '' }, 'My photo.png'],
  ])('is called as its file was before it was stored: %j', (fields, name) => {
    expect(readAsset({ id: 1, url: 'https://x.example/kXw8Qq.png', ...fields }).name).toBe(name)
  })

  it('without an id is known by its address, whatever its signature', () => {
    const first = readAsset({ url: 'https://x.example/a.svg?sig=1' })
    expect(readAsset({ url: 'https://x.example/a.svg?sig=2' }).id).toBe(first.id)
  })

  it.each([
    ['2026-05-01T10:20:30Z', '2026-05-01T10:20:30.000Z'],
    ['2026-05-01T10:20:30.123456Z', '2026-05-01T10:20:30.123Z'],
    ['2026-05-01T12:20:30+02:00', '2026-05-01T10:20:30.000Z'],
    ['2026-05-01', '2026-05-01T00:00:00.000Z'],
    [1777630830, '2026-05-01T10:20:30.000Z'],
    ['yesterday', null],
    ['2026-99-99 10:00:00', null],
    [{}, null],
  ])('of %s was updated at %s', (updated, expected) => {
    expect(readAsset({ id: 1, updated_at: updated }).updatedAt).toBe(expected)
  })

  it('that is none is skipped with a reason, and stops nothing', () => {
    const context = { kind: 'asset', kitId: null, origin } as const
    const decoded = decodeAssets([7, null, {}, { name: 'Nothing' }, { id: 1, name: 'A' }], context)
    expect(decoded.items.map(({ id }) => id)).toEqual(['1'])
    expect(decoded.skipped).toHaveLength(4)
    expect(decoded.skipped[3]?.name).toBe('Nothing')
  })
})

describe('logos', () => {
  it('are also read as bare addresses and as addresses by name', () => {
    const byName = readAssets(
      { primary: 'https://x.example/a.svg', dark: { url: '/b.png' } },
      'logo',
    )
    expect(byName.map(({ name, format }) => `${name} ${format}`)).toEqual([
      'primary svg',
      'dark png',
    ])
    expect(readAssets(['https://x.example/Mark.svg'], 'logo')[0]?.name).toBe('Mark')
  })

  it.each([
    [[{ id: 1, name: 'Mark', variants: { light: '/l.svg', dark: { url: '/d.svg' } } }]],
    [
      [
        {
          id: 1,
          name: 'Mark',
          variants: [
            { name: 'light', url: '/l.svg' },
            { variant: 'dark', file: '/d.svg' },
          ],
        },
      ],
    ],
    [[{ id: 1, name: 'Mark', files: { light: [{ url: '/l.svg' }], dark: 'd.svg' } }]],
    [
      [
        {
          id: 1,
          name: 'Mark',
          url: '/l.svg',
          files: [
            { title: 'light', url: '/l.svg' },
            { theme: 'dark', src: '/d.svg' },
          ],
        },
      ],
    ],
    [[{ id: 1, name: 'Mark', light_url: '/l.svg', dark_logo: { url: '/d.svg' } }]],
    [[{ name: 'Mark', light: '/l.svg', dark: '/d.svg' }]],
    [{ Mark: { light: '/l.svg', dark: { file_url: '/d.svg' } } }],
    [{ 'Mark light': 'l.svg', 'Mark dark': ['/d.svg'] }],
  ])('with variants are each one by themselves in %j', (content) => {
    const logos = readAssets(content, 'logo')
    expect(logos.map(({ name, url }) => [name, url])).toEqual([
      ['Mark light', `${origin}/l.svg`],
      ['Mark dark', `${origin}/d.svg`],
    ])
    expect(new Set(logos.map(({ id }) => id)).size).toBe(2)
  })

  it.each([
    [{ logo_light: '/l.svg', logo_dark: '/d.svg' }, ['Mark light l', 'Mark dark d']],
    [{ logo_url: '/l.svg', dark_logo_url: '/d.svg' }, ['Mark l', 'Mark dark d']],
    [{ cdn_url: '/l.svg', icon: { src: '/d.svg' } }, ['Mark l', 'Mark icon d']],
    [{ types: { primary: '/l.svg', secondary: '/d.svg' } }, ['Mark primary l', 'Mark secondary d']],
    [{ formats: { svg: '/l.svg', png: '/d.png' } }, ['Mark svg l', 'Mark png d']],
    [{ svgUrl: '/l.svg', pngUrl: '/d.png' }, ['Mark svg l', 'Mark png d']],
    [{ light: { svg: '/l.svg' }, dark: { src: '/d.svg' } }, ['Mark light svg l', 'Mark dark d']],
    [{ files: [{ url: '/l.svg' }, { url: '/d.png' }] }, ['Mark l l', 'Mark d d']],
    [{ files: [{ url: '/l.svg' }, { url: '/d.svg' }] }, ['Mark l l', 'Mark d d']],
    [{ images: { original: '/l.svg', thumbnail: '/t.png' } }, ['Mark l']],
    [{ url: '/l.svg', download_url: '/l.svg?as=file' }, ['Mark l']],
    [{ svg: '/l.svg' }, ['Mark l']],
  ])('have variants named by their fields in %j', (fields, expected) => {
    const logos = readAssets([{ id: 1, name: 'Mark', ...fields }], 'logo')
    const told = logos.map(({ name, url }) => `${name} ${url?.replace(/^.*\/|\..*$/g, '')}`)
    expect(told).toEqual(expected)
    expect(new Set(logos.map(({ id }) => id)).size).toBe(logos.length)
  })

  it.each([
    [{ type: 'dark' }, 'dark'],
    [{ type: 'primary', variant: 'Mono' }, 'Mono'],
    [{ type: 'svg' }, 'hQxKw8'],
    [{ type: 'image/png' }, 'hQxKw8'],
    [{ type: 'logo' }, 'hQxKw8'],
    [{ type: 1, key: 'logos/hQxKw8.png' }, 'hQxKw8'],
    [{ name: 'Mark', type: 'dark' }, 'Mark'],
  ])('without a name are called by their type, unless it is one of files: %j', (fields, name) => {
    const item = { id: 1, url: 'https://x.example/hQxKw8.png', ...fields }
    expect(readAsset(item, 'logo').name).toBe(name)
    // An asset’s type says what it is, and not which.
    if (!('name' in fields)) expect(readAsset(item).name).toBe('hQxKw8')
  })

  it('without a name call their variants by their type, too', () => {
    const files = [
      { type: 'light', url: '/l.svg' },
      { type: 'dark', url: '/d.svg' },
    ]
    const logos = readAssets([{ id: 1, type: 'icon', files }], 'logo')
    expect(logos.map(({ name }) => name)).toEqual(['icon light', 'icon dark'])
  })

  it('keep their own file beside their variants, and hand down what these do not tell', () => {
    const logo = { id: 7, name: 'Mark', url: '/m.svg', updated_at: '2026-05-01', tags: ['A'] }
    const [own, light] = readAssets([{ ...logo, variants: { light: '/l.svg?v=1' } }], 'logo')
    expect(own).toMatchObject({ id: '7', name: 'Mark', url: `${origin}/m.svg` })
    expect(light).toMatchObject({ id: '7/light', updatedAt: own?.updatedAt, tags: ['A'] })
    const [, later] = readAssets([{ ...logo, variants: { light: '/l.svg?v=2' } }], 'logo')
    expect(later?.id).toBe(light?.id)
  })

  it('skip nothing but what is no file among their variants', () => {
    const logo = {
      id: 7,
      name: 'Mark',
      variants: { light: 'javascript:alert(1)', dark: null, n: 3 },
    }
    expect(readAssets([logo], 'logo').map(({ id }) => id)).toEqual(['7'])
  })
})

describe('tags and folders as Laravel’s resources have them', () => {
  it.each([
    [{ tags: { data: [{ id: 1, name: 'summer' }] } }, ['summer']],
    [{ tags: { id: 7, name: 'summer' } }, ['summer']],
    [{ tags: '["winter","snow"]' }, ['winter', 'snow']],
    [{ tags: 'winter, snow' }, ['winter', 'snow']],
    [{ tags: '[{"id":1,"name":"winter"},{"id":2,"name":"snow"}]' }, ['winter', 'snow']],
    [{ tags: '{"id":1,"name":"winter"}' }, ['winter']],
    [{ tags: '[1,2]' }, ['1', '2']],
    [{ tags: '[winter]' }, ['[winter]']],
    [{ tags: '3' }, ['3']],
    [{ tags: [], asset_tags: [{ id: 1, name: 'winter' }] }, ['winter']],
    [{ tags: '[]', asset_tags: { data: [{ id: 1, name: 'winter' }] } }, ['winter']],
    [{ tags: '', tag_ids: [4] }, ['4']],
    [{ tags: ['winter'], asset_tags: ['snow'] }, ['winter']],
    [{ tags: [] }, []],
  ])('are read from %j', (fields, tags) => {
    expect(readAsset({ id: 1, url: '/a.png', ...fields }).tags).toEqual(tags)
  })

  it('are read from a folder within data', () => {
    expect(readAsset({ id: 1, url: '/a.png', folder: { data: { id: 4 } } }).folderIds).toEqual([
      '4',
    ])
  })

  it.each([
    [{ folder_ids: [3, '5'] }],
    [{ folders: [{ id: 3, name: 'Campaigns' }, { id: 5 }] }],
    [{ folders: { data: [{ id: 3 }, { id: 5 }] } }],
    [{ folder_id: 3, folders: [3, 5] }],
    [{ folder_ids: '[3,"5"]' }],
    [{ folders: '', asset_folder: [{ id: 3 }, { id: 5 }] }],
    [{ folder_ids: [3, 0, 5], folder: 'Campaigns' }],
  ])('are read from all the folders of %j', (fields) => {
    expect(readAsset({ id: 1, url: '/a.png', ...fields }).folderIds).toEqual(['3', '5'])
  })

  it.each([
    { folders: [], folder_id: 3 },
    { folder_ids: null, folder: { id: 3 } },
    { folder: null, asset_folder: { id: 3, name: '[A]' } },
  ])('are read from the one folder of %j', (fields) => {
    expect(readAsset({ id: 1, url: '/a.png', ...fields }).folderIds).toEqual(['3'])
  })

  it.each([{}, { folder_id: 0 }, { folders: [] }])('may lie in no folder: %j', (fields) => {
    expect(readAsset({ id: 1, url: '/a.png', ...fields }).folderIds).toEqual([])
  })
})

describe('assets that are grouped', () => {
  const files = [
    { id: 1, name: 'A', url: '/a.png' },
    { id: 2, url: '/b.png', folder_id: 7 },
  ]

  it.each([
    [[{ id: 7, name: 'Folder', assets: files }]],
    [
      [
        { id: 7, name: 'Folder', assets: { data: files } },
        { id: 8, name: 'Empty', assets: [] },
      ],
    ],
    [[{ name: 'Folder', thumbnail: '/f.png', brand_assets: files }]],
    [[{ id: 7, assets: [files[0]] }, files[1]]],
    [{ images: { data: [files[0]] }, videos: { data: [files[1]], total: 1 } }],
    [{ images: { data: [files[0]] }, videos: [files[1]] }],
  ])('are each one by itself in %j', (content) => {
    expect(readAssets(content).map(({ id, url }) => [id, url])).toEqual([
      ['1', `${origin}/a.png`],
      ['2', `${origin}/b.png`],
    ])
  })

  it('are so as templates, too', () => {
    const templates = [{ id: 7, name: 'Social', templates: files }]
    expect(readAssets(templates, 'template').map(({ id }) => id)).toEqual(['1', '2'])
  })

  it.each([[{ assets: files }], [{ files }], [{ media: files }]])(
    'are not the files of one: %j',
    (fields) => {
      const kind = 'assets' in fields ? 'template' : 'asset'
      expect(readAssets([{ id: 7, name: 'Hero', ...fields }], kind).map(({ id }) => id)).toEqual([
        '7',
      ])
    },
  )

  it('are not what belongs to one that has a file', () => {
    const asset = { id: 7, url: '/own.png', assets: files }
    expect(readAssets([asset]).map(({ id, url }) => [id, url])).toEqual([
      ['7', `${origin}/own.png`],
    ])
  })
})

describe('assets without ids', () => {
  it('are told apart by a query where no file is named', () => {
    const items = readAssets([1, 2].map((id) => ({ name: `N${id}`, url: `/m/download?id=${id}` })))
    expect(new Set(items.map(({ id }) => id)).size).toBe(2)
  })

  it('are the same under another signature', () => {
    const [one, other] = readAssets(['a', 'b'].map((key) => ({ url: `/m/a.png?signature=${key}` })))
    expect(one?.id).toBe(other?.id)
  })
})

describe('fields that say nothing', () => {
  it('leave it to others', () => {
    expect(readAsset({ id: 1, type: 'other', extension: 'png' }).format).toBe('png')
    const dates = { updated_at: '', modified_at: '2026-05-01T08:00:00Z' }
    expect(readAsset({ id: 1, ...dates }).updatedAt).toBe('2026-05-01T08:00:00.000Z')
  })
})
