/** Milliseconds of work on end: the sandbox is one thread, which Figma waits for. */
const WORK_MS = 10

/** When the sandbox last gave way, whoever worked: what works next goes on from there. */
let yieldedAt = 0

/** Gives way to Figma where that is due; true where it did. Called once for each step of long work. */
export async function yieldIfDue(): Promise<boolean> {
  // A clock may be set back.
  if (Math.abs(Date.now() - yieldedAt) < WORK_MS) return false
  await new Promise<void>((resolve) => setTimeout(resolve, 0))
  yieldedAt = Date.now()
  return true
}
