import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'

/** A file of Unix that everyone may read and its owner write, so that it can be opened there. */
const UNIX = { os: 3, attrs: 0o100644 << 16 }

/**
 * A zip that can be unpacked and imported in Figma: a manifest and the files that it names.
 * @param {string} root the folder of the manifest
 * @param {string} manifestName such as `manifest.json`
 * @returns {Promise<Uint8Array>}
 */
export async function zipForImport(root, manifestName) {
  const { main, ui } = JSON.parse(await readFile(join(root, manifestName), 'utf8'))
  const names = [manifestName, main, ...(ui === undefined ? [] : [ui])]
  /** @type {import('fflate').Zippable} */
  const files = {}
  for (const name of names) files[name] = [await readFile(join(root, name)), UNIX]
  // The earliest that a zip can say, which is in local time: the same files are the same bytes.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) })
}
