/** Undoes what was written, the last first: what Figma refuses to take back stops nothing else. */
export function takeBack(steps: readonly (() => void)[]): void {
  for (const step of [...steps].reverse()) {
    try {
      step()
    } catch {
      // The next sync compares with what is there then.
    }
  }
}
