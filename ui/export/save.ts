import { strToU8, zipSync } from 'fflate'
import type { NotationFile } from '../../shared/notation/token.ts'
import { fileName } from './themes.ts'

/** A file for the person's disk. */
export interface Download {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The file as it is, or several as a ZIP with their folders. */
export function downloadOf(kitName: string, files: readonly NotationFile[]): Download {
  const [first] = files
  if (first !== undefined && files.length === 1) {
    const name = first.path.slice(first.path.lastIndexOf('/') + 1)
    return { name, bytes: new Uint8Array(strToU8(first.text)) }
  }
  const entries = Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)]))
  return { name: `${fileName(kitName)}-colors.zip`, bytes: new Uint8Array(zipSync(entries)) }
}

/** Call it within a click: browsers let nobody else write to the disk. */
export function save({ name, bytes }: Download): void {
  const url = URL.createObjectURL(new Blob([bytes]))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers begin to read it later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
