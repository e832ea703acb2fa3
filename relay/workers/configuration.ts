import { readConfiguration, type Configuration } from '../configuration.ts'
import { openEnvironment } from '../environment.ts'

/** What `wrangler.toml` binds: variables and secrets, and what is no text. */
export type Bindings = Readonly<Record<string, unknown>>

/** Reads the variables; throws `ConfigurationError` with a sentence for each thing that is wrong. */
export function readWorkersConfiguration(bindings: Bindings): Configuration {
  const texts = Object.entries(bindings).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const reader = openEnvironment(Object.fromEntries(texts))
  // There are no files: the secret of that name holds the text of one.
  const configuration = readConfiguration(reader, (text) => text)
  reader.finish()
  return configuration
}
