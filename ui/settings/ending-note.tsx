import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Client } from '../cliquify/client.ts'
import { Button } from '../kit/button.tsx'
import type { WayIn } from '../way-in.ts'
import { endingText, notKeptText } from './connection-texts.ts'
import '../kit/note.css'

export interface EndingNoteProps {
  readonly client: Pick<Client, 'session' | 'lasts'>
  readonly wayIn: WayIn
  readonly onConnectAgain: () => void
}

const LOOK_AGAIN_MS = 1000

/** Asks in time for another connection where the connection ends and cannot renew itself. */
export function EndingNote({ client, wayIn, onConnectAgain }: EndingNoteProps): VNode | null {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  const notKept = notKeptText(client.lasts)
  const text = notKept ?? endingText(client.session, now, wayIn)
  if (text === null) return null
  return (
    <div class="note" role={notKept === null ? 'note' : 'alert'}>
      <p>{text}</p>
      {notKept === null && <Button onClick={onConnectAgain}>{wayIn.again}</Button>}
    </div>
  )
}
