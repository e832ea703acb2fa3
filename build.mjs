/**
 * Builds `dist/plugin.js` (the sandbox half) and `dist/ui.html` (the iframe half, all inline), and the
 * same for Dev Mode: `dist/dev.js`, and `dist/export.html` for its window.
 *
 *   node build.mjs [--watch] [--sizes] [--api-origin URL] [--outdir DIR]
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { watch as watchFile } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import swc from '@swc/core'
import { parse } from 'acorn'
import { simple } from 'acorn-walk'
import * as esbuild from 'esbuild'
import MagicString from 'magic-string'
import { minify } from 'oxc-minify'
import uglify from 'uglify-js'

const ROOT = import.meta.dirname
const PRODUCTION_ORIGIN = 'https://oauth.cliquify.me'

/** Bytes: scripts as they are, windows gzipped. */
const BUDGET = { plugin: 95_000, ui: 115_000, dev: 40_000, export: 30_000 }

/** Those that Figma runs in, or that it embeds. */
const BROWSERS = ['chrome111', 'firefox113', 'safari16.2']

const PERMISSIONS = ['currentuser', 'activeusers', 'fileusers', 'payments', 'teamlibrary']
const EDITORS = ['figma', 'figjam', 'dev', 'slides', 'buzz']

/** A mistake in what the builder was given; told in one line, without a stack. */
export class BuildError extends Error {}

/**
 * Figma's rules for a manifest; there is no official schema, see
 * developers.figma.com/docs/plugins/manifest.
 * @param {unknown} manifest
 * @returns {string[]} one sentence for each rule that is broken
 */
export function manifestProblems(manifest) {
  if (!isRecord(manifest)) return ['The manifest must be an object.']
  /** @type {string[]} */
  const problems = []
  const must = (/** @type {boolean} */ holds, /** @type {string} */ problem) => {
    if (!holds) problems.push(problem)
  }
  // A plugin for code alone has no window; see docs/plugins/codegen-plugins.
  const isForCode = listIn(manifest['capabilities']).includes('codegen')
  const withWindow = !isForCode || manifest['ui'] !== undefined
  for (const key of ['name', 'id', 'main', ...(withWindow ? ['ui'] : [])]) {
    must(isText(manifest[key]), `"${key}" must be a text that is not empty.`)
  }
  must(manifest['api'] === '1.0.0', '"api" must be "1.0.0".')
  must(manifest['documentAccess'] === 'dynamic-page', '"documentAccess" must be "dynamic-page".')

  const editors = manifest['editorType']
  if (!Array.isArray(editors) || editors.length === 0) {
    problems.push('"editorType" must list at least one editor.')
  } else {
    for (const editor of editors) {
      must(EDITORS.includes(editor), `"editorType" has an unknown editor: ${show(editor)}.`)
    }
    must(
      !(editors.includes('dev') && (editors.includes('figjam') || editors.includes('slides'))),
      '"editorType" cannot have "dev" together with "figjam" or "slides".',
    )
  }
  problems.push(
    ...networkProblems(manifest['networkAccess']),
    ...menuProblems(manifest['menu']),
    ...parameterProblems('The manifest', manifest),
    ...codegenProblems(manifest),
  )

  const permissions = manifest['permissions'] ?? []
  if (!Array.isArray(permissions)) problems.push('"permissions" must be a list.')
  else {
    for (const permission of permissions) {
      must(
        PERMISSIONS.includes(permission),
        `"permissions" has an unknown one: ${show(permission)}.`,
      )
    }
  }

  const buttons = manifest['relaunchButtons'] ?? []
  if (!Array.isArray(buttons)) problems.push('"relaunchButtons" must be a list.')
  else {
    const commands = buttons.map((button) => (isRecord(button) ? button['command'] : undefined))
    for (const button of buttons) {
      must(
        isRecord(button) && isText(button['command']) && isText(button['name']),
        `Each of "relaunchButtons" needs a command and a name: ${show(button)}.`,
      )
    }
    must(new Set(commands).size === commands.length, '"relaunchButtons" has a command twice.')
  }
  return problems
}

/**
 * @param {unknown} access
 * @returns {string[]}
 */
