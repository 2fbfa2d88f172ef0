import { readFileSync } from 'node:fs';
import { betweenMarks } from './between-marks.ts';
import { COSTS, PRICES, SIZES } from './costs.ts';
import { markdownTable } from './markdown-table.ts';

export const DEPLOYMENT = 'docs/deployment.md';

/** The guide with what it says of costs reckoned anew; the rest stays as it is written. */
export function deploymentPage(): string {
  const page = readFileSync(new URL(`../../${DEPLOYMENT}`, import.meta.url), 'utf8');
  const sizes = Object.values(SIZES);
  const dollars = (amount: number) => Math.ceil(amount).toLocaleString('en-GB');
  const total = (size: (typeof sizes)[number]) => COSTS.reduce((sum, { dollars: of }) => sum + of(size), 0);
  const costs = markdownTable(
    ['$ a month', ...Object.keys(SIZES), 'reckoned as'],
    [
      ...COSTS.map(({ what, formula, dollars: of }) => [
        what,
        ...sizes.map((size) => dollars(of(size))),
        formula,
      ]),
      ['**in all**', ...sizes.map((size) => `**${dollars(total(size))}**`), ''],
    ],
  );
  const what = markdownTable(
    ['size', 'clients', 'commissioners', 'people with records in the month', 'records a month'],
    Object.entries(SIZES).map(([name, size]) => [
      name,
      ...[size.clients, size.commissioners, size.people, size.records].map((each) =>
        each.toLocaleString('en-GB'),
      ),
    ]),
  );
  const prices = markdownTable(
    ['assumed price of', '$'],
    Object.entries(PRICES).map(([name, price]) => [name, String(price)]),
  );
  return betweenMarks(page, DEPLOYMENT, [what, costs, prices].join('\n\n'));
}
