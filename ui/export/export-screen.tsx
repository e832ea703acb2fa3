import type { VNode } from 'preact'
import { Button } from '../kit/button.tsx'
import { countOf } from '../kit/count-of.ts'
import { Empty } from '../kit/empty.tsx'
import { Spinner } from '../kit/icons.tsx'
import { Problem } from '../kit/problem.tsx'
import { Select } from '../kit/select.tsx'
import { ExportOptions } from './export-options.tsx'
import type { Export, KitExport } from './export.ts'
import './export-screen.css'

export interface ExportScreenProps {
  readonly store: Export
}

/** All colors of a kit as code, to copy or to save. */
export function ExportScreen({ store }: ExportScreenProps): VNode {
  const state = store.state.value
  switch (state.at) {
    case 'reading':
      return (
        <div class="export-wait" aria-busy="true" aria-label="Reading the colors of this file">
          <Spinner />
        </div>
      )
    case 'failed':
      return (
        <main class="export-wait">
          <Problem trouble={state.trouble} onRetry={store.read} />
        </main>
      )
    case 'no-kits':
      return (
        <main class="export-wait">
          <Empty title="No colors of Cliquify in this file">
            Open it in Figma Design, run “Sync brand colors”, and export again.
          </Empty>
        </main>
      )
    case 'shown':
      return (
        <main class="export">
          <ExportOptions store={store} kits={state.kits} now={state.now} />
          <Code store={store} now={state.now} />
        </main>
      )
  }
}

/** From the first sign beyond ASCII to the last one of the same name or phrase. */
const FOREIGN = /(\P{ASCII}+(?:[\w .-]+\P{ASCII}+)*)/u

/** Code with its right-to-left names apart, which would take the signs and digits after them along. */
function isolated(code: string): readonly (string | VNode)[] {
  return code.split(FOREIGN).map((part, index) => (index % 2 === 0 ? part : <bdi>{part}</bdi>))
}

function Code({ store, now }: ExportScreenProps & { readonly now: KitExport }): VNode {
  const { written, shown } = now
  const { files, leftOut } = written
  return (
    <section class="export-code" aria-label="Code">
      {files.length > 1 ? (
        <Select
          label="File"
          value={shown.path}
          options={files.map(({ path }) => ({ value: path, label: path }))}
          onChoose={store.show}
        />
      ) : (
        <h2 class="cut">{shown.path}</h2>
      )}
      {/* Long lines scroll, so that those who have no mouse need to get there. */}
      <pre tabIndex={0} aria-label={shown.path}>
        <code>{isolated(shown.text)}</code>
      </pre>
      {leftOut.length > 0 && (
        <details class="export-lost">
          <summary>{countOf(leftOut.length, 'color')} not wholly in this language</summary>
          <ul>
            {leftOut.map(({ label, reason }, index) => (
              <li key={index}>
                <bdi>{label}</bdi>: <span class="hint">{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <footer class="foot-actions">
        <Button variant="primary" onClick={store.save}>
          {files.length > 1 ? `Save ${files.length} files` : 'Save'}
        </Button>
        <Button onClick={store.copy}>Copy</Button>
        <span class="foot-count cut" role="status" title={store.said}>
          {store.said}
        </span>
      </footer>
    </section>
  )
}