function networkProblems(access) {
  if (!isRecord(access)) return ['"networkAccess" must be an object.']
  const problems = []
  const allowed = access['allowedDomains']
  const development = access['devAllowedDomains'] ?? []
  if (!Array.isArray(allowed) || allowed.length === 0) {
    problems.push('"allowedDomains" must not be empty; use ["none"] for no network.')
  }
  for (const [key, domains] of Object.entries({
    allowedDomains: allowed,
    devAllowedDomains: development,
  })) {
    if (!Array.isArray(domains)) {
      if (key === 'devAllowedDomains') problems.push('"devAllowedDomains" must be a list.')
      continue
    }
    if (new Set(domains).size !== domains.length) problems.push(`"${key}" has a domain twice.`)
    if (domains.includes('none') && domains.length > 1) {
      problems.push(`"none" must stand alone in "${key}".`)
    }
    for (const domain of domains) {
      const problem = domain === 'none' ? null : domainProblem(domain)
      if (problem !== null) problems.push(`Invalid value for ${key}. ${problem}`)
    }
  }
  const all = [allowed, development].flat()
  const reasoning = access['reasoning']
  if (all.some((domain) => domain === '*' || /\/\/localhost\b/.test(String(domain)))) {
    if (!isText(reasoning)) problems.push('"reasoning" is required for "*" and for localhost.')
  }
  if (reasoning !== undefined && (typeof reasoning !== 'string' || reasoning.length >= 1000)) {
    problems.push('"reasoning" must be a text of less than 1000 characters.')
  }
  return problems
}

/**
 * @param {unknown} domain
 * @returns {string | null}
 */
function domainProblem(domain) {
  if (typeof domain !== 'string') return `${show(domain)} must be a text.`
  if (domain === '*') return null
  const parts = /^(https?|wss?):\/\/([^/:]+)(:\d+)?(\/.*)?$/.exec(domain)
  if (parts === null) {
    return /^[a-z]+:\/\//.test(domain)
      ? `'${domain}' is not a domain.`
      : `'${domain}' must include a scheme, such as https://.`
  }
  const [, , host = '', port] = parts
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return `'${domain}' must not be an IP address.`
  if (port !== undefined && host !== 'localhost') {
    return `'${domain}' must not have a port: only localhost may.`
  }
  if (host.replace(/^\*\./, '').includes('*')) {
    return `'${domain}' may have a * only as its first label.`
  }
  return null
}

/**
 * @param {unknown} menu
 * @returns {string[]}
 */
function menuProblems(menu) {
  if (menu === undefined) return []
  if (!Array.isArray(menu)) return ['"menu" must be a list.']
  return menu.flatMap((item) => {
    if (isRecord(item) && item['separator'] === true) return []
    if (!isRecord(item) || !isText(item['name'])) {
      return [`Each item of "menu" needs a name: ${show(item)}.`]
    }
    const owner = `The menu item "${item['name']}"`
    if (item['menu'] !== undefined) return menuProblems(item['menu'])
    return [
      ...(isText(item['command']) ? [] : [`${owner} needs a command.`]),
      ...parameterProblems(owner, item),
    ]
  })
}

const PARAMETER_MEMBERS = ['name', 'key', 'description', 'allowFreeform', 'optional']

/**
 * The parameters that the quick-actions bar asks for; see
 * developers.figma.com/docs/plugins/plugin-parameters.
 * @param {string} owner
 * @param {Record<string, unknown>} holder the manifest itself or an item of its menu
 * @returns {string[]}
 */
function parameterProblems(owner, { parameters, parameterOnly }) {
  /** @type {string[]} */
  const problems = []
  if (parameterOnly !== undefined && typeof parameterOnly !== 'boolean') {
    problems.push(`"parameterOnly" of ${owner} must be true or false.`)
  }
  if (parameters === undefined) {
    if (parameterOnly === true) problems.push(`${owner} has "parameterOnly" without "parameters".`)
    return problems
  }
  if (!Array.isArray(parameters) || parameters.length === 0) {
    return [...problems, `"parameters" of ${owner} must be a list that is not empty.`]
  }
  let optional = false
  for (const parameter of parameters) {
    if (!isRecord(parameter) || !isText(parameter['name']) || !isText(parameter['key'])) {
      problems.push(`Each of "parameters" needs a name and a key: ${show(parameter)}.`)
      continue
    }
    for (const member of Object.keys(parameter)) {
      if (PARAMETER_MEMBERS.includes(member)) continue
      problems.push(`The parameter "${parameter['key']}" has an unknown "${member}".`)
    }
    if (optional && parameter['optional'] !== true) {
      problems.push(`The parameter "${parameter['key']}" is required after an optional one.`)
    }
    optional ||= parameter['optional'] === true
  }
  const keys = parameters.map((parameter) => (isRecord(parameter) ? parameter['key'] : undefined))
  if (new Set(keys).size !== keys.length) problems.push(`${owner} has a parameter's key twice.`)
  return problems
}

