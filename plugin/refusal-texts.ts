import type { TroubleKind } from '../shared/trouble.ts'

const OTHER_FILE = 'Try another file.'
const AS_PICTURE = 'Try placing it as a picture.'

/** What people read of what Figma refuses, all in one place. */
const TEXTS: Partial<Record<TroubleKind, (about: string) => string>> = {
  'image-refused': (about) =>
    PICTURES.find(([pattern]) => pattern.test(about))?.[1] ??
    couldNot('read this picture', OTHER_FILE),
  'svg-refused': () => `Figma cannot read this SVG. ${AS_PICTURE}`,
  'video-refused': () =>
    'Figma takes videos on paid plans only. Ask for a picture of it in Cliquify.',
  'picture-only': (name) =>
    name === ''
      ? 'A template is placed as a picture.'
      : `“${name}” can show a picture only. ${AS_PICTURE}`,
  'place-failed': (place) =>
    place === ''
      ? couldNot('take the whole file')
      : couldNot(`place this in “${place}”`, 'Try another place.'),
  'fill-failed': () => couldNot('show this picture there', 'Try another layer.'),
  'replace-failed': (name) => couldNot(`update “${name}”`),
  'draw-failed': (name) => couldNot(`draw “${name}”`, 'Leave it out, or show what is in it.'),
  'use-failed': (name) =>
    couldNot(`apply “${name}” to the selection`, 'Select the layers again, then retry.'),
  collection: () => couldNot('make the variable collection, so nothing was changed'),
  'mode-limit': (limit) =>
    `Your Figma plan allows ${limit === '1' ? 'one mode' : `${limit} modes`} in a collection. Give this kit a collection of its own instead.`,
  version: () =>
    couldNot('save a version, so nothing was changed', 'Sync without one, or try again.'),
  storage: (task) =>
    task === 'forget'
      ? couldNot('delete the saved connection', 'Try to disconnect again.')
      : couldNot('save this on your device', 'Free some space, then retry.'),
  'wrong-editor': () =>
    'Color styles exist in Figma Design only. Open a design file to sync colors.',
  library: () => couldNot('reach the library'),
  gone: () => 'This layer is no longer in the file. Look again.',
  locked: (name) => `“${name}” is locked. Unlock it, then try again.`,
  'in-instance': (name) =>
    `“${name}” is part of an instance. Update it in the main component instead.`,
  edited: (name) => `“${name}” was edited by hand, so it was left as it is.`,
}

/** By what Figma says of a picture. */
const PICTURES: readonly (readonly [RegExp, string])[] = [
  [
    /too large/i,
    'This picture is larger than 4096 px on a side, the most that Figma takes. Use a smaller one.',
  ],
  [/too small/i, `This picture is empty or too small. ${OTHER_FILE}`],
  [/unsupported/i, 'Figma cannot read this kind of picture. Use PNG, JPEG, GIF or SVG instead.'],
  [/no size/, `This picture has no size. ${OTHER_FILE}`],
]

function couldNot(task: string, next = 'Try again.'): string {
  return `Figma could not ${task}. ${next}`
}

/**
 * Whether a write was refused as one may only view the file; in which words is not documented, but not in
 * those of a name.
 */
export function isViewOnly(error: unknown): boolean {
  const words = String(error).replace(/"[^"]*"/g, '')
  return /\bview.(?:only|mode)|file.*read-only|read-only mode/i.test(words)
}

/** One sentence; `about`: the name of the layer, or what else it depends on. */
export function refusalText(kind: TroubleKind, about: string, error: unknown): string {
  if (isViewOnly(error)) return 'This file is view-only. Ask for edit access.'
  return TEXTS[kind]?.(about) ?? kind
}
