/** Until the clock has moved on: who syncs twice in one millisecond has no other time to note. */
export async function aMomentLater(): Promise<void> {
  const start = Date.now()
  while (Date.now() === start) await new Promise((resolve) => setTimeout(resolve, 1))
}
