import { createHash } from 'node:crypto';
import { escaped } from '../../shared/render/escaped.ts';
import type { DemonstrationPerson } from './demonstration-people.ts';

/** A page of the issuer, and the policy that it is shown under. */
type Page = { readonly html: string; readonly policy: string };

const WORDS: Readonly<Record<string, string>> = {
  'records/write': 'send records',
  'records/read': 'read records',
  'packs/read': 'read packs',
  'packs/release': 'approve and release packs',
  'finance/read': 'read blocks and statements',
  'finance/write': 'send blocks and claims',
  'reports/read': 'read reports on people referred',
  'admin/all': 'look after the system',
};

/**
 * The page on which one chooses who to be: a form of buttons, one for each person, which also carries what was asked
 * for. It needs no script, no cookie and nothing from elsewhere.
 *
 * @param asked what the portal asked for, which is sent again with the choice
 * @param cancelled where one goes who does not want to sign in
 */
export function signInPage(
  people: readonly DemonstrationPerson[],
  asked: URLSearchParams,
  cancelled: string,
): Page {
  const hidden = [...asked].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const parties = [...Map.groupBy(people, ({ of }) => of)].map(
    ([name, members], index) => `<section aria-labelledby="party-${index}">
<h2 id="party-${index}">${escaped(capital(name))}</h2>
<ul>
${members.map(personHtml).join('\n')}
</ul>
</section>`,
  );
  return pageOf(
    'Choose who to be',
    `<p>This is a demonstration on one machine. The people below are made up, and nobody is asked for a password.
Each stands for a role; a pack is released by two different people, so there are two of those who approve.</p>
<form method="post" action="/login">
${hidden.join('\n')}
${parties.join('\n')}
</form>
<p><a href="${escaped(cancelled)}">Go back without signing in</a></p>`,
  );
}

/** What is shown to somebody who was sent here by a page that is not the registered portal. */
export function unknownPage(): Page {
  return pageOf(
    'You cannot sign in from there',
    `<p>The page that sent you here is not the portal of this system, so you were not sent back to it.</p>
<p>Open the portal at the address that the system named when it started.</p>`,
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function personHtml({ sub, name, group, scopes }: DemonstrationPerson): string {
  const may = capital(scopes.map((scope) => WORDS[scope] ?? scope).join(', '));
  return `<li><button name="person" value="${sub}"><strong>${escaped(name)}</strong><span>${may}</span><span>Group ${escaped(group)}</span></button></li>`;
}

const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1c2833;font:1.0625rem/1.5 "Source Sans 3","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
header{background:#0a4a73;color:#fff;padding:1rem 0}
header p,main{max-width:58rem;margin:0 auto}
header p{font-weight:600;padding:0 1rem}
main{padding:1.5rem 1rem 3rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.25rem;line-height:1.3;margin:2rem 0 .6rem;color:#0a4a73}
p{max-width:42rem;margin:0 0 1rem}
form{margin-bottom:2rem}
ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(24rem,100%),1fr));gap:.75rem}
li{display:flex}
button{flex:1;display:flex;flex-direction:column;gap:.15rem;min-height:2.75rem;padding:.75rem .9rem;text-align:left;font:inherit;color:inherit;background:#eef3f7;border:1px solid #667885;border-radius:.3rem;cursor:pointer}
button:hover{background:#dde8f0;border-color:#0a4a73}
button strong{color:#0a4a73}
button span{font-size:.95rem;color:#3f4b56}
a{color:#0a4a73;text-underline-offset:.15em}
:focus-visible{outline:3px solid #b35900;outline-offset:2px}
`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const pageOf = (title: string, content: string): Page => ({
  policy: POLICY,
  html: `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} - Janus outcomes</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header><p>Janus outcomes</p></header>
<main>
<h1>${escaped(title)}</h1>
${content}
</main>
</body>
</html>
`,
});
