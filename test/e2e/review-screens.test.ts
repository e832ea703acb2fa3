import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, THEMES, type OpenFile } from './desk.ts'
import { resizeWindow } from './resize-window.ts'
import {
  agree,
  box,
  button,
  connectPage,
  idOf,
  openReviewDesk,
  write,
  type ReviewDesk,
} from './review-desk.ts'
import { screenshot } from './screenshot.ts'
import { problemsInWindow } from './serious-problems.ts'

let desk: ReviewDesk
beforeAll(async () => {
  desk = await openReviewDesk()
})
afterAll(() => desk.close())

const LONG = 'Landing page of the winter campaign for people who read all of a name, second half'

/** Whether the next key goes somewhere that makes sense. */
function hasFocus({ plugin }: OpenFile): Promise<boolean> {
  return plugin.locator('body').evaluate((body) => document.activeElement !== body)
}

/** Looks at what is on screen as people do. */
async function look(file: OpenFile, state: string): Promise<void> {
  for (const theme of THEMES) {
    await file.page.getByLabel('Theme').selectOption(theme)
    await file.plugin.locator(`:root.figma-${theme}`).waitFor()
    await screenshot(file, `review-${state}-${theme}`)
    expect(await problemsInWindow(file), `${state}, ${theme}`).toEqual([])
  }
  await resizeWindow(file, 300, 360)
  await screenshot(file, `review-${state}-narrow`)
  const wide = await file.plugin
    .locator('body')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  expect(wide).toBe(0)
  await resizeWindow(file, 360, 640)
}

describe('sending for review', () => {
  it('begins with the command, and fits and can be used by everybody at each step', async () => {
    const file = await desk.openSignedIn('Ada', { command: 'send-for-review' })
    await button(file, 'Connect Zoho Cliq').waitFor()
    await look(file, 'connect')
    const browser = await connectPage(file)
    await file.plugin.getByText('Agree on the page that has opened').waitFor()
    await look(file, 'connecting')
    // It goes on waiting where nobody looks.
    await button(file, 'Back to the library').click()
    await button(file, 'Send for review').click()
    await agree(browser)
    await box(file, 'Landing page').waitFor()
    await expect.poll(() => hasFocus(file)).toBe(true)
    await look(file, 'page')
    await file.edit({ type: 'rename-node', id: await idOf(file, 'Landing page'), name: LONG })
    await file.select([await idOf(file, LONG)])
    await box(file, LONG).waitFor()
    await write(file, '#Nowhere')
    await button(file, 'Send for review').click()
    await look(file, 'wrong')
    await file.plugin.getByLabel('Channel').fill('Brand')
    desk.zoho.addFault({ path: /files$/, effect: { type: 'cut', at: 'end' } })
    await button(file, 'Send for review').click()
    await button(file, 'Retry').waitFor()
    await expect.poll(() => hasFocus(file)).toBe(true)
    await look(file, 'stopped')
    await button(file, 'Edit').click()
    const answer = desk.hold()
    await button(file, 'Send for review').click()
    await file.status.filter({ hasText: 'Sending to #Brand…' }).waitFor()
    await look(file, 'sending')
    answer()
    await file.plugin.getByRole('heading', { name: 'Sent to #Brand' }).waitFor()
    await expect.poll(() => hasFocus(file)).toBe(true)
    await look(file, 'sent')
    await file.close()
  })

  it('says what an administrator does where the build has no relay', async () => {
    const plain = await openDesk()
    const file = await plain.openConnected({ command: 'send-for-review' })
    await file.plugin.getByRole('heading', { name: 'This needs your team’s relay' }).waitFor()
    await look(file, 'no-relay')
    await file.page.keyboard.press('Escape')
    await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await button(file, 'Send for review').click()
    await button(file, 'Back to the library').click()
    expect(await button(file, 'Send for review').evaluate((each) => each.matches(':focus'))).toBe(
      true,
    )
    await file.close()
  })
})
