import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { WindowEnd } from '../../shared/channel.ts'
import type {
  ExportChoices,
  Exportable,
  ExportRequests,
  FileColor,
  FileKit,
} from '../../shared/export.ts'
import type { NotationFile, Written } from '../../shared/notation/token.ts'
import { Trouble, troubleOf } from '../../shared/trouble.ts'
import { copyText } from '../kit/copy-text.ts'
import { downloadOf, save } from './save.ts'
import { themesOf, type ExportTheme } from './themes.ts'
import { writeKit } from './write-kit.ts'

export type ExportChannel = WindowEnd<ExportRequests, object, object>

/** What is shown of a kit, and how. */
export interface KitExport {
  readonly kit: FileKit
  readonly choices: ExportChoices
  /** Whether the code section calls colors otherwise. */
  readonly isNamedOtherwise: boolean
  /** What may stand beside it. */
  readonly themes: readonly ExportTheme[]
  readonly written: Written
  /** Of what was written. */
  readonly shown: NotationFile
}

export type ExportState =
  | { readonly at: 'reading' }
  | { readonly at: 'failed'; readonly trouble: Trouble }
  /** No kit was ever synced into the file. */
  | { readonly at: 'no-kits' }
  | { readonly at: 'shown'; readonly kits: readonly FileKit[]; readonly now: KitExport }

/** The kits of a file as code; what a person chooses is kept for each kit. */
export interface Export {
  readonly state: ReadonlySignal<ExportState>
  /** The latest result, to be announced. */
  readonly said: ReadonlySignal<string>
  /** Colors of any kit that a person has left out. */
  readonly leftOut: ReadonlySignal<ReadonlySet<FileColor>>
  readonly read: () => void
  readonly chooseKit: (id: string) => void
  readonly choose: (change: Partial<ExportChoices>) => void
  readonly chooseColors: (colors: readonly FileColor[], isWanted: boolean) => void
  readonly isWantedTheme: (theme: ExportTheme) => boolean
  readonly chooseTheme: (theme: ExportTheme, isWanted: boolean) => void
  readonly show: (path: string) => void
  /** Puts the file that is shown on the clipboard; call it within a click. */
  readonly copy: () => void
  /** Downloads what was written: one file, or a ZIP of several. */
  readonly save: () => void
}

export function createExport(channel: ExportChannel): Export {
  const read = signal<Exportable | Trouble | null>(null)
  const kitId = signal<string | null>(null)
  const choices = signal<Readonly<Record<string, ExportChoices>>>({})
  const leftOut = signal<ReadonlySet<FileColor>>(new Set())
  /** What was chosen of themes; modes are wanted until then, and other kits are not. */
  const themesChosen = signal<ReadonlyMap<string, boolean>>(new Map())
  const path = signal('')
  const said = signal('')

  const kitNow = computed(() => {
    const known = read.value
    if (!known || known instanceof Trouble) return null
    const kit = known.kits.find(({ id }) => id === kitId.value) ?? known.kits[0]
    if (!kit) return null
    const chosen = choices.value[kit.id] ?? known.choices[kit.id] ?? known.shown
    return {
      kit,
      kits: known.kits,
      themes: themesOf(kit, known.kits),
      chosen,
      ofPanel: known.shown,
    }
  })
  const keyOf = ({ is, id }: ExportTheme): string => JSON.stringify([kitNow.value?.kit.id, is, id])
  const isWantedTheme = (theme: ExportTheme): boolean =>
    themesChosen.value.get(keyOf(theme)) ?? theme.is === 'mode'

  const shown = computed((): KitExport | null => {
    if (!kitNow.value) return null
    const { kit, themes, chosen, ofPanel } = kitNow.value
    const wanted = { kit, themes: themes.filter(isWantedTheme), leftOut: leftOut.value }
    const written = writeKit(wanted, chosen)
    const [first = { path: '', text: '' }] = written.files
    const file = written.files.find((each) => each.path === path.value) ?? first
    const isNamedOtherwise = JSON.stringify(chosen.naming) !== JSON.stringify(ofPanel.naming)
    return { kit, choices: chosen, isNamedOtherwise, themes, written, shown: file }
  })

  function readFile(): void {
    read.value = null
    channel.request('export:read', null).then(
      (known) => (read.value = known),
      (error: unknown) => (read.value = troubleOf(error)),
    )
  }
  readFile()

  return {
    state: computed((): ExportState => {
      const known = read.value
      if (known === null) return { at: 'reading' }
      if (known instanceof Trouble) return { at: 'failed', trouble: known }
      const now = shown.value
      return now === null ? { at: 'no-kits' } : { at: 'shown', kits: known.kits, now }
    }),
    said,
    leftOut,
    read: readFile,
    chooseKit(id) {
      kitId.value = id
    },
    choose(change) {
      const now = shown.value
      if (now === null) return
      const { id } = now.kit
      const chosen = { ...now.choices, ...change }
      choices.value = { ...choices.value, [id]: chosen }
      channel
        .request('export:keep', { kitId: id, choices: chosen })
        .catch((error: unknown) => (said.value = troubleOf(error).message))
    },
    chooseColors(colors, isWanted) {
      const next = new Set(leftOut.value)
      for (const color of colors) {
        if (isWanted) next.delete(color)
        else next.add(color)
      }
      leftOut.value = next
    },
    isWantedTheme,
    chooseTheme(theme, isWanted) {
      themesChosen.value = new Map(themesChosen.value).set(keyOf(theme), isWanted)
    },
    show(wanted) {
      path.value = wanted
    },
    copy() {
      const file = shown.value?.shown
      if (file === undefined) return
      said.value = copyText(file.text)
        ? `Copied ${file.path}.`
        : 'This browser did not copy. Select the code and copy it yourself.'
    },
    save() {
      const now = shown.value
      if (now === null) return
      const download = downloadOf(now.kit.name, now.written.files)
      save(download)
      said.value = `Saved ${download.name}.`
    },
  }
}
