import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { BrandKit } from '../../shared/brand.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { useKeptFocus } from '../kit/keep-focus.ts'
import { Problem } from '../kit/problem.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { Skeleton } from '../kit/skeleton.tsx'
import type { NamedPart, Review } from './review.ts'
import { ReviewForm, type ReviewFormProps } from './review-form.tsx'
import './review-screen.css'

export interface ReviewScreenProps extends ReviewFormProps {
  /** Leaves for the library. */
  readonly onDone: () => void
}

/** A button below: what it says, and what it does; the first is the one that goes on. */
type Way = readonly [label: string, act: () => unknown]

/** Sends designs to a channel of Zoho Cliq, where the team says what it thinks of them. */
export function ReviewScreen({ onDone, ...form }: ReviewScreenProps): VNode {
  const { review, kit } = form
  useEffect(() => {
    review.open()
    return review.close
  }, [review])
  const state = review.state.value
  const isSending = state.at === 'sending'
  useKeptFocus(state.at)
  return (
    <>
      <fieldset class="scrolled column" disabled={isSending}>
        {'trouble' in state && state.trouble !== null && (
          <Problem
            trouble={state.trouble}
            onRetry={state.at === 'failed' ? review.open : undefined}
          />
        )}
        <Body {...form} />
      </fieldset>
      <footer class="foot">
        {isSending && <ProgressBar label="Sending" progress={state.progress} />}
        <div class="foot-actions">
          {waysOf(review, kit, onDone).map(([label, act], at) => (
            <Button
              key={label}
              variant={at === 0 ? 'primary' : state.at === 'writing' ? 'plain' : 'secondary'}
              busy={at === 0 && (isSending || state.at === 'connecting')}
              disabled={state.at === 'writing' && at === 0 && review.chosen.value.size === 0}
              onClick={() => void act()}
            >
              {label}
            </Button>
          ))}
        </div>
      </footer>
    </>
  )
}

function waysOf(review: Review, kit: BrandKit | null, onDone: () => void): readonly Way[] {
  const state = review.state.value
  switch (state.at) {
    case 'opening':
    case 'failed':
      return []
    case 'connect':
      return [['Connect Zoho Cliq', review.connect]]
    case 'connecting':
      return [
        ['Connect Zoho Cliq', review.connect],
        ['Cancel', review.cancel],
      ]
    case 'sending':
      return [
        ['Send for review', () => review.send(kit)],
        ['Cancel', review.cancel],
      ]
    case 'writing':
      return [
        ['Send for review', () => review.send(kit)],
        ['Disconnect Zoho Cliq', review.disconnect],
      ]
    case 'stopped':
      return [
        ['Retry', review.retry],
        ['Edit', review.edit],
      ]
    case 'sent':
      return [
        ['Done', onDone],
        ['Send more', review.edit],
      ]
  }
}

function Body(form: ReviewFormProps): VNode | null {
  const state = form.review.state.value
  switch (state.at) {
    case 'opening':
      return <Skeleton of="rows" count={4} />
    case 'failed':
      return null
    case 'connect':
      return (
        <Empty title="Connect Zoho Cliq">
          Designs are posted in your name. Your browser opens a page of your team.
        </Empty>
      )
    case 'connecting':
      return (
        <Empty title="Connect Zoho Cliq">
          Agree on the page that has opened in your browser, then come back here.
        </Empty>
      )
    case 'writing':
    case 'sending':
      return <ReviewForm {...form} />
    case 'stopped':
      return <Parts parts={state.parts} />
    case 'sent':
      return (
        <Empty title={`Sent to #${state.channel}`}>
          <Parts parts={state.parts} />
        </Empty>
      )
  }
}

/** What people read of what became of a part. */
const BECAME: Readonly<Record<NamedPart['part'], string>> = {
  posted: 'sent',
  waiting: 'not sent',
  'in-doubt': 'may have arrived: look in the channel',
}

function Parts({ parts }: { readonly parts: readonly NamedPart[] }): VNode {
  return (
    <ul>
      {parts.map(({ name, part }, at) => (
        <li key={at}>
          <bdi>{name}</bdi> <span class="hint">{BECAME[part]}</span>
        </li>
      ))}
    </ul>
  )
}
