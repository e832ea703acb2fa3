/** Rejects where a promise takes longer than so many milliseconds. */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  const end = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('too slow')), milliseconds)
  })
  return Promise.race([promise, end])
}
