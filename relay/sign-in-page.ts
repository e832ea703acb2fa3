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

export const SIGN_IN_STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --ground: #fff; --text: #1b1b1f; --secondary: #5c5c66; --border: #85858f; --focus: #6a3df0; --problem: #b3261e }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--text) }
main { width: min(24rem, calc(100vw - 3rem)); padding: 2rem 0; overflow-wrap: anywhere }
h1 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 .75rem }
label { display: block; font-weight: 600; margin: 1.5rem 0 .25rem }
input, button { box-sizing: border-box; width: 100%; font: inherit; padding: .625rem .75rem; border-radius: .5rem }
input { border: 1px solid var(--border); background: transparent; color: inherit }
button { border: 0; margin-top: 1rem; background: #6a3df0; color: #fff; font-weight: 600; cursor: pointer }
button:hover { background: #5a2fd8 }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
.problem { color: var(--problem); margin: .5rem 0 0 }
.more { color: var(--secondary); font-size: .875rem; margin-top: 1.5rem }
@media (prefers-color-scheme: dark) { :root { --ground: #1b1b1f; --text: #f2f2f5; --secondary: #b0b0ba; --border: #85858f; --focus: #b39dff; --problem: #ff8a80 } }
`

/** The page that the browser opens. It has no scripts; `host` is the relay's. */
export function signInPage(page: SignInPage, host: string): string {
  const { title, body } = contentOf(page, escaped(host))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Cliquify</title>
<style>${SIGN_IN_STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`
}

function contentOf(page: SignInPage, host: string): { title: string; body: string } {
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

function problemOf(problem: string | null): string {
  if (problem === null) return ''
  return `<p class="problem" id="problem" role="alert">${escaped(problem)}</p>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
