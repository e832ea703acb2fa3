import type { Locator, Page } from 'playwright-core'
import { startZoho, type Zoho } from '../zoho/server.ts'
import type { Post } from '../zoho/world.ts'
import type { FileOptions, OpenFile } from './desk.ts'
import {
  giveInvitation,
  openRelayDesk,
  RELAY_ORIGIN,
  signInPage,
  type RelayDesk,
} from './relay-desk.ts'

/** A relay desk whose relay is registered with a Zoho. */
export interface ReviewDesk extends RelayDesk {
  readonly zoho: Zoho
  /** A file of somebody who is signed in to the relay, not to Zoho. */
  openSignedIn(name: string, options?: FileOptions): Promise<OpenFile>
  /** The same of somebody who has connected Zoho, too. */
  openConnected(name: string): Promise<OpenFile>
  /** Opens the screen on a desk that is as at its start. */
  beginAnew(file: OpenFile): Promise<void>
  /** Empties the channels, and opens them to all; a minute has passed, for which Zoho's limits hold. */
  reset(): void
  /** What the channel Brand got, by the names of files. */
  readonly names: () => readonly string[]
  readonly posts: () => readonly Post[]
  /** Holds Zoho's answer to the next picture; let go by what is given. */
  hold(): () => void
}

export const ADA = 'ada@example.com'
export const LINK = 'https://www.figma.com/design/abc/Launch'
/** Small ones: the emulated Figma takes its time to draw. */
export const DESIGNS = ['Badge', 'Badge in use']
/** What the channel has of a review of them. */
export const ALL = ['message', 'Badge.png', 'Badge in use.png']

export async function openReviewDesk(): Promise<ReviewDesk> {
  const zoho = await startZoho(`${RELAY_ORIGIN}/zoho/callback`)
  zoho.addUser(ADA, 'eu')
  zoho.addChannels('Brand', 'Web shop')
  const desk = await openRelayDesk(zoho.environment)
  const posts = (): readonly Post[] => zoho.channel('brand').posts
  const review: ReviewDesk = {
    ...desk,
    zoho,
    async openSignedIn(name, options) {
      const file = await desk.openFile(options)
      await signIn(file, await desk.administer((people) => people.invite(name)))
      return file
    },
    async openConnected(name) {
      const file = await review.openSignedIn(name)
      await openReview(file)
      await agree(await connectPage(file))
      await button(file, 'Back to the library').click()
      return file
    },
    async beginAnew(file) {
      review.reset()
      await openReview(file)
      await box(file, DESIGNS[0] ?? '').waitFor()
    },
    reset() {
      zoho.advanceClock(60_000)
      desk.passTime(60_000)
      zoho.configure({ largestFile: 50_000_000 })
      for (const name of ['brand', 'webshop']) {
        const channel = zoho.channel(name)
        channel.state = 'open'
        channel.posts.length = 0
      }
    },
    posts,
    names: () => posts().map((post) => (post.is === 'file' ? post.name : post.is)),
    hold() {
      let answer = (): void => undefined
      const until = new Promise<void>((resolve) => {
        answer = resolve
      })
      zoho.addFault({ path: /files$/, effect: { type: 'held', until } })
      return () => answer()
    },
    async close() {
      await desk.close()
      await zoho.close()
    },
  }
  return review
}

export async function signIn(file: OpenFile, invitation: string): Promise<void> {
  const browser = await signInPage(file)
  await giveInvitation(browser, invitation)
  await browser.getByRole('heading', { name: 'Back to Figma' }).waitFor()
  await browser.close()
}

/** Presses “Connect Zoho Cliq”, and waits for the relay's page. */
export async function connectPage(file: OpenFile): Promise<Page> {
  const opening = file.page.context().waitForEvent('page')
  await button(file, 'Connect Zoho Cliq').click()
  return opening
}

/** Agrees on the relay's page, and at Zoho. */
export async function agree(browser: Page): Promise<void> {
  await browser.getByRole('button', { name: 'Connect Zoho Cliq' }).click()
  await browser.getByLabel('E-mail').fill(ADA)
  await browser.getByRole('button', { name: 'Accept' }).click()
  await browser.getByRole('heading', { name: 'Back to Figma' }).waitFor()
  await browser.close()
}

export function button({ plugin }: OpenFile, name: string): Locator {
  return plugin.getByRole('button', { name, exact: true })
}

/** Of a design. */
export function box({ plugin }: OpenFile, name: string): Locator {
  return plugin.getByRole('checkbox', { name, exact: true })
}

export async function idOf(file: OpenFile, name: string): Promise<string> {
  const found = (await file.layers()).find((layer) => layer.name === name)
  if (found === undefined) throw new Error(`There is no ${name}.`)
  return found.id
}

/** Opens the screen with these of the sample's designs selected. */
export async function openReview(file: OpenFile, designs = DESIGNS): Promise<void> {
  await file.select(await Promise.all(designs.map((name) => idOf(file, name))))
  await button(file, 'Send for review').click()
}

export async function write({ plugin }: OpenFile, channel = '#Brand'): Promise<void> {
  await plugin.getByLabel('Channel').fill(channel)
  await plugin.getByLabel('Note').fill('Is this ours?')
  await plugin.getByLabel('Link to this file').fill(LINK)
  await plugin.getByLabel('Pictures').selectOption('1024 px')
}

/** Waits until it was sent, and goes back to the library. */
export async function beSent(file: OpenFile, channel = '#Brand'): Promise<void> {
  await file.plugin.getByRole('heading', { name: `Sent to ${channel}` }).waitFor()
  await button(file, 'Done').click()
}
