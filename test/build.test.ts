import { readFile } from 'node:fs/promises'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  BuildError,
  checkedOrigin,
  inSight,
  isRelay,
  manifestProblems,
  reachableDomains,
  relayManifest,
  weights,
  withArrows,
  withShortClasses,
} from '../build.mjs'
import { NOTATIONS } from '../shared/notation/notations.ts'

const shipped = JSON.parse(
  await readFile(new URL('../manifest.json', import.meta.url), 'utf8'),
) as {
  networkAccess: { allowedDomains: string[]; devAllowedDomains: string[]; reasoning: string }
}

const forDevMode = JSON.parse(
  await readFile(new URL('../manifest.dev.json', import.meta.url), 'utf8'),
) as { codegenLanguages: readonly object[]; codegenPreferences: readonly object[] }

const ASSET = { name: 'Asset', key: 'asset' }

describe('the manifest', () => {
  it('obeys the rules as it is shipped', () => {
    expect(manifestProblems(shipped)).toEqual([])
  })

  it.each([
    [['figma.com'], "'figma.com' must include a scheme"],
    [['https://1.2.3.4'], 'must not be an IP address'],
    [['https://a.com', 'https://a.com'], 'has a domain twice'],
    [['none', 'https://a.com'], '"none" must stand alone'],
    [['https://a.com:8080'], 'only localhost may'],
    [['https://a.*.com'], 'only as its first label'],
    [[], 'must not be empty'],
  ])('is refused with allowedDomains %j', (allowedDomains, problem) => {
    const networkAccess = { ...shipped.networkAccess, allowedDomains }
    expect(manifestProblems({ ...shipped, networkAccess }).join('\n')).toContain(problem)
  })

  it('must give a reason for localhost, in less than 1000 characters', () => {
    const { allowedDomains, devAllowedDomains } = shipped.networkAccess
    const silent = { allowedDomains, devAllowedDomains }
    expect(manifestProblems({ ...shipped, networkAccess: silent }).join()).toContain('required')
    const wordy = { ...silent, reasoning: 'x'.repeat(1000) }
    expect(manifestProblems({ ...shipped, networkAccess: wordy }).join()).toContain(
      'less than 1000',
    )
  })

  it.each([
    ['editorType', ['figjam', 'dev'], 'together'],
    ['editorType', ['sketch'], 'unknown editor'],
    ['documentAccess', undefined, 'dynamic-page'],
    ['permissions', 'teamlibrary', 'a list'],
    ['permissions', ['library'], 'an unknown one'],
    ['api', '2.0.0', '1.0.0'],
    ['main', '', '"main"'],
    ['menu', [{ name: 'Open' }], 'needs a command'],
    ['parameters', [], 'not empty'],
    ['parameters', [{ name: 'Asset' }], 'needs a name and a key'],
    ['parameters', [{ name: 'Asset', key: 'asset', icon: '' }], 'unknown "icon"'],
    ['parameters', [ASSET, ASSET], 'key twice'],
    [
      'parameters',
      [
        { ...ASSET, optional: true },
        { name: 'Size', key: 'size' },
      ],
      'is required',
    ],
    ['parameterOnly', true, 'without "parameters"'],
    ['menu', [{ name: 'Insert', command: 'insert', parameters: {} }], 'The menu item "Insert"'],
    ['relaunchButtons', [{ command: 'open' }], 'needs a command and a name'],
  ])('is refused with %s %j', (key, value, problem) => {
    expect(manifestProblems({ ...shipped, [key]: value }).join('\n')).toContain(problem)
  })
})

describe('the manifest for Dev Mode', () => {
  it('obeys the rules as it is shipped, with a window of its own', () => {
    expect(manifestProblems(forDevMode)).toEqual([])
    expect(forDevMode).toMatchObject({ main: 'dist/dev.js', ui: 'dist/export.html' })
  })

  it('has every notation as a language, and no other', () => {
    const values = forDevMode.codegenLanguages.map((each) => ('value' in each ? each.value : ''))
    expect(values.toSorted()).toEqual(Object.keys(NOTATIONS).toSorted())
  })

  it.each([
    ['editorType', ['figma'], 'needs "dev"'],
    ['capabilities', ['codegen', 'paint'], 'unknown "paint"'],
    ['capabilities', ['inspect'], 'need the capability "codegen"'],
    ['codegenLanguages', [], 'at least one language'],
    ['codegenLanguages', [{ label: 'CSS' }], 'needs a label and a value'],
    ['codegenPreferences', [{ itemType: 'unit' }], 'needs a scaled unit'],
    ['codegenPreferences', [{ itemType: 'slider' }], 'unknown "itemType"'],
    ['codegenPreferences', [{ itemType: 'action', label: 'A' }], "needs a property's name"],
    ['main', '', '"main"'],
    ['ui', '', '"ui"'],
  ])('is refused with %s %j', (key, value, problem) => {
    expect(manifestProblems({ ...forDevMode, [key]: value }).join('\n')).toContain(problem)
  })

  it('is refused with a preference twice, or for a language that it has not', () => {
    const preference = { itemType: 'action', propertyName: 'a', label: 'A' }
    const problems = (codegenPreferences: readonly object[]): string =>
      manifestProblems({ ...forDevMode, codegenPreferences }).join()
    expect(problems([preference, preference])).toContain('twice')
    expect(problems([{ ...preference, includedLanguages: ['cobol'] }])).toContain('cobol')
    const unit = { itemType: 'unit', scaledUnit: 'Rem', defaultScaleFactor: 16 }
    expect(problems([unit, unit])).toContain('only one')
  })
})

