import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { DocumentSnapshot } from '../../figma/host-api.ts'
import { Choice } from './choice.tsx'
import { FILE_NAMES, type FileName } from './files.ts'
import type { PreviewProps } from './preview.ts'
import { expireTokens, setNetwork, type Network } from './stand-in.ts'
import type { Theme } from './ui-document.ts'

const THEMES: readonly (readonly [Theme, string])[] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
]
const EDITORS: readonly (readonly [DocumentSnapshot['editor'], string])[] = [
  ['figma', 'Figma Design'],
  ['figjam', 'FigJam'],
  ['slides', 'Slides'],
  ['buzz', 'Buzz'],
  ['dev', 'Dev Mode'],
]
const PROFILES: readonly (readonly [DocumentSnapshot['colorProfile'], string])[] = [
  ['SRGB', 'sRGB'],
  ['DISPLAY_P3', 'Display P3'],
  ['LEGACY', 'Unmanaged'],
]
const PLANS: readonly (readonly [DocumentSnapshot['plan'], string])[] = [
  ['paid', 'Paid'],
  ['starter', 'Starter'],
]
const NETWORKS: readonly (readonly [Network, string])[] = [
  ['good', 'Online'],
  ['slow', 'Slow'],
  ['rate-limited', 'Rate-limited'],
  ['offline', 'Offline'],
]

const FILES = FILE_NAMES.map((name): readonly [FileName, string] => [name, name])

/** What Figma has no switch for: the preview's own. */
export function Switches({ preview }: PreviewProps): JSX.Element {
  const { editor, colorProfile, plan } = preview.document.value
  const editors = EDITORS.filter(
    // Dev Mode has a manifest of its own.
    ([key]) => key === 'dev' || preview.manifest.value.editorType.includes(key),
  )
  const network = useSignal<Network>('good')

  function tell(what: Promise<void>, done: string): void {
    what.then(
      () => preview.toasts.show(done, false),
      (error: unknown) => preview.toasts.show(String(error), true),
    )
  }

  return (
    <section class="group switches" aria-label="Preview">
      <h3>Preview</h3>
      <Choice label="File" value={preview.file} choices={FILES} onChoose={preview.showFile} />
      <Choice
        label="Theme"
        value={preview.theme.value}
        choices={THEMES}
        disabled={editor === 'figjam'}
        onChoose={preview.setTheme}
      />
      <Choice label="Editor" value={editor} choices={editors} onChoose={preview.setEditor} />
      <Choice
        label="Colors"
        value={colorProfile}
        choices={PROFILES}
        onChoose={preview.setColorProfile}
      />
      <Choice label="Plan" value={plan} choices={PLANS} onChoose={preview.setPlan} />
      {preview.config.faults && (
        <>
          <Choice
            label="Network"
            value={network.value}
            choices={NETWORKS}
            onChoose={(value) => {
              network.value = value
              tell(setNetwork(value), `Cliquify’s stand-in: ${value}.`)
            }}
          />
          <button onClick={() => tell(expireTokens(), 'Every token has expired.')}>
            Expire tokens
          </button>
        </>
      )}
      {preview.config.credentials !== null && (
        <button onClick={() => preview.pluginWindow.fillCredentials()}>
          Fill in sample credentials
        </button>
      )}
      <div class="pair">
        <button title="As a library for the other file" onClick={() => preview.publish()}>
          Publish
        </button>
        <button title="Take what libraries have published since" onClick={preview.acceptUpdates}>
          Take updates
        </button>
      </div>
      <div class="pair">
        <button onClick={() => location.reload()}>Reset file</button>
        <button title="Also what the plugin stored on this device" onClick={forgetEverything}>
          Reset all
        </button>
      </div>
    </section>
  )
}

function forgetEverything(): void {
  localStorage.clear()
  location.reload()
}
