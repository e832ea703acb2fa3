import type { ComponentChildren, VNode } from 'preact'
import type { FileKit, ThemePlace } from '../../shared/export.ts'
import type { NameStyle, TokenNaming } from '../../shared/notation/naming.ts'
import type { Notation } from '../../shared/notation/notation.ts'
import { NOTATIONS, type NotationId } from '../../shared/notation/notations.ts'
import { Checkbox } from '../kit/checkbox.tsx'
import { Select, type Option } from '../kit/select.tsx'
import { ColorChoice } from './color-choice.tsx'
import type { Export, KitExport } from './export.ts'

/** In the order and the words of the languages in manifest.dev.json. */
export const NOTATION_OPTIONS: readonly Option<NotationId>[] = [
  { value: 'css', label: 'CSS' },
  { value: 'scss', label: 'SCSS' },
  { value: 'tailwind', label: 'Tailwind 4' },
  { value: 'dtcg', label: 'Design Tokens (DTCG)' },
  { value: 'swift', label: 'SwiftUI' },
  { value: 'asset-catalog', label: 'Xcode asset catalog' },
  { value: 'kotlin', label: 'Jetpack Compose' },
  { value: 'android', label: 'Android XML' },
  { value: 'json', label: 'JSON' },
]

const STYLES: readonly TokenNaming['style'][] = ['kebab', 'camel', 'dots']
const STYLE_LABELS: Readonly<Record<NameStyle, string>> = {
  kebab: 'kebab-case',
  camel: 'camelCase',
  dots: 'Dots between folders',
  snake: 'snake_case',
}

const FILES: Option<ThemePlace> = { value: 'files', label: 'A file for each' }
const OF_STYLE_SHEETS: readonly Option<ThemePlace>[] = [
  { value: 'rules', label: '[data-theme] rules' },
  { value: 'schemes', label: 'prefers-color-scheme' },
  FILES,
]
const OF_DEVICES: readonly Option<ThemePlace>[] = [
  { value: 'schemes', label: 'Light and dark of the device' },
  FILES,
]

/** Where a language can have the colors of themes; empty where they are files of their own anyway. */
function placesIn({ property, writeSchemes }: Notation): readonly Option<ThemePlace>[] {
  if (property) return OF_STYLE_SHEETS
  return writeSchemes ? OF_DEVICES : []
}

export interface ExportOptionsProps {
  readonly store: Export
  readonly kits: readonly FileKit[]
  readonly now: KitExport
}

/** What is exported, in which language, under which names. */
export function ExportOptions({ store, kits, now }: ExportOptionsProps): VNode {
  const { kit, choices, isNamedOtherwise, themes } = now
  const { notation: id, naming } = choices
  const notation: Notation = NOTATIONS[id]
  const styles = stylesIn(notation)
  const places = placesIn(notation)
  const name = (change: Partial<TokenNaming>): void =>
    store.choose({ naming: { ...naming, ...change } })
  return (
    <section class="export-options" aria-label="Options">
      {kits.length > 1 && (
        <Labelled label="Brand kit">
          <Select
            value={kit.id}
            options={kits.map((each) => ({ value: each.id, label: each.name }))}
            onChoose={store.chooseKit}
          />
        </Labelled>
      )}
      <Labelled label="Language">
        <Select
          value={id}
          options={NOTATION_OPTIONS}
          onChoose={(chosen) => store.choose({ notation: chosen })}
        />
      </Labelled>
      {styles.length > 1 && (
        <Labelled label="Names">
          <Select
            value={styleIn(notation, naming.style)}
            options={styles}
            onChoose={(style) => name({ style })}
          />
        </Labelled>
      )}
      <Checkbox checked={naming.prefix} onChange={(prefix) => name({ prefix })}>
        Kit in names
      </Checkbox>
      <Checkbox checked={naming.palette} onChange={(palette) => name({ palette })}>
        Palette in names
      </Checkbox>
      {isNamedOtherwise && (
        <p class="hint">The Inspect panel has other names. Choose the same there.</p>
      )}
      {themes.length > 0 && (
        <fieldset class="export-part">
          <legend>Other modes and kits</legend>
          {themes.map((theme) => (
            <Checkbox
              key={theme.id}
              checked={store.isWantedTheme(theme)}
              onChange={(isWanted) => store.chooseTheme(theme, isWanted)}
            >
              <span class="cut" title={theme.name} dir="auto">
                {theme.name}
              </span>
            </Checkbox>
          ))}
          {places.length > 0 && themes.some(store.isWantedTheme) && (
            <Select
              label="As"
              value={
                places.some(({ value }) => value === choices.themes) ? choices.themes : 'files'
              }
              options={places}
              onChoose={(chosen) => store.choose({ themes: chosen })}
            />
          )}
        </fieldset>
      )}
      <ColorChoice
        colors={kit.colors}
        leftOut={store.leftOut.value}
        onChoose={store.chooseColors}
      />
    </section>
  )
}

/** Those that differ in a language, as it calls them. */
function stylesIn(notation: Notation): readonly Option<TokenNaming['style']>[] {
  const own = [...new Set(STYLES.map((style) => styleIn(notation, style)))]
  return own.map((value) => ({ value, label: STYLE_LABELS[notation.rules.styleFor(value)] }))
}

/** The first style that is the same in a language. */
function styleIn({ rules }: Notation, wanted: TokenNaming['style']): TokenNaming['style'] {
  const same = STYLES.find((style) => rules.styleFor(style) === rules.styleFor(wanted))
  return same ?? wanted
}

function Labelled({
  label,
  children,
}: {
  readonly label: string
  readonly children: ComponentChildren
}): VNode {
  return (
    <label class="text-field">
      {label}
      {children}
    </label>
  )
}
