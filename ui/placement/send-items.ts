import type { PlacementItem, PlacementSpot, Size } from '../../shared/placement.ts'
import { Trouble } from '../../shared/trouble.ts'
import type { Plugin } from '../plugin.ts'
import { otherForms } from './content.ts'
import type { First, Fetching } from './fetching.ts'
import { elsewhereText, templateText } from './placement-texts.ts'
import { placeholderProvenanceOf, provenanceOf } from './provenance.ts'
import { sentences } from '../kit/sentences.ts'

/** Something of an asset that can be placed now. */
export interface Ready {
  readonly fetching: Fetching
  readonly first: Exclude<First, { readonly type: 'failed' }>
}

/** What became of the assets that were sent together. */
export interface SentItems {
  readonly placed: readonly { readonly ready: Ready; readonly nodeId: string }[]
  readonly refused: readonly { readonly ready: Ready; readonly error: Trouble }[]
  readonly parentName: string
  readonly notes: readonly string[]
}

interface Sending {
  readonly ready: Ready
  readonly item: PlacementItem
}

/** Of a layer that is yet to be made: as large as what it shows. */
const OWN_SIZE: Size = { width: 0, height: 0 }

/**
 * Places them together. What Figma refuses is tried in another form, if it has one, and is left out
 * otherwise; the rest is placed all the same. Rejects with `Trouble`.
 */
export async function sendItems(
  plugin: Plugin,
  all: readonly Ready[],
  at: PlacementSpot,
): Promise<SentItems> {
  const refused: { ready: Ready; error: Trouble }[] = []
  const notes = all.flatMap(({ first }) =>
    first.type === 'whole' && first.brought.note !== null ? [first.brought.note] : [],
  )
  let sending = all.map((ready): Sending => ({ ready, item: itemOf(ready) }))
  while (sending.length > 0) {
    const items = sending.map(({ item }) => item)
    const reply = await plugin.request('placement:place', { items, at })
    if (reply.outcome === 'placed') {
      const { nodeIds, parentName, obstacle, template } = reply
      const elsewhere = obstacle && elsewhereText(obstacle, parentName)
      if (elsewhere !== null) plugin.emit('notify', { message: elsewhere, error: false })
      const note = sentences(elsewhere, template && templateText(template))
      const placed = sending.flatMap(({ ready }, index) => {
        const nodeId = nodeIds[index]
        return nodeId === undefined ? [] : [{ ready, nodeId }]
      })
      return { placed, refused, parentName, notes: note === '' ? notes : [note, ...notes] }
    }
    const next: Sending[] = []
    for (const [index, each] of sending.entries()) {
      const refusal = reply.refusals.find((one) => one.index === index)
      if (refusal === undefined) {
        next.push(each)
        continue
      }
      const forms = otherForms(each.item.content, () => OWN_SIZE)
      const other = await forms(refusal.failure).catch(() => null)
      if (other === null) {
        refused.push({ ready: each.ready, error: new Trouble(refusal.failure) })
        continue
      }
      next.push({ ...each, item: { ...each.item, content: other.content } })
      if (other.note !== null) notes.push(other.note)
    }
    sending = next
  }
  return { placed: [], refused, parentName: '', notes }
}

function itemOf({ fetching, first }: Ready): PlacementItem {
  if (first.type === 'placeholder') {
    const { content, size } = first.placeholder
    return { content, size, provenance: placeholderProvenanceOf(fetching.asset) }
  }
  const { content, asset } = first.brought
  return { content, size: null, provenance: provenanceOf(asset) }
}
