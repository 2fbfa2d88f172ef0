import { type GateCheck, passed, warned } from '../gate-check.ts';

/** So many missing months are named. */
const MOST_NAMED = 3;

/** The commissioner has a pack of every month since the first one. */
export const earlierMonths: GateCheck = {
  id: 'earlier-months',
  check: ({ pack, issuedMonths }) => {
    const issued = new Set(issuedMonths);
    const [first = pack.month] = issuedMonths;
    const missing = monthsBetween(first, pack.month).filter((month) => !issued.has(month));
    if (missing.length === 0) return passed('No earlier month is missing.');
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
    return warned(
      `No pack was issued of ${missing.slice(0, MOST_NAMED).join(', ')}${more}, so change over time has a gap. Run ${missing.length === 1 ? 'that month' : 'those months'} first, or say in the commentary why not.`,
    );
  },
};

/** The months from one on, up to another and without it. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month < to; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
