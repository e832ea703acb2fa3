import { ownerOf } from '../../shared/owner.ts'
import type { QuickItem } from '../../shared/saved-brand.ts'
import { text } from '../read.ts'
import type { Storage } from '../storage.ts'
import { rankItems, readItems, type Searchable } from './rank.ts'
import { labelItems } from './labels.ts'

/** The key of the parameter in `manifest.json`. */
const PARAMETER = 'asset'

/** More than a person reads in a list that narrows with each key. */
const MOST_SUGGESTIONS = 24

export interface Suggest {
  answer(query: string, result: SuggestionResults): Promise<void>
  /** Answers once more from what has been saved since. */
  again(): Promise<void>
}

/** Answers what is typed into the quick-actions bar from what is saved of the brand. */
export function createSuggest(storage: Pick<Storage, 'get'>): Suggest {
  let reading: Promise<Known> | null = null
  let last: (() => Promise<void>) | null = null

  async function show(query: string, result: SuggestionResults): Promise<void> {
    reading ??= readKnown(storage)
    const known = await reading
    if (typeof known === 'string') {
      result.setError(known)
      return
    }
    const found = rankItems(known, query).slice(0, MOST_SUGGESTIONS)
    if (found.length === 0) {
      const nothing = `Nothing matches “${query.trim()}”.`
      result.setError(`${nothing} Run “Open brand library” to search all of it.`)
      return
    }
    const names = labelItems(found)
    result.setSuggestions(found.map((item, position) => toSuggestion(item, names[position])))
  }

  return {
    answer(query, result) {
      result.setLoadingMessage('Looking through your brand…')
      last = () => show(query, result)
      return last()
    },
    async again() {
      reading = null
      await last?.()
    },
  }
}

/** What there is to suggest, or why there is nothing: one sentence for people. */
type Known = readonly Searchable[] | string

async function readKnown(storage: Pick<Storage, 'get'>): Promise<Known> {
  const [session, brand, preferences] = await Promise.all([
    storage.get('session'),
    storage.get('brand'),
    storage.get('preferences'),
  ])
  if (!session) return 'Not connected to Cliquify. Run “Open brand library” to connect.'
  const items = brand?.owner === ownerOf(session) ? brand.suggestions : []
  // The window's keys have the kit's id in their middle; where none was chosen, none is another.
  const own = preferences?.kitId ? `,"${preferences.kitId}",` : ''
  if (items.length > 0) {
    return readItems(
      items.map((item) => ({
        ...item,
        down: item.kitName && !item.key.includes(own) ? 0.5 : 0,
      })),
    )
  }
  return 'No logos or assets known yet. Run “Open brand library” once, then try again.'
}

function toSuggestion(item: QuickItem, label: string | undefined) {
  const { iconUrl, icon } = item
  const suggestion = { name: label ?? item.name, data: item.key }
  if (icon) return { ...suggestion, icon }
  return iconUrl === null ? suggestion : { ...suggestion, iconUrl }
}

/** The key of the chosen item; null where the command was started without the parameter. */
export function chosenKey(parameters: ParameterValues | undefined): string | null {
  const key = text(parameters?.[PARAMETER]) ?? ''
  return key === '' ? null : key
}
