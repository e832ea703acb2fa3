import type { FigmaDocument } from './document.ts'
import type { Library, Publication } from './publication.ts'
import {
  toText,
  type AsText,
  type CollectionRecord,
  type StyleRecord,
  type ValuesByMode,
  type VariableRecord,
} from './records.ts'
import { Refusal } from './refusal.ts'

/** Publishes what the file has of its own, as a person does in the Libraries panel. */
export function publish(document: FigmaDocument): Publication {
  const styles = [...document.styles.values()].filter((style) => isPublished(document, style.id))
  // What extends another is not emulated as published.
  const collections = [...document.collections.values()].filter(
    ({ extension }) => extension === null,
  )
  const variables = [...document.variables.values()]
  const own = [...styles, ...collections, ...variables].filter(({ id }) =>
    isPublished(document, id),
  )
  document.published = new Map(own.map((record) => [record.id, JSON.stringify(record)]))
  return { name: document.node(document.rootId).name, styles, collections, variables }
}

/** How a style, a variable or a collection of the file stands to what was published last. */
export function publishStatus(document: FigmaDocument, id: string): PublishStatus {
  const published = isPublished(document, id) ? document.published.get(id) : undefined
  if (published === undefined) return 'UNPUBLISHED'
  const { styles, variables, collections } = document
  const now = styles.get(id) ?? variables.get(id) ?? collections.get(id)
  return published === JSON.stringify(now) ? 'CURRENT' : 'CHANGED'
}

/** Whether it goes along when the file is published. */
function isPublished(document: FigmaDocument, id: string): boolean {
  const { styles, variables, collections } = document
  const variable = variables.get(id)
  if (variable !== undefined) {
    const { remote, hiddenFromPublishing, collectionId } = variable
    return !remote && !hiddenFromPublishing && isPublished(document, collectionId)
  }
  const collection = collections.get(id)
  const record = collection ?? styles.get(id)
  if (record === undefined || record.remote || collection?.hiddenFromPublishing === true)
    return false
  return !/^[._]/.test(record.name)
}

/** The libraries of one file: what people publish elsewhere, and what this file has of it. */
export class Libraries {
  private readonly document: FigmaDocument
  private known: readonly Library[]
  /** Keys of the collections that were enabled when the file was opened. */
  private listed: ReadonlySet<string> = new Set()
  private requestsLeft = Infinity

  constructor(document: FigmaDocument, known: readonly Library[]) {
    this.document = document
    this.known = known
    this.reopen()
  }

  /** What is published, and enabled in this file, from now on. */
  set(libraries: readonly Library[]): void {
    this.known = libraries
  }

  /** What is enabled is told as of the opening of the file. */
  reopen(): void {
    const enabled = this.known.filter((library) => library.enabled)
    this.listed = new Set(
      enabled.flatMap(({ publication }) => publication.collections.map(({ key }) => key)),
    )
  }

  /** The k-th next request fails, and all after it, until it is told anew; `Infinity` for none. */
  failRequests(k: number): void {
    this.requestsLeft = k - 1
  }

  private async request(): Promise<void> {
    await Promise.resolve()
    if (this.requestsLeft-- < 1) throw new Refusal('The request to the library failed')
  }

  async availableCollections(): Promise<LibraryVariableCollection[]> {
    await this.request()
    return this.known.flatMap(({ publication }) =>
      publication.collections
        .filter(({ key, remote, name, hiddenFromPublishing }) => {
          return this.listed.has(key) && !remote && !hiddenFromPublishing && !/^[._]/.test(name)
        })
        .map(({ name, key }) => ({ name, key, libraryName: publication.name })),
    )
  }

  async variablesIn(collectionKey: string): Promise<LibraryVariable[]> {
    await this.request()
    const library = this.known.find(
      ({ enabled, publication }) =>
        enabled && publication.collections.some(({ key }) => key === collectionKey),
    )
    const collection = library?.publication.collections.find(({ key }) => key === collectionKey)
    if (library === undefined || collection === undefined) {
      throw new Refusal(`Could not find the variable collection "${collectionKey}"`)
    }
    return library.publication.variables
      .filter(({ collectionId }) => collectionId === collection.id)
      .filter(({ hiddenFromPublishing }) => !hiddenFromPublishing)
      .map(({ name, key, resolvedType }) => ({ name, key, resolvedType }))
  }

