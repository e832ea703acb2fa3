import { expect } from 'vitest'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import type { FaultInput } from '../cliquify/faults.ts'
import { openDesk, type Desk, type OpenFile } from './desk.ts'

/** What the server says for itself: it is for Details, never the message. */
export const SAID = 'SQLSTATE[42S02] said the server'

export const answer = (status: number, body: unknown): FaultInput['effect'] => ({
  type: 'status',
  status,
  body,
})

/** A file with the form to connect, of somebody who meets failures. */
export interface ErrorDesk {
  readonly desk: Desk
  readonly file: OpenFile
  button(name: string): ReturnType<OpenFile['plugin']['getByRole']>
  pressConnect(): Promise<void>
  /** Back to the form, with nothing kept, so that the next failure is met by somebody new. */
  leave(): Promise<void>
  /** Each window has a budget of requests a minute, which so many failures in a row would use up. */
  freshWindow(): Promise<void>
  /** Waits for the sentence, and looks that the server's words are under Details only. */
  expectAlert(message: RegExp, action: string | null): Promise<void>
}

export async function openErrorDesk(): Promise<ErrorDesk> {
  const desk = await openDesk()
  const file = await desk.openFile()
  const errors: ErrorDesk = {
    desk,
    file,
    button: (name) => file.plugin.getByRole('button', { name, exact: true }),
    async pressConnect() {
      await file.plugin.getByLabel('Client ID').fill(SAMPLE_CLIENT_ID)
      await file.plugin.getByLabel('Client secret', { exact: true }).fill(SAMPLE_CLIENT_SECRET)
      await errors.button('Connect').click()
    },
    async leave() {
      desk.cliquify.reset()
      await errors.button('Settings').click()
      await errors.button('Disconnect').click()
      await file.plugin.getByLabel('Client ID').waitFor()
      await errors.freshWindow()
    },
    async freshWindow() {
      await file.run('open')
      await file.plugin.getByLabel('Client ID').waitFor()
    },
    async expectAlert(message, action) {
      const alert = file.alert.filter({ hasText: message }).first()
      await alert.waitFor()
      expect(await alert.locator('p').first().innerText()).not.toMatch(/SQLSTATE|<|\{/)
      if (action !== null) await alert.getByRole('button', { name: action, exact: true }).waitFor()
      const details = alert.locator('details code')
      if ((await details.count()) > 0) {
        const text = (await details.textContent()) ?? ''
        expect(text).not.toContain(SAMPLE_CLIENT_SECRET)
        expect(text).toMatch(/\/(?:oauth|api)\//)
      }
    },
  }
  return errors
}
