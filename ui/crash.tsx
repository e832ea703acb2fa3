import { Component, type ComponentChildren } from 'preact'
import { isCancelled, Trouble, troubleOf } from '../shared/trouble.ts'
import { Problem } from './kit/problem.tsx'

interface CrashProps {
  readonly children: ComponentChildren
}

interface CrashState {
  /** What was thrown while drawing: then nothing else can be shown. */
  readonly fatal: unknown
  /** What was thrown elsewhere and nobody caught. */
  readonly stray: unknown
}

/** Shows a sentence and a way on where an error would leave an empty window. */
export class Crash extends Component<CrashProps, CrashState> {
  override state: CrashState = { fatal: null, stray: null }

  static override getDerivedStateFromError(fatal: unknown): Partial<CrashState> {
    return { fatal }
  }

  /** It stays as long as the window. */
  override componentDidMount(): void {
    addEventListener('error', ({ error }) => {
      // Browsers report some harmless conditions, as of ResizeObserver, as an event without an error.
      if (error instanceof Error) this.setState({ stray: error })
    })
    addEventListener('unhandledrejection', ({ reason }) => {
      if (!isCancelled(reason)) this.setState({ stray: reason ?? 'unknown' })
    })
  }

  override render(): ComponentChildren {
    const { fatal, stray } = this.state
    const thrown = fatal ?? stray
    const start = (): void => this.setState({ fatal: null, stray: null })
    return (
      <>
        {thrown !== null && (
          <div class="library-notice">
            <Problem
              trouble={
                new Trouble({
                  kind: 'failed',
                  message: 'Something went wrong. Try again; nothing in your file is lost.',
                  details: troubleOf(thrown).details,
                })
              }
              onRetry={start}
            />
          </div>
        )}
        {fatal === null && this.props.children}
      </>
    )
  }
}
