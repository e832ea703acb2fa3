/** Lets the window answer between two steps of long work that no other thread can do. */
export function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