const CAPABILITIES = ['textreview', 'inspect', 'codegen', 'vscode']

/**
 * What Dev Mode's code section asks for; see developers.figma.com/docs/plugins/codegen-plugins and
 * docs/plugins/api/CodegenPreference.
 * @param {Record<string, unknown>} manifest
 * @returns {string[]}
 */
function codegenProblems({ capabilities, editorType, codegenLanguages, codegenPreferences }) {
  const problems = listIn(capabilities).flatMap((each) =>
    CAPABILITIES.includes(String(each)) ? [] : [`"capabilities" has an unknown ${show(each)}.`],
  )
  if (!listIn(capabilities).includes('codegen')) {
    if (codegenLanguages === undefined && codegenPreferences === undefined) return problems
    return [
      ...problems,
      '"codegenLanguages" and "codegenPreferences" need the capability "codegen".',
    ]
  }
  if (!listIn(editorType).includes('dev')) {
    problems.push('The capability "codegen" needs "dev" in "editorType".')
  }
  const languages = listIn(codegenLanguages)
  if (languages.length === 0) problems.push('"codegenLanguages" must list at least one language.')
  problems.push(...choiceProblems('codegenLanguages', languages))
  const values = languages.map((each) => (isRecord(each) ? each['value'] : undefined))
  const names = new Set()
  let units = 0
  for (const preference of listIn(codegenPreferences)) {
    if (!isRecord(preference)) {
      problems.push(`Each of "codegenPreferences" must be an object: ${show(preference)}.`)
      continue
    }
    const { itemType, propertyName, label, includedLanguages } = preference
    const owner = `The codegen preference ${show(propertyName ?? itemType)}`
    for (const language of listIn(includedLanguages)) {
      if (!values.includes(language)) {
        problems.push(`${owner} is for an unknown language: ${show(language)}.`)
      }
    }
    if (itemType === 'unit') {
      units += 1
      if (units > 1) problems.push('There must be only one codegen preference for the unit.')
      const { scaledUnit, defaultScaleFactor } = preference
      if (!isText(scaledUnit) || typeof defaultScaleFactor !== 'number') {
        problems.push(`${owner} needs a scaled unit and a default scale factor.`)
      }
    } else if (itemType === 'select' || itemType === 'action') {
      if (!isText(propertyName) || !isText(label)) {
        problems.push(`${owner} needs a property's name and a label.`)
      }
      if (names.has(propertyName)) problems.push(`${owner} is there twice.`)
      names.add(propertyName)
      if (itemType === 'select') {
        problems.push(...choiceProblems(owner, listIn(preference['options'])))
      }
    } else problems.push(`${owner} has an unknown "itemType".`)
  }
  return problems
}

/**
 * @param {string} owner
 * @param {readonly unknown[]} choices
 * @returns {string[]}
 */
function choiceProblems(owner, choices) {
  const problems = choices.flatMap((choice) =>
    isRecord(choice) && isText(choice['label']) && isText(choice['value'])
      ? []
      : [`Each choice of ${owner} needs a label and a value: ${show(choice)}.`],
  )
  const values = choices.map((choice) => (isRecord(choice) ? choice['value'] : undefined))
  if (new Set(values).size !== values.length) problems.push(`${owner} has a value twice.`)
  return problems
}

/**
 * @param {unknown} value
 * @returns {readonly unknown[]} empty for what is no list
 */
function listIn(value) {
  return Array.isArray(value) ? value : []
}

/**
 * Whether a page behind the manifest's CSP may call this origin.
 * @param {URL} url
 * @param {readonly string[]} domains
 */
function isAllowed(url, domains) {
  return domains.some((domain) => {
    if (domain === '*') return true
    if (domain === 'none') return false
    const allowed = new URL(domain.replace('//*.', '//wildcard.'))
    if (allowed.protocol !== url.protocol || allowed.port !== url.port) return false
    if (allowed.pathname !== '/') return false
    return domain.includes('//*.')
      ? url.hostname.endsWith(allowed.hostname.slice('wildcard'.length))
      : url.hostname === allowed.hostname
  })
}

/**
 * The API origin to build for.
 * @param {string} text
 * @param {{ networkAccess: { allowedDomains: string[], devAllowedDomains?: string[] } }} manifest
 * @returns {string} without a trailing slash
 */
