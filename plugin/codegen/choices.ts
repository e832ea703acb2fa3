import type { ExportChoices } from '../../shared/export.ts'
import type { TokenNaming } from '../../shared/notation/naming.ts'
import { isNotationId, type NotationId } from '../../shared/notation/notations.ts'
import { refused } from '../refused.ts'
import { mapOf, oneOf, recordOf, text } from '../read.ts'

/** How people want each kit as code: kept on the device, by kit. */
export interface KeptChoices {
  /** Empty where nothing usable is kept. */
  read(): Promise<Readonly<Record<string, ExportChoices>>>
  /** Rejects with `Trouble` kind `storage`. */
  keep(kitId: string, choices: ExportChoices): Promise<undefined>
}

const KEY = 'export'

const readAll = mapOf(
  recordOf<ExportChoices>({
    notation: (value): NotationId | undefined => {
      const id = text(value)
      return id !== undefined && isNotationId(id) ? id : undefined
    },
    naming: recordOf<TokenNaming>({
      style: oneOf('kebab', 'camel', 'dots'),
      prefix: truth,
      palette: truth,
    }),
    themes: oneOf('rules', 'schemes', 'files'),
  }),
)

function truth(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

export function openChoices(client: ClientStorageAPI): KeptChoices {
  const read = async (): Promise<Readonly<Record<string, ExportChoices>>> => {
    try {
      return readAll(await client.getAsync(KEY)) ?? {}
    } catch {
      // A browser that has lost its storage is a fresh device, not a failure.
      return {}
    }
  }
  return {
    read,
    async keep(kitId, choices) {
      const all = await read()
      try {
        await client.setAsync(KEY, { ...all, [kitId]: choices })
      } catch (error) {
        throw refused('storage', 'save', error)
      }
    },
  }
}
