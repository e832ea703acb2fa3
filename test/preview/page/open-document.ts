import type { Host } from '../../figma/host-api.ts'
import { createQuickJsHost } from '../../figma/quickjs-host.ts'
import { readClientStorage, writeClientStorage } from './client-storage.ts'

/** Opens the sample file, always as new; the plugin's clientStorage is that of the last time. */
export async function openDocument(emulator: string, pluginId: string): Promise<Host> {
  return createQuickJsHost({
    emulator,
    document: 'sample',
    pluginId,
    storage: readClientStorage(pluginId),
    onStorage: (values) => writeClientStorage(pluginId, values),
  })
}
