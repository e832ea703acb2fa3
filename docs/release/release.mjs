/**
 * Makes a release: version and changelog, a build, two zips for “Import plugin from manifest”, and
 * the two listings with their pictures. docs/releasing.md tells what comes after it.
 *
 *   npm run release -- patch|minor|major|X.Y.Z [--dry-run] [--commit]
 */
import { execFileSync } from 'node:child_process'
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { pathToFileURL } from 'node:url'
import { BuildError } from '../../build.mjs'
import { releaseSection } from './changelog.mjs'
import {
  listingProblems,
  measurePicture,
  placeholders,
  publishedListing,
  readListing,
} from './listing.mjs'
import { nextVersion } from './version.mjs'
import { zipForImport } from './zip.mjs'

const ROOT = resolve(import.meta.dirname, '../..')
/** What a release writes in the tree. */
const WRITTEN = ['package.json', 'package-lock.json', 'CHANGELOG.md']
/** By the folder of its listing in docs/release. */
const MANIFESTS = { cliquify: 'manifest.json', 'cliquify-for-dev-mode': 'manifest.dev.json' }

/**
 * Throws a `BuildError` where something is not fit for a release; the tree is then as it was.
 * @param {string[]} args
 * @param {{ root: string, build: (root: string) => void, say: (line: string) => void }} machine
 */
export async function release(args, { root, build, say }) {
  const { version: asked, dryRun, commit } = optionsOf(args)
  const git = (/** @type {string[]} */ ...words) =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim()
  const read = (/** @type {string} */ name) => readFile(join(root, name), 'utf8')

  if (git('status', '--porcelain') !== '') {
    throw new BuildError('There are changes that are not committed: commit them first.')
  }
  const version = nextVersion(JSON.parse(await read('package.json')).version, asked)
  const tag = `v${version}`
  if (git('tag', '--list', tag) !== '') throw new BuildError(`There is a tag ${tag} already.`)
  const date = new Date().toISOString().slice(0, 10)
  const { text: changelog, notes } = releaseSection(await read('CHANGELOG.md'), version, date)
  const listings = await readListings(root)

  if (dryRun) {
    say(`Would release ${version} of ${date}, with these notes:\n\n${notes}\n`)
    say('Nothing was changed.')
    return
  }

  const before = await Promise.all(WRITTEN.map(read))
  try {
    await writeFile(join(root, 'CHANGELOG.md'), changelog)
    await writeVersion(root, version)
    build(root)
    await writeRelease(root, listings, { version, notes })
  } catch (error) {
    await Promise.all(WRITTEN.map((name, at) => writeFile(join(root, name), before[at] ?? '')))
    throw error
  }

  say(`dist/release has ${version}: a zip and a listing with pictures for each plugin.`)
  for (const { name, open } of listings) {
    if (open.length > 0) say(`Before you publish ${name}, fill in: ${open.join(' · ')}`)
  }
  if (commit) {
    git('commit', '--quiet', '--message', `Release ${version}`, '--', ...WRITTEN)
    git('tag', '--annotate', tag, '--message', `Release ${version}`)
    say(`Committed and tagged ${tag}. Next: git push --follow-tags`)
  } else {
    say(
      `Next: look at git diff, then git commit -am "Release ${version}" && ` +
        `git tag -a ${tag} -m "Release ${version}" && git push --follow-tags`,
    )
  }
  say('Then publish in Figma: docs/releasing.md.')
}

/** @param {string[]} args */
function optionsOf(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        commit: { type: 'boolean', default: false },
      },
    })
    return { version: positionals[0], dryRun: values['dry-run'], commit: values.commit }
  } catch (error) {
    throw new BuildError(error instanceof Error ? error.message : String(error))
  }
}

/** @param {string} root */
async function readListings(root) {
  /** @type {string[]} */
  const problems = []
  const listings = []
  for (const [folder, manifestName] of Object.entries(MANIFESTS)) {
    const path = join(root, 'docs/release', folder)
    const manifest = JSON.parse(await readFile(join(root, manifestName), 'utf8'))
    const listing = readListing(await readFile(join(path, 'listing.md'), 'utf8'))
    const names = (await readdir(path)).filter((name) => name.endsWith('.png')).toSorted()
    const pictures = await Promise.all(
      names.map(async (name) => measurePicture(name, await readFile(join(path, name)))),
    )
    problems.push(
      ...listingProblems(listing, manifest, pictures).map(
        (each) => `docs/release/${folder}: ${each}`,
      ),
    )
    const { name } = listing
    listings.push({
      folder,
      manifestName,
      manifest,
      listing,
      name,
      names,
      open: placeholders(listing),
    })
  }
  if (problems.length > 0) throw new BuildError(problems.join('\n'))
  return listings
}

/**
 * @param {string} root
 * @param {string} version
 */
async function writeVersion(root, version) {
  for (const name of ['package.json', 'package-lock.json']) {
    const path = join(root, name)
    const content = JSON.parse(await readFile(path, 'utf8'))
    content.version = version
    // The lock file tells it a second time, of the package at its root.
    if (content.packages !== undefined) content.packages[''].version = version
    await writeFile(path, `${JSON.stringify(content, null, 2)}\n`)
  }
}

/**
 * @param {string} root
 * @param {Awaited<ReturnType<typeof readListings>>} listings
 * @param {{ version: string, notes: string }} about
 */
async function writeRelease(root, listings, about) {
  const outdir = join(root, 'dist/release')
  await rm(outdir, { recursive: true, force: true })
  for (const { folder, manifestName, manifest, listing, names } of listings) {
    const into = join(outdir, folder)
    await mkdir(into, { recursive: true })
    await writeFile(
      join(outdir, `${folder}-${about.version}.zip`),
      await zipForImport(root, manifestName),
    )
    await writeFile(join(into, 'listing.md'), publishedListing(listing, manifest, about))
    for (const name of names) {
      await copyFile(join(root, 'docs/release', folder, name), join(into, name))
    }
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  release(process.argv.slice(2), {
    root: ROOT,
    build: (root) => {
      execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' })
    },
    say: console.log,
  }).catch((error) => {
    console.error(error instanceof BuildError ? error.message : error)
    process.exitCode = 1
  })
}
