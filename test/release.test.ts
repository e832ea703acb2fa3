import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BuildError } from '../build.mjs'
import { releaseSection } from '../docs/release/changelog.mjs'
import {
  LIMITS,
  listingProblems,
  measurePicture,
  placeholders,
  publishedListing,
  readListing,
} from '../docs/release/listing.mjs'
import { release } from '../docs/release/release.mjs'
import { nextVersion } from '../docs/release/version.mjs'

const ROOT = join(import.meta.dirname, '..')
const PICTURES = [
  { name: 'icon.png', width: 128, height: 128 },
  { name: 'cover.png', width: 1920, height: 1080 },
  { name: 'carousel-1.png', width: 1920, height: 1080 },
]

describe('the version of a release', () => {
  it.each([
    ['0.1.9', 'patch', '0.1.10'],
    ['0.1.9', 'minor', '0.2.0'],
    ['0.1.9', 'major', '1.0.0'],
    ['0.1.9', '0.10.0', '0.10.0'],
    ['1.9.9', '2.0.0', '2.0.0'],
  ])('is, after %s and asked for %s, %s', (current, asked, expected) => {
    expect(nextVersion(current, asked)).toBe(expected)
  })

  it.each([
    '0.1.9',
    '0.1.8',
    '0.0.10',
    '1.2',
    '1.02.3',
    'v1.2.3',
    '1.2.3-beta',
    'newest',
    undefined,
  ])('is not %s after 0.1.9', (asked) => {
    expect(() => nextVersion('0.1.9', asked)).toThrow(BuildError)
  })
})

describe('the changelog of a release', () => {
  const older = '## 0.1.0 - 2026-01-02\n\n### Added\n\n- All.\n'
  const top = '# Changelog\n\nAbout.\n\n'

  it('has what was unreleased as the version’s, under a section that is empty', () => {
    const { text, notes } = releaseSection(
      `${top}## Unreleased\n\n### Fixed\n\n- One.\n\n${older}`,
      '0.2.0',
      '2026-11-28',
    )
    expect(text).toBe(
      `${top}## Unreleased\n\n## 0.2.0 - 2026-11-28\n\n### Fixed\n\n- One.\n\n${older}`,
    )
    expect(notes).toBe('### Fixed\n\n- One.')
  })

  it('keeps all where nothing was released before, and can be released again', () => {
    const { text } = releaseSection(`${top}## Unreleased\n\n- $1 and $&.\n`, '0.1.0', '2026-11-28')
    expect(text).toBe(`${top}## Unreleased\n\n## 0.1.0 - 2026-11-28\n\n- $1 and $&.\n`)
    const again = text.replace('## Unreleased\n', '## Unreleased\n\n- Two.\n')
    expect(releaseSection(again, '0.1.1', '2026-11-29').text).toContain(
      '## 0.1.1 - 2026-11-29\n\n- Two.\n\n## 0.1.0 - 2026-11-28\n\n- $1',
    )
  })

  it.each([
    ['no such section', older, 'no section'],
    ['an empty one', `## Unreleased\n\n${older}`, 'Nothing to release'],
    ['headings alone', `## Unreleased\n\n### Added\n\n${older}`, 'Nothing to release'],
    ['the version already', `## Unreleased\n\n- One.\n\n## 0.2.0 - 2026-01-01\n`, 'already'],
  ])('is refused with %s', (_, text, problem) => {
    expect(() => releaseSection(top + text, '0.2.0', '2026-11-28')).toThrow(problem)
  })
})

