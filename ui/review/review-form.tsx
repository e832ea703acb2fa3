import type { ComponentChildren, VNode } from 'preact'
import type { BrandKit } from '../../shared/brand.ts'
import { Checkbox } from '../kit/checkbox.tsx'
import { Empty } from '../kit/empty.tsx'
import type { Plugin } from '../plugin.ts'
import { Select } from '../kit/select.tsx'
import { DesignList } from './design-list.tsx'
import { LONGEST_NOTE, MOST_DESIGNS, type Review } from './review.ts'

/** Pixels. */
const SIDES = ['1024', '2048', '4096']

export interface ReviewFormProps {
  readonly review: Review
  readonly plugin: Plugin
  /** What it can be checked by; null where there is no brand kit. */
  readonly kit: BrandKit | null
}

/** What is sent, where to, and with which words. */
export function ReviewForm({ review, plugin, kit }: ReviewFormProps): VNode {
  const { channel, note, link, side, checked } = review.draft.value
  const { designs, areSelected } = review.designs.value
  const channels = review.channels.value
  const wrong = review.wrong.value
  if (designs.length === 0) {
    return <Empty title="Nothing to send">Select a frame, a section or a component.</Empty>
  }
  return (
    <>
      {(!areSelected || designs.length > MOST_DESIGNS) && (
        <p class="hint">Choose up to {MOST_DESIGNS}, or select them on the canvas.</p>
      )}
      <DesignList {...review} plugin={plugin} designs={designs} />
      <Labelled label="Channel" problem={wrong === 'channel' && 'Choose one of your channels.'}>
        <input
          class="field"
          type="text"
          list="review-channels"
          dir="auto"
          value={channel}
          aria-invalid={wrong === 'channel'}
          onInput={({ currentTarget }) => review.change({ channel: currentTarget.value })}
        />
        <datalist id="review-channels">
          {channels.map((each) => (
            <option key={each.uniqueName} value={`#${each.name}`} />
          ))}
        </datalist>
      </Labelled>
      <Labelled
        label="Note"
        problem={wrong === 'note' && `Use at most ${LONGEST_NOTE} characters.`}
      >
        <textarea
          class="field"
          rows={3}
          dir="auto"
          value={note}
          aria-invalid={wrong === 'note'}
          onInput={({ currentTarget }) => review.change({ note: currentTarget.value })}
        />
      </Labelled>
      <Labelled
        label="Link to this file"
        problem={wrong === 'link' && 'Paste what “Copy link” under Share in Figma gives.'}
      >
        <input
          class="field"
          type="url"
          placeholder="https://www.figma.com/…"
          value={link}
          aria-invalid={wrong === 'link'}
          onInput={({ currentTarget }) => review.change({ link: currentTarget.value })}
        />
      </Labelled>
      <Labelled label="Pictures">
        <Select
          value={side}
          options={SIDES.map((value) => ({ value, label: `${value} px` }))}
          onChoose={(value) => review.change({ side: value })}
        />
      </Labelled>
      {kit !== null && (
        <Checkbox checked={checked} onChange={(on) => review.change({ checked: on })}>
          Add the brand check’s result
        </Checkbox>
      )}
    </>
  )
}

interface LabelledProps {
  readonly label: string
  readonly problem?: string | false
  readonly children: ComponentChildren
}

function Labelled({ label, problem = false, children }: LabelledProps): VNode {
  return (
    <label class="text-field">
      {label}
      {children}
      {problem !== false && <span class="wrong">{problem}</span>}
    </label>
  )
}
