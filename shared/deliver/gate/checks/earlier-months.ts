import { type GateCheck, passed, warned } from '../gate-check.ts';

/** So many months are named of those that have no pack, and of those whose pack nobody released. */
const MOST_NAMED = 3;

/** The commissioner's readers have a pack of every month since the first one that was issued. */
export const earlierMonths: GateCheck = {
  id: 'earlier-months',
  check: ({ pack, issuedMonths, releasedMonths }) => {
    const [first = pack.month] = issuedMonths;
    const absent = monthsBetween(first, pack.month).filter((month) => !releasedMonths.includes(month));
    const issued = absent.filter((month) => issuedMonths.includes(month));
    const missing = absent.filter((month) => !issued.includes(month));
    if (absent.length === 0) return passed('No earlier month is missing.');
    const told = [
      ...(missing.length === 0
        ? []
        : [
            `No pack was issued of ${named(missing)}, so change over time has a gap. Run ${thoseOf(missing)} first, or say in the commentary why not.`,
          ]),
      ...(issued.length === 0
        ? []
        : [
            `Issued but not released: ${named(issued)}; readers do not have ${thoseOf(issued)}. Release ${thoseOf(issued)} first, or say in the commentary why not.`,
          ]),
    ];
    return warned(told.join(' '));
  },
};

function named(months: readonly string[]): string {
  const more = months.length > MOST_NAMED ? ` and ${months.length - MOST_NAMED} more` : '';
  return `${months.slice(0, MOST_NAMED).join(', ')}${more}`;
}

const thoseOf = (months: readonly string[]) => (months.length === 1 ? 'that month' : 'those months');

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