export function checkedOrigin(text, manifest) {
  if (!URL.canParse(text)) throw new BuildError(`--api-origin: "${text}" is not a URL.`)
  const url = new URL(text)
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new BuildError(`--api-origin: "${text}" must be an origin, without a path.`)
  }
  const { allowedDomains, devAllowedDomains = [] } = manifest.networkAccess
  if (!isAllowed(url, [...allowedDomains, ...devAllowedDomains])) {
    throw new BuildError(
      `--api-origin: ${url.origin} is not among allowedDomains or devAllowedDomains in ` +
        'manifest.json, so Figma would block every call. Add it there first.',
    )
  }
  return url.origin
}

/**
 * The manifest of a build for a team's relay: it reaches the relay, and nothing else.
 * @template {{ networkAccess: object }} T
 * @param {T} manifest
 * @param {string} text the relay's origin
 */
export function relayManifest(manifest, text) {
  if (!URL.canParse(text)) throw new BuildError(`--api-origin: "${text}" is not a URL.`)
  const { origin, protocol, hostname } = new URL(text)
  if (protocol !== 'https:' && hostname !== 'localhost') {
    throw new BuildError(`--api-origin: ${origin} must begin with https://.`)
  }
  const reasoning =
    "Reads your company's brand kits, assets and templates from your team's relay of Cliquify."
  return {
    ...manifest,
    // Beside the files that it names.
    main: 'plugin.js',
    ui: 'ui.html',
    networkAccess: { allowedDomains: [origin], reasoning },
  }
}

/**
 * What the plugin may reach. A build for an origin of development is never published, so that Figma
 * lets it reach the others of development, too.
 * @param {string} apiOrigin
 * @param {{ networkAccess: { allowedDomains: string[], devAllowedDomains?: string[] } }} manifest
 * @returns {string[]}
 */