describe('--api-origin', () => {
  it.each([
    ['https://oauth.cliquify.me', 'https://oauth.cliquify.me'],
    ['https://oauth.cliquify.me/', 'https://oauth.cliquify.me'],
    ['http://localhost:4180', 'http://localhost:4180'],
  ])('takes %s, which the manifest allows', (text, origin) => {
    expect(checkedOrigin(text, shipped)).toBe(origin)
  })

  it.each([
    'http://localhost:4181',
    'https://localhost:4180',
    'https://evil.example',
    'https://oauth.cliquify.me.evil.example',
    'https://oauth.cliquify.me/api',
    'no url',
  ])('refuses %s', (text) => {
    expect(() => checkedOrigin(text, shipped)).toThrow(BuildError)
  })

  it('takes a subdomain of a wildcard, but not the domain itself', () => {
    const manifest = { networkAccess: { allowedDomains: ['https://*.cliquify.me'] } }
    expect(checkedOrigin('https://eu.cliquify.me', manifest)).toBe('https://eu.cliquify.me')
    expect(() => checkedOrigin('https://cliquify.me', manifest)).toThrow(BuildError)
  })
})

describe('a build for a team’s relay', () => {
  it('is one for an origin that is none of the manifest’s own', () => {
    expect(isRelay('https://relay.example.com', shipped)).toBe(true)
    expect(isRelay('http://localhost:4181', shipped)).toBe(true)
    for (const own of ['https://oauth.cliquify.me', 'http://localhost:4180', 'no url']) {
      expect(isRelay(own, shipped), own).toBe(false)
    }
  })

  it.each(['https://relay.example.com', 'https://relay.example.com/', 'http://localhost:4181'])(
    'has a manifest that reaches %s alone, and is as good as the shipped one',
    (text) => {
      const manifest = relayManifest(shipped, text)
      expect(manifestProblems(manifest)).toEqual([])
      expect(checkedOrigin(text, manifest)).toBe(new URL(text).origin)
      expect(reachableDomains(text, manifest)).toEqual([new URL(text).origin])
      expect(manifest).toMatchObject({ main: 'plugin.js', ui: 'ui.html', id: 'cliquify-for-figma' })
    },
  )

  it.each([
    ['http://relay.example.com', 'https://'],
    ['https://relay.example.com:8443', 'must not have a port'],
    ['https://10.0.0.1', 'must not be an IP address'],
    ['https://relay.example.com/cliquify', 'without a path'],
  ])('is refused for %s', (text, problem) => {
    const build = (): string => {
      const manifest = relayManifest(shipped, text)
      checkedOrigin(text, manifest)
      return manifestProblems(manifest).join()
    }
    let told = ''
    try {
      told = build()
    } catch (error) {
      told = String(error)
    }
    expect(told).toContain(problem)
  })
})

describe('the domains that a build may reach', () => {
  const { allowedDomains, devAllowedDomains } = shipped.networkAccess

  it('are those of a published plugin', () => {
    expect(reachableDomains('https://oauth.cliquify.me', shipped)).toEqual(allowedDomains)
  })

  it('are those of development too, where the API is one of them', () => {
    expect(reachableDomains('http://localhost:4180', shipped)).toEqual([
      ...allowedDomains,
      ...devAllowedDomains,
    ])
  })
})

