import { createHash } from 'node:crypto';
import type { Report } from '../../report/blocks.ts';
import type { Drawings } from '../charts/draw-charts.ts';
import { contentsHtml } from './contents-html.ts';
import { escaped } from '../escaped.ts';
import { notePlaces } from './note-places.ts';
import { SCRIPT } from './script.ts';
import { sectionHtml } from './section-html.ts';
import { STYLE } from './style.ts';

/** The whole page, of a report and its drawn charts. */
export function pageHtml(report: Report, drawings: Drawings): string {
  const notes = notePlaces(report);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escaped(report.description)}">
<title>${escaped(report.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${headerHtml(report)}
<div class="page">
${contentsHtml(report.sections)}
<main id="content" tabindex="-1">
${report.sections.map((section) => sectionHtml(section, { notes, drawings })).join('\n')}
</main>
</div>
<footer>
<p>${escaped(report.head)}, ${escaped(report.corner)}</p>
<p>${escaped(report.foot)}</p>
</footer>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

const headerHtml = ({ kind, name, subtitle, coverage, stamp }: Report): string => `<header>
<p class="kind">${escaped(kind)}</p>
<h1>${escaped(name)} <span>${escaped(subtitle)}</span></h1>
<p>${escaped(coverage)}</p>${stamp === undefined ? '' : `\n<p class="stamp">${escaped(stamp)}</p>`}
</header>`;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing is fetched, sent or run but the style and the script that are written here. */
const POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'`;
