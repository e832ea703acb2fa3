import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'vitest'

export interface Run {
  readonly child: ChildProcess
  /** The code it ends with; null where a signal ended it. */
  readonly ended: Promise<number | null>
  output(): string
}

/** The relay's bundle as processes of their own, each with these variables and no others. */
export interface RelayProcesses {
  run(args: readonly string[], changes?: Readonly<Record<string, string>>): Run
  /** Runs the relay until it listens. */
  start(changes?: Readonly<Record<string, string>>): Promise<Run>
  /** Ends those that are still there. */
  close(): void
}

export interface RelayProcessesOptions {
  readonly bundle: string
  readonly environment: Readonly<Record<string, string>>
  /** Takes all that they write. */
  readonly note: (text: string) => void
}

export function openProcesses({
  bundle,
  environment,
  note,
}: RelayProcessesOptions): RelayProcesses {
  const running = new Set<ChildProcess>()

  function run(args: readonly string[], changes: Readonly<Record<string, string>> = {}): Run {
    const child = spawn(process.execPath, [bundle, ...args], {
      env: { PATH: process.env['PATH'], ...environment, ...changes },
    })
    running.add(child)
    let output = ''
    const take = (chunk: Buffer): void => {
      output += chunk.toString()
      note(chunk.toString())
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const ended = once(child, 'close').then(() => {
      running.delete(child)
      return child.exitCode
    })
    return { child, ended, output: () => output }
  }

  return {
    run,
    async start(changes) {
      const relay = run([], changes)
      await expect.poll(() => relay.output(), { timeout: 10_000 }).toContain('"started"')
      return relay
    },
    close() {
      for (const child of running) child.kill('SIGKILL')
    },
  }
}
