import { total } from '../../finance/amount.ts';
import type { StatementDocument } from '../../finance/statement-document.ts';
import { formatCount, formatPounds } from '../../render/format.ts';
import { dateInWords, lastDayInWords, monthInWords } from '../calendar.ts';
import { SPOT } from './account-name.ts';
import { amountInWords } from './amounts.ts';
import { finalPrepayment, isUnderWay, notDueYet } from './as-at.ts';
import { allOf, findingsByMonth, type MonthFindings, toLookAt } from './findings.ts';
import { spotClaimOf } from './spot-claim-in-words.ts';
import { tariffDifference } from './tariff-difference.ts';

/** What needs somebody, on the first page. */
export function attention(document: StatementDocument): string[] {
  const { yearToDate, month } = document;
  const prepayment = finalPrepayment(document);
  return [
    ...claimsInWords(document),
    ...(toLookAt(document).length > 0
      ? ['There are placements to look at; see “What to look at” in “Claims against use”.']
      : []),
    ...accrualInWords(document),
    ...noBlockLeft(document),
    ...blocksInWords(document),
    ...(prepayment ? [`Prepayment at ${lastDayInWords(month)}: ${amountInWords(prepayment)}.`] : []),
    `Year to date, from ${dateInWords(`${yearToDate.fromMonth}-01`)}: ${formatPounds(yearToDate.duePence)} charged, the sum of the statements.`,
  ];
}

function claimsInWords(document: StatementDocument): string[] {
  const underWay = isUnderWay(document);
  return findingsByMonth(document).map((found) => {
    const own = found.month === document.month;
    if (own && underWay) return notDueYet(found.month);
    const of = `Claims of ${monthInWords(found.month)}${own ? '' : ', looked at again'}`;
    return `${of}: ${agreementOf(found)}`;
  });
}

function agreementOf(found: MonthFindings): string {
  const differing = found.accounts.flatMap(({ account, findings }) =>
    findings.filter(({ finding }) => finding !== 'matched').map((finding) => ({ ...finding, account })),
  );
  if (found.accounts.length === 0) return 'none, and nothing was used.';
  if (differing.length === 0) return 'all agree with what was used.';
  const spot = differing.filter(({ account }) => account === SPOT);
  const query = spotClaimOf(found)?.query ?? 0;
  const { placements } = allOf(differing);
  const differ = placements === 1 ? '1 placement does' : `${formatCount(placements)} placements do`;
  const ofThem = `${formatCount(allOf(spot).placements)} of them on the spot`;
  const toQuery = query === 0 ? 'nothing' : formatPounds(query);
  return `${differ} not agree with use, ${ofThem}; ${toQuery} to query there.`;
}

/** What is used on the spot and not claimed is charged all the same: it is a part of that. */
function accrualInWords(document: StatementDocument): string[] {
  const { accrued, month } = document;
  if (accrued.length === 0) return ['Accrual: nothing, every week used on the spot has been claimed.'];
  const notDue = isUnderWay(document) ? accrued.filter((each) => each.month === month) : [];
  const due = accrued.filter((each) => !notDue.includes(each));
  return [
    ...(due.length === 0
      ? []
      : [
          `Accrual: of what was used on the spot and charged ${notDue.length === 0 ? 'so far' : 'for earlier months'}, ${amountInWords(total(due))}, not claimed.`,
        ]),
    ...(notDue.length === 0
      ? []
      : [
          `Of what was used on the spot in ${monthInWords(month)} and is due so far, ${amountInWords(total(notDue))}, not claimed yet.`,
        ]),
  ];
}

function noBlockLeft({ spot }: StatementDocument): string[] {
  const amount = total(spot.map((line) => line.noBlockLeft));
  if (amount.weeks === 0) return [];
  return [
    `Funded by a block, but charged on the spot because no block had weeks left: ${amountInWords(amount)}.`,
  ];
}

function blocksInWords({ blocks }: StatementDocument): string[] {
  const priced = blocks.flatMap(({ block, terms }) => {
    const difference = terms && tariffDifference(terms);
    return difference === undefined ? [] : [`Price of block ${block}: ${difference}.`];
  });
  const uninvoiced = blocks.filter(({ terms }) => terms !== undefined && terms.invoiceRef === undefined);
  if (uninvoiced.length === 0) return priced;
  const ids = uninvoiced.map(({ block }) => block).join(', ');
  return [...priced, `No invoice reference yet for ${uninvoiced.length === 1 ? 'block' : 'blocks'} ${ids}.`];
}
