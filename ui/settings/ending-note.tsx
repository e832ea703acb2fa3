import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Client } from '../cliquify/client.ts'
import { Button } from '../kit/button.tsx'
import { endingText } from './connection-texts.ts'
import './ending-note.css'

export interface EndingNoteProps {
  readonly client: Pick<Client, 'session'>
  readonly onConnectAgain: () => void
}

const LOOK_AGAIN_MS = 5000

/** Asks, before a connection that cannot renew itself ends, to connect again. */
export function EndingNote({ client, onConnectAgain }: EndingNoteProps): VNode | null {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  const text = endingText(client.session, now)
  if (text === null) return null
  return (
    <div class="ending-note" role="note">
      <p>{text}</p>
      <Button onClick={onConnectAgain}>Connect again</Button>
    </div>
  )
}
