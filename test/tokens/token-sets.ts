import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** Colors that others have published, as a reply might hold them. */
export interface TokenSet {
  readonly name: string
  readonly content: unknown
}

/** Where each package keeps its colors: a JSON file, a folder of them, or the exports of a module. */
const PACKAGES: readonly (readonly [name: string, path: string])[] = [
  ['@primer/primitives', 'dist/figma/themes'],
  ['@carbon/colors', 'es/index.js'],
  ['open-color', 'open-color.json'],
  ['tailwindcss', 'dist/colors.mjs'],
  ['@radix-ui/colors', 'index.mjs'],
  ['simple-icons', 'data/simple-icons.json'],
]

const run = promisify(execFile)

/** Fetches each package from the npm registry into a folder that is gone afterwards. */
export async function readTokenSets(): Promise<readonly TokenSet[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tokens-'))
  try {
    const sets: TokenSet[] = []
    for (const [name, path] of PACKAGES) sets.push(...(await readPackage(folder, name, path)))
    return sets
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function readPackage(
  folder: string,
  name: string,
  path: string,
): Promise<readonly TokenSet[]> {
  const { stdout } = await run('npm', ['pack', name, '--silent', '--pack-destination', folder])
  const archive = join(folder, stdout.trim())
  await run('tar', ['xzf', archive, '-C', folder])
  const root = join(folder, 'package')
  // Some say only to bundlers that they are modules.
  await writeFile(join(root, 'package.json'), '{"type":"module"}')
  try {
    const file = join(root, path)
    if (path.endsWith('.json')) return [{ name, content: JSON.parse(await readFile(file, 'utf8')) }]
    if (/\.m?js$/.test(path)) {
      const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>
      // What is exported as a whole is there a second time by its parts.
      return [{ name, content: exported['default'] ?? exported['colors'] ?? { ...exported } }]
    }
    const files = await readdir(file)
    return await Promise.all(
      files.map(async (each) => ({
        name: `${name} ${each}`,
        content: JSON.parse(await readFile(join(file, each), 'utf8')) as unknown,
      })),
    )
  } finally {
    await rm(root, { recursive: true })
  }
}
