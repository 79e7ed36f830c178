/** The three pages of the jeweller: sign in, signed in, a message. */

const escape = (text) => String(text).replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`);

const STYLE = `:root{color-scheme:light dark}body{font:1.05rem/1.5 system-ui,sans-serif;max-width:26rem;margin:12vh auto 2rem;padding:0 1rem}
h1{font:1.8rem Georgia,serif;margin:0}label{display:block;margin:1rem 0 .25rem}input,button{font:inherit;padding:.6rem;width:100%;box-sizing:border-box}
button{margin-top:1rem;cursor:pointer}pre{overflow:auto;padding:1rem;border:1px solid #8886}form.row{display:inline-block;margin-right:1rem}`;

const page = (title, body) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style>
<main><h1>Lark &amp; Finch</h1><p>Jewellers since 1911</p>${body}</main></html>`;

export const signInPage = (administrator) =>
  page(
    'Sign in',
    `<form method="post" action="/sign-in">
<label for="name">Name</label><input id="name" name="name" autocomplete="username" autocapitalize="none" required>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button>Sign in</button></form><p>Any name and any password will do: this shop is a demo. ${escape(administrator)} is its administrator.</p>`,
  );

const NAMES = { employee: 'My account', admin: "Administrator's console" };

export const signedInPage = ({ userId, why, token, roles }) =>
  page(
    'Signed in',
    `<p role="status">Signed in as <strong>${escape(userId)}</strong>: ${escape(why)}.</p>
${token ? `<p>The token, checked and decoded:</p><pre tabindex="0">${escape(JSON.stringify(token, null, 2))}</pre>` : ''}
${roles.map((role) => `<form class="row" method="post" action="/portal" target="_blank"><button name="role" value="${role}">${NAMES[role]}</button></form>`).join('')}
<form class="row" method="post" action="/sign-out"><button>Sign out</button></form>`,
  );

export const message = (text) =>
  page('Sign in', `<p role="alert">${escape(text)}</p><p><a href="/">Sign in</a></p>`);
