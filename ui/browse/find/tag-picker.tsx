import type { VNode } from 'preact'
import { useId, useMemo, useState } from 'preact/hooks'
import { fold } from '../../../shared/fold.ts'
import { isGone, type Resource } from '../../brand/resource.ts'
import { useResource } from '../../brand/use-resource.ts'
import { Button } from '../../kit/button.tsx'
import { useToldElsewhere } from '../../kit/recovery.ts'
import { Chip } from './chip.tsx'
import { countText } from './find-texts.ts'
import { compare } from './sort.ts'
import './tag-picker.css'

export interface TagPickerProps {
  /** What the tags are on, in the plural: "assets". */
  readonly noun: string
  /** Null where Cliquify has no list of them: then only those count that are carried. */
  readonly list: Resource<string> | null
  /** The tags on what is loaded, with how many carry each. */
  readonly carried: ReadonlyMap<string, number>
  /** Whether that is all there is. */
  readonly isWhole: boolean
  readonly selected: readonly string[]
  readonly onSelect: (tags: readonly string[]) => void
}

/** With more, a field helps to find one. */
const MANY = 24

/** Chooses tags; an asset must carry all that are chosen. */
export function TagPicker({ list, ...rest }: TagPickerProps): VNode {
  return list === null ? <Tags {...rest} /> : <ListedTags {...rest} list={list} />
}

interface ListedTagsProps extends TagPickerProps {
  readonly list: Resource<string>
}

function ListedTags({ list, ...rest }: ListedTagsProps): VNode {
  const { items, isKnown, status, trouble } = useResource(list)
  const failure = isKnown ? null : trouble
  const isTold = useToldElsewhere(failure, list.retry)
  const text = 'Not all tags could be loaded.'
  // What is carried says enough where there is no list.
  const note =
    isKnown || isGone(failure) ? null : status === 'loading' ? (
      <span class="hint">Loading tags…</span>
    ) : isTold ? (
      <span class="hint">{text}</span>
    ) : (
      <span class="hint chips" role="alert">
        {text} <Button onClick={list.retry}>Retry</Button>
      </span>
    )
  return <Tags {...rest} listed={items} note={note} />
}

interface TagsProps extends Omit<TagPickerProps, 'list'> {
  readonly listed?: readonly string[]
  readonly note?: VNode | null
}

function Tags({
  noun,
  listed = NONE,
  carried,
  isWhole,
  selected,
  onSelect,
  note = null,
}: TagsProps): VNode {
  const id = useId()
  const [wanted, setWanted] = useState('')
  const tags = useMemo(
    () => [...new Set([...selected, ...listed, ...carried.keys()])].sort(compare),
    [selected, listed, carried],
  )
  const shown = tags.filter((tag) => fold(tag).includes(fold(wanted.trim())))
  return (
    <div class="option-row" role="group" aria-labelledby={id}>
      <span id={id}>Tags</span>
      <div class="chips">
        {tags.length > MANY && (
          <input
            class="field"
            type="text"
            aria-label="Find a tag"
            placeholder={`Find one of ${tags.length} tags`}
            value={wanted}
            onInput={({ currentTarget }) => setWanted(currentTarget.value)}
          />
        )}
        {shown.map((tag) => {
          const isOn = selected.includes(tag)
          const count = isWhole ? (carried.get(tag) ?? 0) : null
          return (
            <Chip
              key={tag}
              label={tag}
              title={count === null ? tag : `${tag}, ${countText(count, noun)}`}
              pressed={isOn}
              onClick={() =>
                onSelect(isOn ? selected.filter((each) => each !== tag) : [...selected, tag])
              }
            >
              {count !== null && (
                <span class="chip-count" aria-hidden="true">
                  {count}
                </span>
              )}
            </Chip>
          )
        })}
        {shown.length === 0 && note === null && (
          <span class="hint">
            {tags.length === 0 ? `No ${noun} here are tagged.` : 'No tag is called that.'}
          </span>
        )}
        {note}
      </div>
    </div>
  )
}

const NONE: readonly string[] = []
