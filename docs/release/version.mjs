import { BuildError } from '../../build.mjs'

const STEPS = ['major', 'minor', 'patch']

/**
 * The version that a release gets (semver.org); throws a `BuildError` where there is none.
 * @param {string} current such as `0.1.0`
 * @param {string | undefined} asked `major`, `minor`, `patch`, or a version that is later than the current one
 * @returns {string}
 */
export function nextVersion(current, asked) {
  const now = numbersOf(current)
  if (now === null) throw new BuildError(`package.json has no version like 1.2.3: "${current}".`)
  if (asked === undefined) {
    throw new BuildError('Say which version to release: patch, minor, major, or one like 1.2.3.')
  }
  const step = STEPS.indexOf(asked)
  if (step !== -1) {
    return now.map((each, at) => (at < step ? each : at === step ? each + 1 : 0)).join('.')
  }
  const wanted = numbersOf(asked)
  if (wanted === null) {
    throw new BuildError(`"${asked}" is no version: take patch, minor, major, or one like 1.2.3.`)
  }
  const differs = now.findIndex((each, at) => each !== wanted[at])
  if (differs === -1 || (wanted[differs] ?? 0) < (now[differs] ?? 0)) {
    throw new BuildError(`${asked} must be later than ${current}, the version in package.json.`)
  }
  return asked
}

/**
 * @param {string} version
 * @returns {number[] | null}
 */
function numbersOf(version) {
  const parts = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(version)
  return parts === null ? null : parts.slice(1).map(Number)
}
