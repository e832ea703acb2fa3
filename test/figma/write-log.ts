import type { Write } from './host-api.ts'

const LINES = 1000

/**
 * What was written, as lines of text in few pieces: QuickJS walks over whatever it holds whenever it
 * collects garbage, and a sync of thousands of colors makes many thousands of writes.
 */
export class WriteLog {
  private pieces: string[] = []
  private lines: string[] = []

  add(write: Write): void {
    this.lines.push(JSON.stringify(write))
    if (this.lines.length < LINES) return
    this.pieces.push(this.lines.join('\n'))
    this.lines = []
  }

  all(): readonly Write[] {
    const lines = [...this.pieces.flatMap((piece) => piece.split('\n')), ...this.lines]
    return lines.map((line) => JSON.parse(line) as Write)
  }

  clear(): void {
    this.pieces = []
    this.lines = []
  }
}
