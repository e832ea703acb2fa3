import { escaped, problemOf, type PageContent } from '../page.ts'

/** What the browser shows on the way to Zoho and back. */
export type ConnectPage =
  /** `action`: where the form leads; `problem`: what was wrong with the last try, null at first. */
  | {
      readonly shows: 'form'
      readonly person: string
      readonly action: string
      readonly problem: string | null
    }
  | { readonly shows: 'done'; readonly person: string }
  | { readonly shows: 'ended' }
  /** Zoho's answer is for another browser. */
  | { readonly shows: 'elsewhere' }

/** `relayHost`: the relay's. */
export function connectPage(page: ConnectPage, relayHost: string): PageContent {
  const host = escaped(relayHost)
  switch (page.shows) {
    case 'form':
      return {
        title: 'Connect Zoho Cliq',
        body: `<p>The Cliquify plugin of ${escaped(page.person)} will see the names of your Zoho Cliq channels, and post designs there in your name, through ${host}. Go on only if you are ${escaped(page.person)}, and have just pressed “Connect Zoho Cliq” in Figma yourself.</p>
<form method="post" action="${escaped(page.action)}">
${problemOf(page.problem)}
<label class="choice"><input type="checkbox" name="china" value="yes">My account is at zoho.com.cn</label>
<button type="submit">Connect Zoho Cliq</button>
</form>
<p class="more">Zoho asks you to sign in and to agree. You can disconnect in the plugin at any time.</p>`,
      }
    case 'done':
      return {
        title: 'Back to Figma',
        body: `<p role="status">Zoho Cliq is connected for ${escaped(page.person)}. Go back to Figma: the plugin knows in a moment. You can close this page.</p>`,
      }
    case 'ended':
      return {
        title: 'This address has ended',
        body: '<p>It was used already, or is older than five minutes. Go back to Figma: if Zoho Cliq is not connected there, press “Connect Zoho Cliq” again.</p>',
      }
    case 'elsewhere':
      return {
        title: 'This began elsewhere',
        body: '<p>It goes on only in the browser in which it began. Go back to Figma and press “Connect Zoho Cliq” again.</p>',
      }
  }
}
