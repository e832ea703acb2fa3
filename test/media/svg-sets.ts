import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** SVG files that others have published: icons, flags, logos of brands. */
export interface SvgSet {
  readonly name: string
  readonly files: readonly SvgFile[]
}

export interface SvgFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Packages of the npm registry, with the folders in them that have the files. */
const PACKAGES: readonly (readonly [name: string, folder: string])[] = [
  ['simple-icons', 'icons'],
  ['flag-icons', 'flags'],
  ['devicon', 'icons'],
  ['lucide-static', 'icons'],
  ['@tabler/icons', 'icons'],
]

/** Of each package, spread evenly over it. */
const MOST_FILES = 700

const run = promisify(execFile)

/** Fetches each package from the npm registry into a folder that is gone afterwards. */
export async function* readSvgSets(): AsyncGenerator<SvgSet> {
  const folder = await mkdtemp(join(tmpdir(), 'media-'))
  try {
    for (const [name, inside] of PACKAGES) yield await readPackage(folder, name, inside)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function readPackage(folder: string, name: string, inside: string): Promise<SvgSet> {
  const { stdout } = await run('npm', ['pack', name, '--silent', '--pack-destination', folder])
  await run('tar', ['xzf', join(folder, stdout.trim()), '-C', folder])
  const root = join(folder, 'package')
  const all = await readdir(join(root, inside), { recursive: true })
  const svgs = all.filter((file) => file.endsWith('.svg')).sort()
  const step = Math.max(1, svgs.length / MOST_FILES)
  const chosen = svgs.filter(
    (_, index) => Math.floor(index / step) > Math.floor((index - 1) / step),
  )
  const files = await Promise.all(
    chosen.map(async (file) => ({ name: file, bytes: await readFile(join(root, inside, file)) })),
  )
  await rm(root, { recursive: true })
  return { name, files }
}
