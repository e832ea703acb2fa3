import { NAMESPACE } from '../namespace.ts'

/** When a kit was last synced into this file: ISO 8601 in UTC, or null before the first sync. */
export function readLastSync(root: DocumentNode, kitId: string): string | null {
  const text = root.getSharedPluginData(NAMESPACE, keyOf(kitId))
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? text : null
}

export function writeLastSync(root: DocumentNode, kitId: string, now: Date): void {
  root.setSharedPluginData(NAMESPACE, keyOf(kitId), now.toISOString())
}

function keyOf(kitId: string): string {
  return `synced-${kitId}`
}
