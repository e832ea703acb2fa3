import type { Host } from '../../figma/host-api.ts'
import { createQuickJsHost } from '../../figma/quickjs-host.ts'
import { readClientStorage, writeClientStorage } from './client-storage.ts'
import type { FileName } from './files.ts'
import type { Manifest } from './manifest.ts'

/** Opens a file, always as new; the plugin's clientStorage is that of the last time. */
export async function openDocument(
  emulator: string,
  { id: pluginId, permissions = [] }: Manifest,
  name: FileName,
): Promise<Host> {
  return createQuickJsHost({
    ...{ emulator, name, pluginId, permissions },
    document: name === 'Sample file' ? 'sample' : 'empty',
    storage: readClientStorage(pluginId),
    onStorage: (values) => writeClientStorage(pluginId, values),
  })
}