describe.each([
  ['cliquify', 'manifest.json'],
  ['cliquify-for-dev-mode', 'manifest.dev.json'],
])('the listing %s', async (folder, manifestName) => {
  const manifest = JSON.parse(await readFile(join(ROOT, manifestName), 'utf8')) as {
    name: string
    networkAccess: { allowedDomains: string[]; reasoning?: string }
  }
  const text = await readFile(join(ROOT, 'docs/release', folder, 'listing.md'), 'utf8')
  const listing = readListing(text)

  it('keeps Figma’s limits as it is', () => {
    expect(listingProblems(listing, manifest, PICTURES)).toEqual([])
  })

  it('says what only the publisher knows, and nothing else, is to be filled in', () => {
    expect(placeholders(listing)).toEqual([
      'Support contact',
      'How do you manage updates to your plugin?',
    ])
  })

  it.each([
    ['another name', text.replace('# ', '# Not '), "the manifest's"],
    ['a long tagline', replaced('Tagline', 'é'.repeat(LIMITS.tagline + 1)), '101 of 100'],
    ['a tagline of two lines', replaced('Tagline', 'One.\nTwo.'), 'one line'],
    ['no description', replaced('Description', ''), '"Description" must not be empty'],
    ['no tags', replaced('Tags', 'brand, colors'), '"Tags" must be a list'],
    ['13 tags', replaced('Tags', tags(13)), '13 of 12 tags'],
    ['a tag twice', replaced('Tags', '- brand\n- brand'), 'twice'],
    ['a contact that is none', replaced('Support contact', 'us'), 'e-mail address'],
    ['a contact over HTTP', replaced('Support contact', 'http://a.com'), 'https://'],
    [
      'a question without an answer',
      replaced('Does your plugin use any user authentication?', ''),
      'authentication?" must be answered',
    ],
  ])('is refused with %s, in one sentence', (_, changed, problem) => {
    const problems = listingProblems(readListing(changed), manifest, PICTURES)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(problem)
  })

  it('is refused where the manifest asks for the network and does not say why', () => {
    const { allowedDomains } = manifest.networkAccess
    const silent = { ...manifest, networkAccess: { allowedDomains } }
    expect(listingProblems(listing, silent, PICTURES)).toEqual(
      allowedDomains.includes('none') ? [] : ['The manifest must say why it needs the network.'],
    )
  })

  it('counts characters as people do', () => {
    const flags = readListing(replaced('Tagline', '🏳️‍🌈'.repeat(LIMITS.tagline)))
    expect(listingProblems(flags, manifest, PICTURES)).toEqual([])
  })

  it('takes an e-mail address and a page as the contact', () => {
    for (const contact of ['help@cliquify.me', 'https://cliquify.me/help']) {
      const filled = readListing(replaced('Support contact', contact))
      expect(listingProblems(filled, manifest, PICTURES)).toEqual([])
    }
  })

  it('is refused with pictures of another size, or too many', () => {
    const broken = (pictures: typeof PICTURES): readonly string[] =>
      listingProblems(listing, manifest, pictures)
    expect(broken(PICTURES.slice(1))).toEqual(['icon.png is missing.'])
    expect(broken(PICTURES.map((each) => ({ ...each, height: 960 })))).toHaveLength(3)
    const many = Array.from({ length: LIMITS.carousel + 1 }, (__, at) => ({
      name: `carousel-${at}.png`,
      width: 1920,
      height: 1080,
    }))
    expect(broken([...PICTURES.slice(0, 2), ...many])).toEqual([
      'There are 10 of 9 pictures in the carousel.',
    ])
  })

  it('is published with the manifest’s hosts and reason, and what is new', () => {
    const published = publishedListing(listing, manifest, { version: '1.2.3', notes: '- One.' })
    for (const host of manifest.networkAccess.allowedDomains) {
      expect(published).toContain(host === 'none' ? '\n\nNone.\n' : host)
    }
    expect(published).toContain(manifest.networkAccess.reasoning ?? '')
    expect(published).toMatch(/## What is new in 1\.2\.3\n\n- One\.\n$/)
  })

  function replaced(heading: string, content: string): string {
    const start = text.indexOf(`## ${heading}\n`)
    const end = text.indexOf('\n## ', start)
    return `${text.slice(0, start)}## ${heading}\n\n${content}\n${end === -1 ? '' : text.slice(end)}`
  }
  function tags(count: number): string {
    return Array.from({ length: count }, (_, at) => `- tag ${at}`).join('\n')
  }
})

describe('a picture', () => {
  it('is measured by its header; what is no PNG has no size', async () => {
    const png = await readFile(join(ROOT, 'docs/release/cliquify/icon.png'))
    expect(measurePicture('a.png', png)).toEqual({ name: 'a.png', width: 128, height: 128 })
    expect(measurePicture('a.png', Buffer.from('GIF89a'))).toMatchObject({ width: 0, height: 0 })
  })
})

describe('npm run release', () => {
  let root: string
  const said: string[] = []
  const git = (...words: string[]): string =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim()
  const run = (args: string[], build: () => void = () => undefined): Promise<void> =>
    release(args, { root, build, say: (line) => said.push(line) })
  const text = (name: string): Promise<string> => readFile(join(root, name), 'utf8')
  const zipped = async (name: string): Promise<Record<string, Uint8Array>> =>
    unzipSync(await readFile(join(root, 'dist/release', name)))

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'release-'))
    for (const name of ['manifest.json', 'manifest.dev.json', 'docs/release']) {
      await cp(join(ROOT, name), join(root, name), { recursive: true })
    }
    await mkdir(join(root, 'dist'))
    for (const name of ['plugin.js', 'ui.html', 'dev.js', 'export.html']) {
      await writeFile(join(root, 'dist', name), `built ${name}`)
    }
    await writeFile(join(root, '.gitignore'), 'dist/\n')
    await writeFile(join(root, 'CHANGELOG.md'), '# Changelog\n\n## Unreleased\n\n- One.\n')
    const about = { name: 'sample', version: '0.1.0' }
    await writeFile(join(root, 'package.json'), `${JSON.stringify(about, null, 2)}\n`)
    const lock = { ...about, packages: { '': about, 'node_modules/a': { version: '0.1.0' } } }
    await writeFile(join(root, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`)
    git('init', '--quiet')
    git('config', 'user.name', 'Somebody')
    git('config', 'user.email', 'somebody@example.com')
    git('add', '.')
    git('commit', '--quiet', '--message', 'Start')
  })
  beforeEach(() => void (said.length = 0))
  afterAll(() => rm(root, { recursive: true, force: true }))

  it('changes nothing when it is dry, and tells the notes', async () => {
    await run(['minor', '--dry-run'])
    expect(said.join('\n')).toContain('0.2.0')
    expect(said.join('\n')).toContain('- One.')
    expect(git('status', '--porcelain')).toBe('')
    await expect(text('dist/release/cliquify/listing.md')).rejects.toThrow('ENOENT')
  })

  it('is refused while something is not committed, or with an option that it has not', async () => {
    await expect(run(['minor', '--force'])).rejects.toThrow(BuildError)
    await writeFile(join(root, 'draft.md'), '')
    await expect(run(['minor'])).rejects.toThrow('commit them first')
    await rm(join(root, 'draft.md'))
  })

  it('is refused with a listing over a limit, naming it', async () => {
    const listing = await text('docs/release/cliquify/listing.md')
    await writeFile(
      join(root, 'docs/release/cliquify/listing.md'),
      listing.replace(/^- brand$/m, '- brand\n- kits'),
    )
    git('commit', '--quiet', '--all', '--message', 'One tag too many')
    await expect(run(['minor'])).rejects.toThrow('docs/release/cliquify: There are 13 of 12 tags.')
    git('reset', '--quiet', '--hard', 'HEAD^')
  })

  it('leaves the tree as it was where the build fails', async () => {
    const broken = (): void => {
      throw new Error('over budget')
    }
    await expect(run(['minor'], broken)).rejects.toThrow('over budget')
    expect(git('status', '--porcelain')).toBe('')
  })

  it('zips what each manifest names, always into the same bytes', async () => {
    await run(['minor'])
    expect(git('diff', '--name-only').split('\n')).toEqual([
      'CHANGELOG.md',
      'package-lock.json',
      'package.json',
    ])
    const names = ['cliquify-0.2.0.zip', 'cliquify-for-dev-mode-0.2.0.zip']
    const [forAll, forDevMode] = await Promise.all(names.map(zipped))
    expect(Object.keys(forAll ?? {})).toEqual(['manifest.json', 'dist/plugin.js', 'dist/ui.html'])
    expect(Object.keys(forDevMode ?? {})).toEqual([
      'manifest.dev.json',
      'dist/dev.js',
      'dist/export.html',
    ])
    expect(strFromU8(forAll?.['dist/ui.html'] ?? new Uint8Array())).toBe('built ui.html')
    expect(strFromU8(forAll?.['manifest.json'] ?? new Uint8Array())).toBe(
      await text('manifest.json'),
    )
    const bytes = await readFile(join(root, 'dist/release/cliquify-0.2.0.zip'))

    git('checkout', '--quiet', '.')
    const zone = process.env['TZ']
    process.env['TZ'] = 'Asia/Tokyo'
    await run(['minor'])
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    const again = await readFile(join(root, 'dist/release/cliquify-0.2.0.zip'))
    expect(again.equals(bytes)).toBe(true)
    git('checkout', '--quiet', '.')
  })

  it('commits and tags where that is asked for, with version and changelog in it', async () => {
    await run(['0.3.0', '--commit'])
    expect(git('log', '-1', '--format=%s')).toBe('Release 0.3.0')
    expect(git('describe')).toBe('v0.3.0')
    expect(git('status', '--porcelain')).toBe('')
    expect(JSON.parse(await text('package.json'))).toMatchObject({ version: '0.3.0' })
    expect(JSON.parse(await text('package-lock.json'))).toEqual({
      name: 'sample',
      version: '0.3.0',
      packages: {
        '': { name: 'sample', version: '0.3.0' },
        'node_modules/a': { version: '0.1.0' },
      },
    })
    expect(await text('CHANGELOG.md')).toMatch(
      /## Unreleased\n\n## 0\.3\.0 - \d{4}-\d\d-\d\d\n\n- One\.\n$/,
    )
    expect(await text('dist/release/cliquify/listing.md')).toContain('What is new in 0.3.0')
    expect(said.join('\n')).toContain('Before you publish Cliquify, fill in: Support contact')
    await expect(run(['patch'])).rejects.toThrow('Nothing to release')
  })
})
