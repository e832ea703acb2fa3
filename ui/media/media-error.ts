/** A file that cannot be placed; the message is one sentence for people. */
export class MediaError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MediaError'
  }
}
