/** Writes only what differs: each write costs, and is seen by everyone in the file. */
export function writeIfOther<T, Key extends keyof T>(target: T, key: Key, value: T[Key]): void {
  if (target[key] !== value) target[key] = value
}
