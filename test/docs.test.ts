import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesIn('docs', /\.md$/)]
const GUIDES = ['docs/designer-guide.md', 'docs/administrator-guide.md']

/** Paths from the root, of all files below a folder. */
function filesIn(folder: string, names: RegExp): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => names.test(name))
    .map((name) => join(folder, name))
}

const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8')

/** What a page links to or shows, but for other sites. */
function targetsOf(page: string): readonly string[] {
  const text = read(page).replaceAll(/```[^]*?```/g, '')
  return [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
    .map(([, link, picture]) => link ?? picture ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(page: string): readonly string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  )
}

describe('the documents', () => {
  it.each(PAGES)('%s leads to nothing that is not there', (page) => {
    const dead = targetsOf(page).filter((target) => {
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? resolve(ROOT, page) : resolve(ROOT, dirname(page), path)
      return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor))
    })
    expect(dead).toEqual([])
  })

  it('show every picture that is taken for them', () => {
    const shown = new Set(PAGES.flatMap(targetsOf).map((target) => basename(target)))
    const pictures = filesIn('docs/pictures', /\.(?:png|webp)$/).map((path) => basename(path))
    expect(pictures.length).toBeGreaterThan(0)
    expect(pictures.filter((name) => !shown.has(name))).toEqual([])
  })
})

describe('the guides', () => {
  const texts = [...filesIn('ui', /\.tsx?$/), 'manifest.dev.json']
    .map(read)
    .join('\n')
    .replaceAll(/\s+/g, ' ')

  it.each(GUIDES)('%s calls everything in the window by its name', (guide) => {
    const names = [...read(guide).matchAll(/`([A-Z][a-z][^`]*)`/g)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(0)
    const unknown = names.filter((name) =>
      ['><', "''", '""'].every(
        ([before, after]) =>
          !texts.includes(`${before}${name}${after}`) &&
          !texts.includes(`${before} ${name} ${after}`),
      ),
    )
    expect(unknown).toEqual([])
  })
})
