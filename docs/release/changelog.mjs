import { BuildError } from '../../build.mjs'

/** The section that changes are noted in until they are released; keepachangelog.com. */
const UNRELEASED = /^## Unreleased[ \t]*\n(?<body>[\s\S]*?)(?=^## |(?![\s\S]))/m

/**
 * Makes the unreleased section that of a version, under a new one that is empty; throws a
 * `BuildError` where nothing is in it.
 * @param {string} changelog
 * @param {string} version
 * @param {string} date such as `2026-11-28`
 * @returns {{ text: string, notes: string }} the changelog, and what is in the version's section
 */
export function releaseSection(changelog, version, date) {
  const section = UNRELEASED.exec(changelog)
  if (section === null) throw new BuildError('CHANGELOG.md has no section "## Unreleased".')
  if (new RegExp(`^## ${version.replaceAll('.', '\\.')}(\\s|$)`, 'm').test(changelog)) {
    throw new BuildError(`CHANGELOG.md has a section of ${version} already.`)
  }
  const body = section.groups?.['body'] ?? ''
  if (!/^- \S/m.test(body)) {
    throw new BuildError('Nothing to release: CHANGELOG.md has no line under "## Unreleased".')
  }
  const notes = body.trim()
  const text =
    changelog.slice(0, section.index) +
    `## Unreleased\n\n## ${version} - ${date}\n\n${notes}\n` +
    changelog.slice(section.index + section[0].length).replace(/^(?=.)/, '\n')
  return { text, notes }
}
