import type { StatementDocument } from '../../finance/statement-document.ts';
import type { Report } from '../blocks.ts';
import { dateInWords, instantInWords, lastDayOf, monthInWords } from '../calendar.ts';
import { aboutSection } from './about-section.ts';
import { blockSection } from './block-section.ts';
import { blocksSection } from './blocks-section.ts';
import { claimsSection } from './claims-section.ts';
import { dueSection } from './due-section.ts';
import { summarySection } from './summary-section.ts';
import { yearSection } from './year-section.ts';

const WEEK = 7 * 86_400_000;

/** The 7th of the next month. */
const finalFrom = (month: string): string =>
  new Date(Date.parse(lastDayOf(month)) + WEEK).toISOString().slice(0, 10);

/** The statement of a month in words, in the reader's order. */
export function statementReport(document: StatementDocument): Report {
  const { commissionerName, providerName, state, cutOff, madeAt } = document;
  const month = monthInWords(document.month);
  const made = instantInWords(madeAt);
  const provisional = state === 'provisional';
  return {
    title: `${provisional ? 'Provisional finance' : 'Finance'} statement: ${commissionerName} and ${providerName}, ${month}`,
    codes: true,
    description: `Block bookings and spot use of ${month}, ${state}, made on ${made}.`,
    kind: `${provisional ? 'Provisional finance' : 'Finance'} statement: block bookings and spot use`,
    name: commissionerName,
    subtitle: `${month}, services of ${providerName}`,
    coverage: `Weeks used up to ${dateInWords(cutOff)}. Made on ${made} (London time).`,
    ...(provisional && {
      stamp: `PROVISIONAL: these figures can still change. The final statement is made on or after ${dateInWords(finalFrom(document.month))}.`,
    }),
    head: `${commissionerName} and ${providerName}`,
    corner: provisional ? `${month}, PROVISIONAL` : month,
    foot: `${provisional ? 'PROVISIONAL finance statement' : 'Final finance statement'}, ${month}, made on ${made}`,
    sections: [
      summarySection(document),
      dueSection(document),
      yearSection(document),
      ...blocksSection(document),
      ...document.blocks.map((line) => blockSection(line, document)),
      claimsSection(document),
      aboutSection(document),
    ],
  };
}
