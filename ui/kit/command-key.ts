/** The key that is pressed with Ctrl or Cmd, and no other modifier, in lower case; null where none is. */
export function commandKey(event: KeyboardEvent): string | null {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event
  return (ctrlKey || metaKey) && !shiftKey && !altKey ? key.toLowerCase() : null
}