export function reachableDomains(apiOrigin, manifest) {
  const { allowedDomains, devAllowedDomains = [] } = manifest.networkAccess
  const isPublished = isAllowed(new URL(apiOrigin), allowedDomains)
  return isPublished ? allowedDomains : [...allowedDomains, ...devAllowedDomains]
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isText(value) {
  return typeof value === 'string' && value.trim() !== ''
}

/** @param {unknown} value */
function show(value) {
  return JSON.stringify(value) ?? String(value)
}

const ON_BUNDLE = 'on-bundle'

/**
 * Hands each finished bundle to `write`.
 * @param {(files: esbuild.OutputFile[], metafile: esbuild.Metafile) => Promise<void>} write
 * @returns {esbuild.Plugin}
 */
function onBundle(write) {
  return {
    name: ON_BUNDLE,
    setup(build) {
      build.onEnd(async ({ errors, outputFiles, metafile }) => {
        if (errors.length > 0 || outputFiles === undefined || metafile === undefined) return
        await write(outputFiles, metafile)
      })
    },
  }
}

/**
 * @param {{ apiOrigin: string, relay: boolean, domains: readonly string[], outdir: string, watch: boolean, sizes: boolean, version: string, homepage: string }} options
 */
async function build({ apiOrigin, relay, domains, outdir, watch, sizes, version, homepage }) {
  await mkdir(outdir, { recursive: true })
  /** @type {esbuild.BuildOptions} */
  const common = {
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    outdir,
    define: {
      __API_ORIGIN__: JSON.stringify(apiOrigin),
      __DOMAINS__: JSON.stringify(domains),
      __RELAY__: JSON.stringify(relay),
      __VERSION__: JSON.stringify(version),
      __HOMEPAGE__: JSON.stringify(homepage),
      'process.env.NODE_ENV': '"production"',
    },
  }
  /**
   * @param {string} entry
   * @param {string} name
   * @param {number} budget
   * @returns {esbuild.BuildOptions}
   */
  const sandboxScript = (entry, name, budget) => ({
    ...common,
    entryPoints: [entry],
    target: 'es2020',
    plugins: [
      onBundle(async (files, metafile) => {
        const script = outputOf(files, '.js')
        const code = watch ? script : await forSandbox(script)
        // Figma's loader refuses a bundle that has this text anywhere, even inside a string.
        if (code.includes('import(')) throw new BuildError(`${name} contains the text "import(".`)
        await writeFile(join(outdir, name), code)
        // What is watched is not minified in full, and never shipped.
        if (!watch) report(name, Buffer.byteLength(code), budget, 'minified', !relay)
        if (sizes) console.log(weights(metafile))
      }),
    ],
  })
  /**
   * @param {string} entry
   * @param {string} name
   * @param {number} budget
   * @returns {esbuild.BuildOptions}
   */
  const windowPage = (entry, name, budget) => ({
    ...common,
    entryPoints: [entry],
    target: BROWSERS,
    // Children as arguments, and not as a property, are a hundredth less once it is gzipped.
    jsx: 'transform',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    inject: [fileURLToPath(import.meta.resolve('preact'))],
    tsconfigRaw: {},
    plugins: [
      onBundle(async (files, metafile) => {
        const template = await readFile(join(ROOT, 'ui/index.html'), 'utf8')
        const written = { script: outputOf(files, '.js'), style: outputOf(files, '.css') }
        const { script, style } = watch ? written : withShortClasses(written)
        const html = page(template, watch ? script : await forWindow(script), style)
        await writeFile(join(outdir, name), html)
        const gzipped = gzipSync(html).byteLength
        if (!watch) report(name, gzipped, budget, 'gzipped', !relay)
        if (sizes) console.log(weights(metafile, gzipped / Buffer.byteLength(html)))
      }),
    ],
  })
  const scripts = [sandboxScript('plugin/main.ts', 'plugin.js', BUDGET.plugin)]
  const windows = [windowPage('ui/main.tsx', 'ui.html', BUDGET.ui)]
  // Dev Mode's calls nobody, so that one build of it is for all.
  if (!relay) {
    scripts.push(sandboxScript('plugin/codegen/main.ts', 'dev.js', BUDGET.dev))
    windows.push(windowPage('ui/export/main.tsx', 'export.html', BUDGET.export))
  }
  if (!watch) {
    await Promise.all([...scripts, ...windows].map((each) => esbuild.build(each)))
    return
  }
  const [scriptContexts, windowContexts] = await Promise.all(
    [scripts, windows].map((all) => Promise.all(all.map((each) => esbuild.context(each)))),
  )
  const contexts = [...(scriptContexts ?? []), ...(windowContexts ?? [])]
  await Promise.all(contexts.map((each) => each.watch()))
  watchFile(join(ROOT, 'ui/index.html'), () => {
    for (const each of windowContexts ?? []) each.rebuild().catch(fail)
  })
}

/**
 * The one HTML file, with nothing left to load.
 * @param {string} template
 * @param {string} script
 * @param {string} style
 */
function page(template, script, style) {
  const parts = {
    '<!-- style -->': `<style>${style.replaceAll('</style', '<\\/style')}</style>`,
    '<!-- script -->': `<script>${script.replaceAll('</script', '<\\/script')}</script>`,
  }
  let html = template
  for (const [mark, part] of Object.entries(parts)) {
    if (!html.includes(mark)) throw new BuildError(`ui/index.html has no "${mark}".`)
    html = html.replace(mark, () => part)
  }
  return html
}

/** What the sandbox's scripts name often enough that a parameter for it is shorter; as is one for `void 0`. */
const GLOBALS = [
  'figma',
  'Math',
  'Promise',
  'Set',
  'Map',
  'Object',
  'JSON',
  'Error',
  'Array',
  'Number',
  'String',
]

/**
 * Each minifier finds what the others leave: together 4 % less than the best of them alone.
 * @param {string} script
 * @returns {Promise<string>}
 */
async function forSandbox(script) {
  const { code, error } = uglify.minify(await compressed(withArrows(script)), {
    compress: { passes: 3 },
  })
  if (error !== undefined) throw error
  const body = code.replaceAll('void 0', 'nothing')
  return mangled(`((${GLOBALS},nothing)=>{${body}})(${GLOBALS})`, ['es2020'])
}

/**
 * Without uglify's part, which makes more of it once it is gzipped.
 * @param {string} script
 * @returns {Promise<string>}
 */
async function forWindow(script) {
  const code = await mangled(await compressed(script), BROWSERS)
  // Named anew, functions are more alike: a thousandth less once it is gzipped.
  return inSight((await swc.minify(code, { ecma: 2020, compress: false, mangle: true })).code)
}

/**
 * @param {string} script
 * @returns {Promise<string>}
 */
async function compressed(script) {
  const compress = { passes: 10, unsafe_arrows: true, ecma: /** @type {const} */ (2020) }
  const { code } = await swc.minify(script, { ecma: 2020, compress, mangle: true })
  return code
}

/**
 * @param {string} script
 * @param {string[]} target
 * @returns {Promise<string>}
 */
async function mangled(script, target) {
  const { code, errors } = await minify('bundle.js', script, { compress: { target } })
  if (errors.length > 0) throw new BuildError(errors.map(({ message }) => message).join('\n'))
  return code
}

/**
 * Functions as arrows at the head of their block, where declarations are hoisted to as well: 3 % of what
 * is not compressed. Minifiers do so with expressions alone.
 * @param {string} script
 */
export function withArrows(script) {
  const text = new MagicString(script)
  const constructors = new Set(Array.from(script.matchAll(/\bnew ([\w$]+)/g), ([, name]) => name))
  simple(parse(script, { ecmaVersion: 2022 }), {
    BlockStatement({ body: statements }) {
      for (const each of statements) {
        if (each.type !== 'FunctionDeclaration' || each.generator) continue
        const { id, async, body } = each
        const whole = script.slice(each.start, each.end)
        if (constructors.has(id.name) || /\b(this|arguments)\b/.test(whole)) continue
        text.overwrite(each.start, id.end, `let ${id.name}=${async ? 'async' : ''}`)
        text.appendLeft(body.start, '=>')
        text.appendLeft(each.end, ';')
        const head = statements[0]?.start ?? each.start
        if (head !== each.start) text.move(each.start, each.end, head)
      }
    },
  })
  return text.toString()
}

/** Characters: how far back gzip sees a phrase that was there before. */
const SIGHT = 30_000
const PHRASE = 7

/** What more statements have is in sight of any. */
const MOST_ALIKE = 80

/** Moves that are thought of, between one look at where all are then and the next. */
const TRIES = 1000
const LOOKS = 100
/** Moves after that, each of which is kept only where all is less with it once it is gzipped. */
const STEPS = 600

/**
 * A statement: where its middle is, in characters, and for each phrase that others have as well all that
 * have it.
 * @typedef {{ text: string, isFunction: boolean, middle: number, alike: Part[][] }} Part
 */

/**
 * Moves functions into sight of others like them: a fiftieth less once it is gzipped. As they are hoisted,
 * their order means nothing. Of one script the same is made each time.
 * @param {string} script
 */
export function inSight(script) {
  /** @type {(import('acorn').Statement | import('acorn').ModuleDeclaration)[]} */
  let statements = []
  simple(parse(script, { ecmaVersion: 2022 }), {
    BlockStatement({ body }) {
      if (body.length > statements.length) statements = body
    },
  })
  const parts = partsOf(script, statements)
  const functions = parts.filter(({ isFunction, alike }) => isFunction && alike.length > 0)

  const inOrder = () => {
    put(parts.sort((one, other) => one.middle - other.middle))
    const text = parts.map((part) => part.text).join('')
    return script.slice(0, statements[0]?.start) + text + script.slice(statements.at(-1)?.end)
  }
  let seed = 1
  /** @type {<T>(list: readonly T[]) => T | undefined} */
  const oneOf = (list) => {
    seed = (seed * 16_807) % 2_147_483_647
    return list[seed % list.length]
  }
  /**
   * A function goes behind one like it, so never before a directive, where it is in sight of more; whether
   * it does.
   */
  const move = () => {
    const part = oneOf(functions)
    const other = oneOf(oneOf(part?.alike ?? []) ?? [])
    if (part === undefined || other === undefined) return false
    const [from, to] = [part.middle, other.middle + 0.5]
    let apart = 0
    for (const each of part.alike)
      apart += groupsWith(each, part, to) - groupsWith(each, part, from)
    if (apart >= 0) return false
    part.middle = to
    return true
  }

  const weighed = (/** @type {string} */ text) => ({ text, bytes: gzipSync(text).byteLength })
  if (functions.length < 2) return script
  for (let look = 0; look < LOOKS; look++) {
    for (let tries = 0; tries < TRIES; tries++) move()
    inOrder()
  }
  let best = weighed(inOrder())
  for (let step = 0; step < STEPS; step++) {
    const before = [...parts]
    let tries = 0
    while (tries < TRIES && !move()) tries += 1
    if (tries === TRIES) break
    const next = weighed(inOrder())
    if (next.bytes < best.bytes) best = next
    else {
      parts.splice(0, parts.length, ...before)
      put(parts)
    }
  }
  return best.bytes < weighed(script).bytes ? best.text : script
}

/**
 * @param {string} script
 * @param {readonly import('acorn').Node[]} statements
 */
function partsOf(script, statements) {
  /** @type {Part[]} */
  const parts = statements.map(({ type, start, end }) => {
    const text = script.slice(start, end)
    const isFunction = type === 'FunctionDeclaration'
    // The last one may do without its end.
    const isEnded = isFunction || text.endsWith(';')
    return { text: isEnded ? text : `${text};`, isFunction, middle: 0, alike: [] }
  })
  put(parts)
  /** @type {Map<string, Part[]>} */
  const byPhrase = new Map()
  for (const part of parts) {
    for (let at = 0; at + PHRASE <= part.text.length; at++) {
      const phrase = part.text.slice(at, at + PHRASE)
      const having = byPhrase.get(phrase) ?? []
      if (having.at(-1) !== part) having.push(part)
      byPhrase.set(phrase, having)
    }
  }
  for (const having of byPhrase.values()) {
    if (having.length < 2 || having.length > MOST_ALIKE) continue
    for (const { alike } of having) alike.push(having)
  }
  return parts
}

/**
 * One behind the other.
 * @param {readonly Part[]} parts
 */
function put(parts) {
  let end = 0
  for (const part of parts) {
    part.middle = end + part.text.length / 2
    end += part.text.length
  }
}

/**
 * How many more groups out of sight of each other there are with a part at a place than without it.
 * @param {readonly Part[]} all
 * @param {Part} part
 * @param {number} place
 */
function groupsWith(all, part, place) {
  let before = -Infinity
  let after = Infinity
  for (const other of all) {
    if (other === part) continue
    if (other.middle <= place) before = Math.max(before, other.middle)
    else after = Math.min(after, other.middle)
  }
  const isApart = (/** @type {number} */ gap) => (gap > SIGHT ? 1 : 0)
  return isApart(place - before) + isApart(after - place) - isApart(after - before)
}

/** A class in a style sheet, or what only looks like one. */
const CLASS = /url\([^)]*\)|"[^"]*"|'[^']*'|\.([a-z][\w-]*)/gi