  /** The id in this file; what the file has already is found without a request. */
  async importVariable(key: string): Promise<string> {
    await Promise.resolve()
    const here = [...this.document.variables.values()].find((variable) => variable.key === key)
    if (here !== undefined) return here.id
    await this.request()
    for (const { publication } of this.known) {
      const variable = publication.variables.find((each) => each.key === key)
      if (variable !== undefined && !variable.remote && !variable.hiddenFromPublishing) {
        this.bring(publication, [variable.id], [])
        return remoteId(variable)
      }
    }
    throw new Refusal(`Could not find a published variable with the key "${key}"`)
  }

  async importStyle(key: string): Promise<string> {
    await Promise.resolve()
    const here = [...this.document.styles.values()].find((style) => style.key === key)
    if (here !== undefined) return here.id
    await this.request()
    for (const { publication } of this.known) {
      const style = publication.styles.find((each) => each.key === key)
      if (style !== undefined) {
        this.bring(publication, [], [style])
        return remoteId(style)
      }
    }
    throw new Refusal(`Could not find a published style with the key "${key}"`)
  }

  /** What a person does with "Updates available": what the file has becomes as it was published last. */
  acceptUpdates(): void {
    for (const { publication } of this.known) {
      const { variables, styles } = publication
      this.bring(
        publication,
        variables
          .filter((variable) => this.document.variables.has(remoteId(variable)))
          .map(({ id }) => id),
        styles.filter((style) => this.document.styles.has(remoteId(style))),
      )
    }
  }

  /** No write of the plugin's and nothing to undo: only a use of it is. */
  private bring(
    { variables, collections }: Publication,
    variableIds: readonly string[],
    styles: readonly StyleRecord[],
  ): void {
    const needed = new Set(variableIds)
    for (const { paints } of styles) for (const id of aliasesIn(paints)) needed.add(id)
    const byId = new Map(variables.map((variable) => [variable.id, variable]))
    for (const id of needed) {
      for (const alias of aliasesIn(byId.get(id)?.valuesByMode ?? '')) needed.add(alias)
    }
    const brought = [...needed].flatMap((id) => byId.get(id) ?? [])
    const homes = new Set(brought.map(({ collectionId }) => collectionId))
    const ids = new Map([...variables, ...collections].map((each) => [each.id, remoteId(each)]))
    const here = (id: string): string => ids.get(id) ?? id
    this.document.editEverywhere((tables) => {
      for (const collection of collections) {
        if (!homes.has(collection.id)) continue
        const id = remoteId(collection)
        tables.collections.set(id, { ...collection, id, remote: true, pluginData: {} })
      }
      for (const variable of brought) {
        const id = remoteId(variable)
        tables.variables.set(id, {
          ...variable,
          id,
          collectionId: here(variable.collectionId),
          valuesByMode: withAliases<ValuesByMode>(variable.valuesByMode, here),
          remote: true,
          pluginData: {},
        })
      }
      for (const style of styles) {
        const paints = withAliases<readonly Paint[]>(style.paints, here)
        const id = remoteId(style)
        tables.styles.set(id, { ...style, id, paints, remote: true, pluginData: {} })
      }
    })
  }
}

/** With the key and the id in the library's file, as `VariableID:3f…/1:7` and `S:3f…,1:7`. */
function remoteId({ id, key, remote }: StyleRecord | VariableRecord | CollectionRecord): string {
  if (remote) return id
  if (id.startsWith('S:')) return `S:${key},1:1`
  const [type = '', own = ''] = id.split(/:(.*)/)
  return `${type}:${key}/${own}`
}

const ALIAS = /"type":"VARIABLE_ALIAS","id":"([^"]+)"/g

function aliasesIn(text: string): readonly string[] {
  return [...text.matchAll(ALIAS)].map(([, id = '']) => id)
}

function withAliases<T>(text: AsText<T>, here: (id: string) => string): AsText<T> {
  const value: unknown = JSON.parse(
    text.replaceAll(ALIAS, (_, id: string) => `"type":"VARIABLE_ALIAS","id":"${here(id)}"`),
  )
  return toText(value as T)
}
