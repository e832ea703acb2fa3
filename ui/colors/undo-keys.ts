/** What people press to undo: "⌘Z" on a Mac, "Ctrl+Z" elsewhere. */
export function undoKeys(): string {
  return /mac/i.test(navigator.userAgent) ? '⌘Z' : 'Ctrl+Z'
}
