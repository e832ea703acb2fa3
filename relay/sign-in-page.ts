import { escaped, problemOf, type PageContent } from './page.ts'

export type SignInPage =
  /** `problem`: what was wrong with the last invitation; null at first. */
  | { readonly shows: 'form'; readonly problem: string | null }
  | {
      readonly shows: 'provider'
      /** Where people sign in, and where the form leads to get there. */
      readonly provider: string
      readonly action: string
      /** What was wrong with the last try; null at first. */
      readonly problem: string | null
      /** Whether to ask for another account than the one that the provider knows already. */
      readonly another: boolean
    }
  | { readonly shows: 'done'; readonly name: string }
  | { readonly shows: 'ended' }
  /** The provider's answer is for another browser. */
  | { readonly shows: 'elsewhere' }

/** The page that the browser opens; `relayHost` is the relay's. */
export function signInPage(page: SignInPage, relayHost: string): PageContent {
  const host = escaped(relayHost)
  switch (page.shows) {
    case 'form': {
      const described =
        page.problem === null ? '' : ' aria-invalid="true" aria-describedby="problem"'
      return {
        title: TITLE,
        body: `${purpose(host)}
<form method="post">
<label for="invitation">Invitation</label>
<input id="invitation" name="invitation" autocomplete="off" autocapitalize="off" spellcheck="false" required autofocus${described}>
${problemOf(page.problem)}
<button type="submit">Sign in</button>
</form>
<p class="more">Whoever looks after Cliquify in your team gives you an invitation.</p>`,
      }
    }
    case 'provider': {
      const provider = escaped(page.provider)
      const another = page.another ? '<input type="hidden" name="another" value="yes">' : ''
      return {
        title: TITLE,
        body: `${purpose(host)}
<p>Your company’s page at ${provider} asks who you are, and tells ${host} your e-mail address.</p>
<form method="post" action="${escaped(page.action)}">
${another}${problemOf(page.problem)}
<button type="submit">${page.another ? 'Use another account' : 'Sign in'}</button>
</form>`,
      }
    }
    case 'done':
      return {
        title: 'Back to Figma',
        body: `<p role="status">You are signed in as ${escaped(page.name)}. Go back to Figma: the plugin is connected in a moment. You can close this page.</p>`,
      }
    case 'ended':
      return {
        title: 'This sign-in has ended',
        body: '<p>Its address was used already, or is older than five minutes. Go back to Figma: if the plugin is not connected there, press “Sign in” again.</p>',
      }
    case 'elsewhere':
      return {
        title: 'This sign-in began elsewhere',
        body: '<p>It goes on only in the browser in which it began. Go back to Figma and press “Sign in” again.</p>',
      }
  }
}

const TITLE = 'Sign in to your team’s Cliquify'

function purpose(host: string): string {
  return `<p>You sign in the Cliquify plugin that is open in your Figma, so that it can read your team’s brand through ${host}. Go on only if you have just pressed “Sign in” there yourself.</p>`
}