/**
 * Names classes as short as can be: a hundredth less once it is gzipped. Those stay that the script puts
 * together, or has in any text that is not the `class` of an element.
 * @param {{ script: string, style: string }} written
 */
export function withShortClasses({ script, style }) {
  const tree = parse(script, { ecmaVersion: 2022 })
  /** Those of elements, by where they are. @type {Map<number, string>} */
  const given = new Map()
  /** @type {string[]} */
  const beginnings = []
  simple(tree, {
    CallExpression({ arguments: [, props] }) {
      if (props?.type !== 'ObjectExpression') return
      for (const each of props.properties) {
        if (each.type !== 'Property' || each.key.type !== 'Identifier') continue
        if (each.key.name !== 'class') continue
        for (const { name, start, goesOn } of namesIn(each.value)) {
          given.set(start, name)
          if (goesOn) beginnings.push(name)
        }
      }
    },
  })
  const others = new Set(namesIn(tree).flatMap(({ name, start }) => (given.has(start) ? [] : name)))
  /** @type {Map<string, number>} */
  const uses = new Map()
  for (const name of given.values()) {
    if (others.has(name) || beginnings.some((beginning) => name.startsWith(beginning))) continue
    uses.set(name, (uses.get(name) ?? 0) + 1)
  }
  const byUse = [...uses].sort(([, one], [, other]) => other - one)
  const short = new Map(byUse.map(([name], rank) => [name, nameOf(rank)]))
  const text = new MagicString(script)
  for (const [start, name] of given) {
    text.overwrite(start, start + name.length, short.get(name) ?? name)
  }
  return {
    script: text.toString(),
    style: style.replaceAll(CLASS, (whole, name) =>
      short.has(name) ? `.${short.get(name)}` : whole,
    ),
  }
}

