/**
 * What a plugin's page in the Figma Community says and shows: read from a text of ours, checked
 * against Figma's limits. Where each limit is from is in docs/releasing.md.
 *
 * @typedef {object} Listing
 * @property {string} name
 * @property {Readonly<Record<string, string>>} sections by heading, in the order of Figma's form
 * @property {readonly string[]} tags
 *
 * @typedef {object} Picture
 * @property {string} name of its file
 * @property {number} width in pixels
 * @property {number} height in pixels
 */

const ICON = { width: 128, height: 128 }
const COVER = { width: 1920, height: 1080 }
export const LIMITS = { name: 30, tagline: 100, tags: 12, carousel: 9 }

const REQUIRED = ['Tagline', 'Description', 'Category', 'Tags', 'Support contact']
/** Those of Figma's form on data security. */
const QUESTIONS = [
  'Do you host a backend service for your plugin?',
  'Does your plugin make any network requests with services you do not host?',
  'Does your plugin use any user authentication?',
  'Do you store any data read or derived from Figma’s plugin API?',
  'How do you manage updates to your plugin?',
]

/**
 * @param {string} markdown a heading of the first level for the name, and of the second for each field
 * @returns {Listing}
 */
export function readListing(markdown) {
  const [head = '', ...parts] = markdown.split(/^## /m)
  const sections = Object.fromEntries(
    parts.map((part) => {
      const [heading = '', ...lines] = part.split('\n')
      return [heading.trim(), lines.join('\n').trim()]
    }),
  )
  const tags = [...(sections['Tags'] ?? '').matchAll(/^- (.*)$/gm)].map(([, tag = '']) =>
    tag.trim(),
  )
  return { name: /^# (.*)$/m.exec(head)?.[1]?.trim() ?? '', sections, tags }
}

/**
 * @param {Listing} listing
 * @param {{ name: string, networkAccess: { allowedDomains: readonly string[], reasoning?: string } }} manifest
 * @param {readonly Picture[]} pictures `icon.png`, `cover.png`, and those of the carousel
 * @returns {string[]} one sentence for each limit that is broken
 */
export function listingProblems({ name, sections, tags }, manifest, pictures) {
  /** @type {string[]} */
  const problems = []
  const must = (/** @type {boolean} */ holds, /** @type {string} */ problem) => {
    if (!holds) problems.push(problem)
  }
  must(name === manifest.name, `The name must be the manifest's, "${manifest.name}".`)
  must(
    lengthOf(name) <= LIMITS.name,
    `The name has ${lengthOf(name)} of ${LIMITS.name} characters.`,
  )
  for (const heading of REQUIRED) {
    must((sections[heading] ?? '') !== '', `"${heading}" must not be empty.`)
  }
  const tagline = sections['Tagline'] ?? ''
  must(!tagline.includes('\n'), 'The tagline must be one line.')
  must(
    lengthOf(tagline) <= LIMITS.tagline,
    `The tagline has ${lengthOf(tagline)} of ${LIMITS.tagline} characters.`,
  )
  must((sections['Tags'] ?? '') === '' || tags.length > 0, '"Tags" must be a list, one a line.')
  must(tags.length <= LIMITS.tags, `There are ${tags.length} of ${LIMITS.tags} tags.`)
  must(new Set(tags).size === tags.length, 'A tag is there twice.')
  const contact = sections['Support contact'] ?? ''
  must(
    isPlaceholder(contact) || /^(https:\/\/\S+|[^\s@]+@[^\s@]+\.[^\s@]+)$/.test(contact),
    'The support contact must be one e-mail address or one address with https://.',
  )
  for (const question of QUESTIONS) {
    must((sections[question] ?? '') !== '', `"${question}" must be answered.`)
  }
  const { allowedDomains, reasoning = '' } = manifest.networkAccess
  must(
    allowedDomains.includes('none') || reasoning !== '',
    'The manifest must say why it needs the network.',
  )
  return [...problems, ...pictureProblems(pictures)]
}

/**
 * @param {readonly Picture[]} pictures
 * @returns {string[]}
 */
function pictureProblems(pictures) {
  /** @type {string[]} */
  const problems = []
  for (const required of ['icon.png', 'cover.png']) {
    if (!pictures.some(({ name }) => name === required)) problems.push(`${required} is missing.`)
  }
  for (const { name, width, height } of pictures) {
    const wanted = name === 'icon.png' ? ICON : COVER
    if (width !== wanted.width || height !== wanted.height) {
      problems.push(`${name} is ${width} × ${height}, not ${wanted.width} × ${wanted.height}.`)
    }
  }
  const carousel = pictures.filter(({ name }) => name.startsWith('carousel-'))
  if (carousel.length > LIMITS.carousel) {
    problems.push(`There are ${carousel.length} of ${LIMITS.carousel} pictures in the carousel.`)
  }
  return problems
}

/**
 * Fields that only the publisher knows: a text in parentheses says what goes there.
 * @param {Listing} listing
 * @returns {string[]} their headings
 */
export function placeholders({ sections }) {
  return Object.entries(sections).flatMap(([heading, text]) =>
    isPlaceholder(text) ? [heading] : [],
  )
}

/**
 * The listing as it is typed into Figma's form, with what the manifest and the changelog say.
 * @param {Listing} listing
 * @param {{ networkAccess: { allowedDomains: readonly string[], reasoning?: string } }} manifest
 * @param {{ version: string, notes: string }} release
 */
export function publishedListing({ name, sections }, { networkAccess }, { version, notes }) {
  const { allowedDomains, reasoning } = networkAccess
  const network = allowedDomains.includes('none')
    ? 'None.'
    : `${allowedDomains.join(', ')}\n\n${reasoning ?? ''}`
  const all = Object.entries({
    ...sections,
    'Network access (from the manifest)': network,
    [`What is new in ${version}`]: notes,
  })
  return `# ${name}\n\n${all.map(([heading, text]) => `## ${heading}\n\n${text}\n`).join('\n')}`
}

/**
 * @param {string} name of its file
 * @param {Buffer} bytes
 * @returns {Picture} with no size where it is no PNG
 */
export function measurePicture(name, bytes) {
  // The signature and the header, which is always the first chunk; w3.org/TR/png-3, 5.2 and 11.2.1.
  const isPng = bytes.length >= 24 && bytes.readUInt32BE(0) === 0x89504e47
  return {
    name,
    width: isPng ? bytes.readUInt32BE(16) : 0,
    height: isPng ? bytes.readUInt32BE(20) : 0,
  }
}

/** @param {string} text */
function isPlaceholder(text) {
  return text.startsWith('(') && text.endsWith(')')
}

/**
 * In characters as a person counts them.
 * @param {string} text
 */
function lengthOf(text) {
  return [...new Intl.Segmenter('en').segment(text)].length
}
