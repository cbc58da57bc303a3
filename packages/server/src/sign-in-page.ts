/** Where a one-time sign-in link leads; the token is behind the `#`, which browsers send to nobody. */
export const SIGN_IN_PATH = '/sign-in'
export const SIGN_IN_SCRIPT_PATH = '/sign-in.js'

/** The page itself: it is the host's, not the application's, so that signing in works before anything is built. */
export const SIGN_IN_PAGE = `<!doctype html>
<html lang="en" dir="auto">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<title>Paraph</title>
<script type="module" src="${SIGN_IN_SCRIPT_PATH}"></script>
<p id="said" role="status" dir="auto">Paraph …</p>
<noscript><p>Signing in needs JavaScript. Reading public processes does not need a session.</p></noscript>
</html>
`

/** Takes the token out of the address before anything else, so that it stays in no history. */
export const SIGN_IN_SCRIPT = `const token = location.hash.slice(1)
history.replaceState(null, '', location.pathname)
const answer = await fetch('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) })
if (answer.ok) location.replace('/')
else document.getElementById('said').textContent = (await answer.json()).title
`
