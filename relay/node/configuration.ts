import { readFileSync } from 'node:fs'
import { readConfiguration, type Configuration } from '../configuration.ts'
import { openEnvironment, type Environment } from '../environment.ts'

export interface NodeConfiguration extends Configuration {
  /** The folder of the database. */
  readonly data: string
  readonly port: number
}

export const RELAY_DATA = 'the folder in which the relay keeps its database'

/** Reads the environment; throws `ConfigurationError` with a sentence for each thing that is wrong. */
export function readNodeConfiguration(
  environment: Environment,
  readFile: (path: string) => string | null = readTextFile,
): NodeConfiguration {
  const reader = openEnvironment(environment)
  const configuration = readConfiguration(reader, readFile)
  const data = reader.required('RELAY_DATA', RELAY_DATA)
  const port = reader.required('PORT', 'the port to listen on, such as 8080')
  if (port !== '' && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)) {
    reader.problem('PORT must be a number from 0 to 65535.')
  }
  reader.finish()
  return { ...configuration, data, port: Number(port) }
}

function readTextFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