/**
 * `a` to `z`, then `a1` to `z1`: what nobody calls a class by.
 * @param {number} rank
 */
function nameOf(rank) {
  const letter = String.fromCharCode(97 + (rank % 26))
  return rank < 26 ? letter : `${letter}${Math.floor(rank / 26)}`
}

/**
 * What may be a name in the texts of a script; `goesOn`: a template puts something right behind it.
 * @param {import('acorn').AnyNode} tree
 */
function namesIn(tree) {
  /** @type {{ name: string, start: number, goesOn: boolean }[]} */
  const names = []
  const put = (
    /** @type {string} */ text,
    /** @type {number} */ from,
    /** @type {boolean} */ isWhole,
  ) => {
    for (const { 0: name, index } of text.matchAll(/[\w-]+/g)) {
      const goesOn = !isWhole && index + name.length === text.length
      names.push({ name, start: from + index, goesOn })
    }
  }
  simple(tree, {
    Literal({ value, raw = '', start }) {
      if (typeof value === 'string') put(raw, start, true)
    },
    TemplateElement({ value: { raw }, start, tail }) {
      put(raw, start, tail)
    },
  })
  return names
}

/**
 * @param {esbuild.OutputFile[]} files
 * @param {string} extension
 */
function outputOf(files, extension) {
  return files.find(({ path }) => path.endsWith(extension))?.text ?? ''
}

