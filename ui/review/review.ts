import { computed, signal, type ReadonlySignal } from '@preact/signals'
import { own, type JsonRecord } from '../../shared/cliquify/value.ts'
import { sleep } from '../../shared/cliquify/timing.ts'
import type { Design, Designs } from '../../shared/design.ts'
import type { BrandKit } from '../../shared/brand.ts'
import type { Progress } from '../../shared/progress.ts'
import {
  LARGEST_PICTURE,
  LARGEST_REVIEW,
  LONGEST_MESSAGE,
  MOST_PICTURES,
  type ReviewChannel,
  type ReviewPart,
} from '../../shared/review.ts'
import { Trouble, troubleOf } from '../../shared/trouble.ts'
import { countOf } from '../kit/count-of.ts'
import type { Plugin } from '../plugin.ts'
import type { Announce } from '../status.ts'
import { channelNamed, channelsIn } from './channels.ts'
import { linkTo } from './link.ts'

/** What a person has written; it outlives the screen. */
export interface Draft {
  /** As it was typed, or chosen of the list. */
  readonly channel: string
  readonly note: string
  readonly link: string
  /** Pixels of a picture's longer side, as the text of an option. */
  readonly side: string
  /** Whether the result of a brand check goes with the note. */
  readonly checked: boolean
}

/** What became of a part, with what people call it. */
export interface NamedPart {
  readonly name: string
  readonly part: ReviewPart
}

export type ReviewState =
  | { readonly at: 'opening' }
  | { readonly at: 'failed'; readonly trouble: Trouble }
  /** Zoho is to be connected. */
  | { readonly at: 'connect'; readonly trouble: Trouble | null }
  /** A page waits for the person in the browser. */
  | { readonly at: 'connecting' }
  | { readonly at: 'writing'; readonly trouble: Trouble | null }
  | { readonly at: 'sending'; readonly progress: Progress }
  | { readonly at: 'stopped'; readonly trouble: Trouble; readonly parts: readonly NamedPart[] }
  | { readonly at: 'sent'; readonly channel: string; readonly parts: readonly NamedPart[] }

/** Designs on their way to a channel of Zoho Cliq, through the team's relay. */
export interface Review {
  readonly state: ReadonlySignal<ReviewState>
  readonly draft: ReadonlySignal<Draft>
  readonly designs: ReadonlySignal<Designs>
  /** Node ids of those that are to be sent. */
  readonly chosen: ReadonlySignal<ReadonlySet<string>>
  readonly channels: ReadonlySignal<readonly ReviewChannel[]>
  /** The field that keeps it from being sent, once a person has tried; null where none does. */
  readonly wrong: ReadonlySignal<'channel' | 'note' | 'link' | null>
  /** Looks up what the screen shows; what is being sent goes on. */
  readonly open: () => void
  /** Nobody looks: the selection is not followed any more. */
  readonly close: () => void
  readonly change: (changes: Partial<Draft>) => void
  readonly choose: (nodeId: string, isChosen: boolean) => void
  /** Opens a page in the browser, and waits until Zoho is connected there. */
  readonly connect: () => Promise<void>
  readonly disconnect: () => Promise<void>
  /** Draws what is chosen, and sends it; where it is wanted, with how it does by the kit. */
  readonly send: (kit: BrandKit | null) => Promise<void>
  /** Sends what was not posted yet. */
  readonly retry: () => Promise<void>
  /** Back to what was written; what is sent then is another review. */
  readonly edit: () => void
  readonly cancel: () => void
}

export interface ReviewOptions {
  readonly plugin: Plugin
  readonly announce: Announce
  /** Asks the team's relay; rejects with `Trouble`. */
  readonly ask: (path: string, signal: AbortSignal, init?: RequestInit) => Promise<JsonRecord>
  /** One line on how much of the selection, or the page, is on brand. */
  readonly checkLine: (kit: BrandKit, signal: AbortSignal) => Promise<string>
}

export const MOST_DESIGNS = MOST_PICTURES
/** Characters: the rest is for the line on the check. */
export const LONGEST_NOTE = LONGEST_MESSAGE - 200
/** Bytes of all pictures: the rest is for the fields beside them. */
const LARGEST_PICTURES = LARGEST_REVIEW - 1_000_000
/** Milliseconds: how long the page in the browser is good for, and how often the relay is asked. */
const CONNECT_WITHIN = 300_000
const EVERY = 2_000

