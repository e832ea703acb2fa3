import { Trouble } from '../../shared/trouble.ts'

/** A file that cannot be placed, told in one sentence; its name is for whoever runs the media code alone. */
export class MediaError extends Trouble {
  constructor(message: string) {
    super({ kind: 'unusable-file', message })
    this.name = 'MediaError'
  }
}