/**
 * @param {string} name
 * @param {number} bytes
 * @param {number} budget
 * @param {string} how
 * @param {boolean} isBinding whoever builds for their relay can do nothing about it: a test holds us to it
 */
function report(name, bytes, budget, how, isBinding) {
  const kilobytes = (/** @type {number} */ size) => (size / 1000).toFixed(1)
  const line = `${name.padEnd(10)} ${kilobytes(bytes).padStart(5)} of ${kilobytes(budget)} kB ${how}`
  if (bytes <= budget) console.log(line)
  else if (isBinding) throw new BuildError(`${line}: over budget`)
  else console.warn(`${line}: over budget`)
}

/**
 * What each folder and dependency takes of a bundle, minified, one a line; the heaviest first.
 * @param {Pick<esbuild.Metafile, 'outputs'>} metafile
 * @param {number} [ratio] gzipped to minified; with it, what each takes then is estimated
 */
export function weights({ outputs }, ratio) {
  /** @type {Map<string, number>} */
  const bytes = new Map()
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const owner =
        /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ?? dirname(path)
      bytes.set(owner, (bytes.get(owner) ?? 0) + bytesInOutput)
    }
  }
  const kilobytes = (/** @type {number} */ size) => (size / 1000).toFixed(1).padStart(7)
  return [...bytes]
    .sort(([, one], [, other]) => other - one)
    .map(([owner, size]) => {
      const gzipped = ratio === undefined ? '' : `, about ${kilobytes(size * ratio).trim()} gzipped`
      return `${kilobytes(size)} kB  ${owner}${gzipped}`
    })
    .join('\n')
}

/** @param {unknown} error */
function fail(error) {
  if (error instanceof BuildError) console.error(error.message)
  else if (error instanceof Error && 'errors' in error && Array.isArray(error.errors)) {
    // esbuild has printed its own errors by now, but not what `onBundle` threw.
    for (const { pluginName, text } of error.errors) {
      if (pluginName === ON_BUNDLE) console.error(text)
    }
  } else console.error(error)
}

/**
 * Whether an API is none of the manifest's own: a team's relay speaks for Cliquify there.
 * @param {string} text
 * @param {{ networkAccess: { allowedDomains: string[], devAllowedDomains?: string[] } }} manifest
 */
export function isRelay(text, { networkAccess: { allowedDomains, devAllowedDomains = [] } }) {
  return URL.canParse(text) && !isAllowed(new URL(text), [...allowedDomains, ...devAllowedDomains])
}

async function main() {
  const { values } = parseArgs({
    options: {
      watch: { type: 'boolean', default: false },
      sizes: { type: 'boolean', default: false },
      'api-origin': { type: 'string', default: PRODUCTION_ORIGIN },
      outdir: { type: 'string', default: 'dist' },
    },
  })
  const shipped = JSON.parse(await readFile(join(ROOT, 'manifest.json'), 'utf8'))
  const relay = isRelay(values['api-origin'], shipped)
  const manifest = relay ? relayManifest(shipped, values['api-origin']) : shipped
  const { version, homepage } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  const ofDevMode = JSON.parse(await readFile(join(ROOT, 'manifest.dev.json'), 'utf8'))
  const problems = [
    ...manifestProblems(manifest).map((problem) => `Manifest error: ${problem}`),
    ...manifestProblems(ofDevMode).map((problem) => `manifest.dev.json: ${problem}`),
  ]
  if (problems.length > 0) throw new BuildError(problems.join('\n'))
  const apiOrigin = checkedOrigin(values['api-origin'], manifest)
  const outdir = resolve(ROOT, values.outdir)
  const domains = reachableDomains(apiOrigin, manifest)
  const { watch, sizes } = values
  const ownManifest = join(outdir, 'manifest.json')
  if (relay) {
    await mkdir(outdir, { recursive: true })
    await writeFile(ownManifest, `${JSON.stringify(manifest, null, 2)}\n`)
    console.log(`For the relay at ${apiOrigin}: import ${relative(ROOT, ownManifest)} in Figma.`)
  } else await rm(ownManifest, { force: true })
  await build({ apiOrigin, relay, domains, outdir, watch, sizes, version, homepage })
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    fail(error)
    process.exitCode = 1
  })
}