export function createReview({ plugin, announce, ask, checkLine }: ReviewOptions): Review {
  const state = signal<ReviewState>({ at: 'opening' })
  const draft = signal<Draft>({ channel: '', note: '', link: '', side: '2048', checked: false })
  const designs = signal<Designs>({ designs: [], areSelected: false, link: '' })
  const chosen = signal<ReadonlySet<string>>(new Set())
  const channels = signal<readonly ReviewChannel[]>([])
  const tried = signal(false)
  let isShown = false
  let running = new AbortController()
  /** Sends, or goes on sending, what was drawn; null where nothing is on its way. */
  let post: (() => Promise<void>) | null = null
  let cancelPost: (() => void) | null = null

  const channel = computed(() => channelNamed(draft.value.channel, channels.value))
  const wrong = computed(() => {
    if (!tried.value) return null
    if (channel.value === null) return 'channel'
    if (draft.value.note.length > LONGEST_NOTE) return 'note'
    return linkTo(draft.value.link, '') === null ? 'link' : null
  })

  function begin(): AbortSignal {
    running.abort()
    running = new AbortController()
    return running.signal
  }

  function write(trouble: Trouble | null = null): void {
    announce('')
    tried.value = false
    post = null
    state.value = { at: 'writing', trouble }
  }

  function change(changes: Partial<Draft>): void {
    draft.value = { ...draft.value, ...changes }
  }

  async function isConnected(signal: AbortSignal): Promise<boolean> {
    return own(await ask('/zoho/status', signal), 'isConnected') === true
  }

  function leave(trouble: Trouble | null = null): void {
    state.value = { at: 'connect', trouble }
  }

  /** Where Zoho is not connected, that comes first. */
  function fail(error: unknown, otherwise: (trouble: Trouble) => ReviewState): void {
    announce('')
    const trouble = troubleOf(error)
    if (trouble.kind === 'connect-zoho') leave()
    else state.value = otherwise(trouble)
  }

  /** What is selected now is what is to be sent. */
  async function look(): Promise<void> {
    const found = await plugin.request('review:designs', null)
    const ids = found.designs.map(({ nodeId }) => nodeId)
    designs.value = found
    chosen.value = new Set(
      found.areSelected ? ids.slice(0, MOST_DESIGNS) : ids.filter((id) => chosen.value.has(id)),
    )
    const { link, channel: typed } = draft.value
    const last = found.designs.find(({ sent }) => sent !== null)?.sent
    change({ link: link || found.link, channel: typed || (last ? `#${last.channel}` : '') })
  }

  async function open(): Promise<void> {
    const signal = begin()
    state.value = { at: 'opening' }
    try {
      const [isReady] = await Promise.all([isConnected(signal), look()])
      if (!isReady) leave()
      else {
        channels.value = channelsIn(await ask('/zoho/channels', signal))
        if (post === null) write()
        else await post()
      }
    } catch (error) {
      if (!signal.aborted) fail(error, (trouble) => ({ at: 'failed', trouble }))
    }
  }

  async function connect(): Promise<void> {
    const signal = begin()
    const until = Date.now() + CONNECT_WITHIN
    try {
      const url = own(await ask('/zoho/connect', signal, { method: 'POST' }), 'url')
      state.value = { at: 'connecting' }
      plugin.emit('open-page', { url: String(url) })
      while (!(await isConnected(signal).catch(() => false))) {
        if (Date.now() > until) throw tooLate()
        await sleep(EVERY, signal)
      }
      await open()
    } catch (error) {
      if (!signal.aborted) leave(troubleOf(error))
    }
  }

  async function send(kit: BrandKit | null): Promise<void> {
    tried.value = true
    const to = channel.value
    const sent = designs.value.designs.filter(({ nodeId }) => chosen.value.has(nodeId))
    const { note, link, side, checked } = draft.value
    const url = linkTo(link, sent[0]?.nodeId ?? '')
    if (to === null || url === null || wrong.value !== null) return
    const signal = begin()
    const most = Math.min(LARGEST_PICTURE, Math.floor(LARGEST_PICTURES / sent.length))
    const form = new FormData()
    try {
      for (const [done, { nodeId, name }] of sent.entries()) {
        announce(`Drawing ${name}…`)
        put(done, sent)
        const png = await plugin.request('review:picture', { nodeId, side: Number(side), most })
        if (signal.aborted) return
        form.append('pictures', new Blob([png.slice()], { type: 'image/png' }), `${name}.png`)
      }
      const line = checked && kit !== null ? await checkLine(kit, signal) : ''
      form.set('note', `${note}\n${line}`.trim())
      form.set('link', url)
      form.set('channel', to.uniqueName)
    } catch (error) {
      if (!signal.aborted) write(troubleOf(error))
      return
    }
    const path = `/zoho/reviews/${newId()}`
    post = () => postTo(to, path, sent, form)
    await post()
  }

  /** Each design is drawn, then sent, after the note. */
  function put(done: number, { length }: readonly Design[]): void {
    state.value = { at: 'sending', progress: { done, total: 2 * length + 1 } }
  }

  async function postTo(
    { name }: ReviewChannel,
    path: string,
    sent: readonly Design[],
    form: FormData,
  ): Promise<void> {
    const signal = begin()
    const over = new AbortController()
    announce(`Sending to #${name}…`)
    put(sent.length, sent)
    const watch = async (): Promise<never> => {
      for (;;) {
        await sleep(EVERY, over.signal)
        const parts = partsIn(await ask(path, over.signal).catch(() => ({})), sent)
        const posted = parts.filter(({ part }) => part === 'posted')
        if (!over.signal.aborted) put(sent.length + posted.length, sent)
      }
    }
    watch().catch(() => null)
    // Where the relay cannot be told so, at least nobody waits for it.
    cancelPost = () => {
      ask(`${path}/cancel`, signal, { method: 'POST' }).catch(() => running.abort())
    }
    try {
      const parts = partsIn(await ask(path, signal, { method: 'POST', body: form }), sent)
      post = null
      change({ note: '' })
      state.value = { at: 'sent', channel: name, parts }
      announce(`${countOf(sent.length, 'design')} sent to #${name}.`)
    } catch (error) {
      const reply = await ask(path, new AbortController().signal).catch(() => ({}))
      fail(error, (trouble) => ({ at: 'stopped', trouble, parts: partsIn(reply, sent) }))
      return
    } finally {
      over.abort()
      cancelPost = null
    }
    const layers = sent.map(({ nodeId }) => nodeId)
    const { link } = draft.value
    await plugin
      .request('review:note', { layers, channel: name, at: Date.now(), link })
      .then(look)
      .catch((error: unknown) => announce(troubleOf(error).message))
  }

  plugin.on('selected', () => {
    if (isShown && state.value.at === 'writing') look().catch(() => null)
  })

  return {
    state,
    draft,
    designs,
    chosen,
    channels,
    wrong,
    open() {
      isShown = true
      const { at } = state.value
      if (at !== 'sending' && at !== 'stopped' && at !== 'connecting') void open()
    },
    close() {
      isShown = false
    },
    change,
    choose(nodeId, isChosen) {
      const next = new Set(chosen.value)
      if (isChosen) next.add(nodeId)
      else next.delete(nodeId)
      chosen.value = next
    },
    connect,
    async disconnect() {
      try {
        const said = own(await ask('/zoho/disconnect', begin(), { method: 'POST' }), 'message')
        announce(String(said))
        leave()
      } catch (error) {
        announce(troubleOf(error).message)
      }
    },
    send,
    retry: async () => post?.(),
    edit: () => write(),
    cancel() {
      if (cancelPost !== null) cancelPost()
      else {
        running.abort()
        if (state.value.at === 'sending') {
          write()
          announce('Cancelled. Nothing was sent.')
        } else leave()
      }
    },
  }
}

function tooLate(): Trouble {
  return new Trouble({
    kind: 'connection-refused',
    message: 'Zoho Cliq was not connected in time. Try again.',
    action: 'none',
  })
}

/** What the relay says of the note and each picture; nothing where it says something else. */
function partsIn(reply: JsonRecord, sent: readonly Design[]): readonly NamedPart[] {
  const parts = own(reply, 'parts')
  if (!Array.isArray(parts)) return []
  const names = ['Note', ...sent.map(({ name }) => name)]
  return names.flatMap((name, at) => {
    const part: unknown = parts[at]
    return part === 'posted' || part === 'in-doubt' || part === 'waiting' ? { name, part } : []
  })
}

/** Digits that nobody guesses. */
function newId(): string {
  return crypto.getRandomValues(new Uint32Array(5)).join('')
}
