/** What a page says, as HTML. */
export interface PageContent {
  readonly title: string
  readonly body: string
}

export const PAGE_STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --ground: #fff; --text: #1b1b1f; --secondary: #5c5c66; --border: #85858f; --focus: #6a3df0; --problem: #b3261e }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--text) }
main { width: min(24rem, calc(100vw - 3rem)); padding: 2rem 0; overflow-wrap: anywhere }
h1 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 .75rem }
label { display: block; font-weight: 600; margin: 1.5rem 0 .25rem }
input, button { box-sizing: border-box; width: 100%; font: inherit; padding: .625rem .75rem; border-radius: .5rem }
input { border: 1px solid var(--border); background: transparent; color: inherit }
label.choice { font-weight: 400 }
label.choice input { width: auto; margin: 0 .5rem 0 0 }
button { border: 0; margin-top: 1rem; background: #6a3df0; color: #fff; font-weight: 600; cursor: pointer }
button:hover { background: #5a2fd8 }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
.problem { color: var(--problem); margin: .5rem 0 0 }
.more { color: var(--secondary); font-size: .875rem; margin-top: 1.5rem }
@media (prefers-color-scheme: dark) { :root { --ground: #1b1b1f; --text: #f2f2f5; --secondary: #b0b0ba; --border: #85858f; --focus: #b39dff; --problem: #ff8a80 } }
`

/** A page for people’s browsers. It has no scripts. */
export function pageOf({ title, body }: PageContent): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Cliquify</title>
<style>${PAGE_STYLE}</style>
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

export function problemOf(problem: string | null): string {
  if (problem === null) return ''
  return `<p class="problem" id="problem" role="alert">${escaped(problem)}</p>`
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