describe('what a bundle weighs', () => {
  const output = (inputs: Record<string, number>) => ({
    imports: [],
    exports: [],
    bytes: 0,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }]),
    ),
  })

  it('is told for each folder and dependency, the heaviest first', () => {
    const script = output({
      'ui/colors/names.ts': 1000,
      'ui/media/convert.ts': 3000,
      'node_modules/@preact/signals/dist/signals.mjs': 500,
      'node_modules/culori/src/a.js': 2000,
      'node_modules/culori/src/rgb/b.js': 2000,
    })
    const style = output({ 'ui/colors/colors.css': 700 })
    const lines = weights({ outputs: { 'ui.js': script, 'ui.css': style } }, 0.5).split('\n')
    expect(lines.map((line) => line.trim())).toEqual([
      '4.0 kB  culori, about 2.0 gzipped',
      '3.0 kB  ui/media, about 1.5 gzipped',
      '1.7 kB  ui/colors, about 0.8 gzipped',
      '0.5 kB  @preact/signals, about 0.3 gzipped',
    ])
  })
})

describe('functions as arrows', () => {
  const run = (body: string): unknown => runInNewContext(withArrows(`(() => {${body}})()`))

  it.each([
    ['are there before their place', 'return twice(2); function twice(n) { return n * 2 }', 4],
    [
      'call each other',
      'return a(3); function a(n) { return n && b(n) } function b(n) { return a(n - 1) }',
      0,
    ],
    [
      'see what is declared after them',
      'function get() { return late } const late = 5; return get()',
      5,
    ],
    ['lie in one another', 'return a(); function a() { return b(); function b() { return 6 } }', 6],
    [
      'take defaults and rests',
      'function a(b = 1, ...c) { return b + c.length } return a(undefined, 2, 3)',
      3,
    ],
    ['stay where they build', 'function A() { this.b = 7 } return new A().b', 7],
    [
      'stay where they count what they are given',
      'function a() { return arguments.length } return a(1, 2)',
      2,
    ],
    ['stay where they yield', 'function* a() { yield 8 } return [...a()][0]', 8],
  ])('%s', (_, body, expected) => {
    expect(run(body)).toBe(expected)
  })

  it('wait as they did', async () => {
    expect(await run('return a(); async function a() { return await 9 }')).toBe(9)
  })

  it('are all that is left of those that can be', () => {
    expect(withArrows('{ function a(b) { return b } }')).toBe('{ let a=(b) =>{ return b }; }')
  })
})

describe('the order of functions', () => {
  const letters = (seed: number, length: number): string =>
    Array.from({ length }, (_, at) => ((seed * (at + 1) ** 3) % 1_296).toString(36)).join('')
  const alike = letters(7, 400)
  const script = `(()=>{"use strict";function a(){return"${alike}".length+b()}var c="${letters(11, 18_000)}";function b(){return"${alike}".length+1}return[a(),c.length,(function(){return this})()]})()`

  it('has those in sight of each other that are alike, as gzip looks back no further', () => {
    expect(gzipSync(inSight(script)).length).toBeLessThan(0.97 * gzipSync(script).length)
  })

  it('changes nothing of what they do, and is the same each time', () => {
    expect(runInNewContext(inSight(script))).toEqual(runInNewContext(script))
    expect(inSight(script)).toBe(inSight(script))
  })

  it.each(['(()=>{})()', 'f()', '(()=>{function f(){}f()})()'])(
    'stays where there is nothing to move: %s',
    (short) => {
      expect(inSight(short)).toBe(short)
    },
  )
})

describe('names of classes', () => {
  const shortened = (script: string, style: string): readonly string[] =>
    Object.values(withShortClasses({ script, style }))

  it('are short for elements and in the style sheet, the shortest for the most used', () => {
    expect(
      shortened(
        'h("p",{class:"tall row"},h("i",{class:x?"row":void 0}),h("b",{class:`row ${y}`}))',
        '.row>.tall:hover{margin:.5em}.row{color:red}',
      ),
    ).toEqual([
      'h("p",{class:"b a"},h("i",{class:x?"a":void 0}),h("b",{class:`a ${y}`}))',
      '.a>.b:hover{margin:.5em}.a{color:red}',
    ])
  })

  it.each([
    ['the host gives', 'h("p",{})', '.figma-dark{color:red}'],
    ['are put together', 'h("p",{class:`row-${x}`})', '.row-tall{color:red}'],
    ['are looked for', 'h("p",{class:"row"});q(".row > p")', '.row{color:red}'],
    [
      'are also anything else',
      'h("p",{class:"row"});f({class:"row",kind:"row"})',
      '.row{color:red}',
    ],
    ['are no more than in an address', 'h("p",{})', '.figma-dark{background:url(a.row)}'],
  ])('stay where they %s', (_, script, style) => {
    expect(shortened(script, style)).toEqual([script, style])
  })

  it('are distinct for more than there are letters', () => {
    const names = Array.from({ length: 60 }, (_, at) => `row-${at}`)
    const [script = ''] = shortened(`h("p",{class:"${names.join(' ')}"})`, '')
    expect(new Set(script.match(/\b[a-z]\d?\b(?=[ "])/g)).size).toBe(60)
  })
})
