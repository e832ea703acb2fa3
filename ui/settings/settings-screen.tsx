import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Client } from '../cliquify/client.ts'
import { Button } from '../kit/button.tsx'
import { OutsideLink } from '../kit/outside-link.tsx'
import { ScreenHead } from '../kit/screen-head.tsx'
import { leave } from '../leave.ts'
import { ConnectionSection } from './connection-section.tsx'
import { storedText } from './connection-texts.ts'
import type { WayIn } from '../way-in.ts'
import './settings-screen.css'

export interface SettingsScreenProps {
  readonly client: Client
  readonly wayIn: WayIn
  /** Says a result in the `status` region. */
  readonly announce: (message: string) => void
  /** Called when somebody wants to give other credentials, or has to. */
  readonly onConnectAgain: () => void
  readonly onBack: () => void
  /** Called with how it went, in a sentence. */
  readonly onDisconnected: (message: string) => void
}

export function SettingsScreen({
  client,
  wayIn,
  announce,
  onConnectAgain,
  onBack,
  onDisconnected,
}: SettingsScreenProps): VNode {
  const [leaving, setLeaving] = useState(false)

  async function disconnect(): Promise<void> {
    setLeaving(true)
    onDisconnected(await leave(client))
  }

  return (
    <main class="column">
      <ScreenHead title="Settings" onBack={onBack} />
      <div class="scrolled column settings">
        <ConnectionSection
          client={client}
          wayIn={wayIn}
          announce={announce}
          onConnectAgain={onConnectAgain}
        />
        <section>
          <h2>What is stored, and where</h2>
          <p>{storedText(client.lasts, wayIn)} None of it goes into your files.</p>
        </section>
        <section>
          <h2>Disconnect</h2>
          <p>Ends the connection and forgets it on this device. Your files stay as they are.</p>
          <Button busy={leaving} onClick={() => void disconnect()}>
            Disconnect
          </Button>
        </section>
        <section>
          <p class="hint">Cliquify for Figma {__VERSION__}</p>
          <OutsideLink url={__HOMEPAGE__}>Help</OutsideLink>
        </section>
      </div>
    </main>
  )
}
