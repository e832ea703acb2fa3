import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Session } from '../../shared/protocol.ts'
import { Button } from '../kit/button.tsx'
import { endingText } from './connection-texts.ts'
import './ending-note.css'

export interface EndingNoteProps {
  readonly session: Session | null
  readonly onConnectAgain: () => void
}

const MINUTE_MS = 60_000

/** Asks, before a connection that cannot renew itself ends, to connect again. */
export function EndingNote({ session, onConnectAgain }: EndingNoteProps): VNode | null {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  const text = endingText(session, now)
  if (text === null) return null
  return (
    <div class="ending-note" role="note">
      <p>{text}</p>
      <Button onClick={onConnectAgain}>Connect again</Button>
    </div>
  )
}
