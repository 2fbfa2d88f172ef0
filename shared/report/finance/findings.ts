import { type Amount, total } from '../../finance/amount.ts';
import type { StatementDocument } from '../../finance/statement-document.ts';
import { accountName, SPOT } from './account-name.ts';
import { orderOf } from './finding-in-words.ts';

/** One finding of one month, in one block or on the spot. */
export type Finding = StatementDocument['reconciliation'][number];

/** Placements, with what was used and what was claimed of them. */
export type Compared = { readonly placements: number; readonly used: Amount; readonly claimed: Amount };

/** What was found in one block or on the spot, and what it comes to. */
export type AccountFindings = {
  readonly account: string;
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly all: Compared;
};

export type MonthFindings = { readonly month: string; readonly accounts: readonly AccountFindings[] };

/**
 * The findings of the statement's own month, and then of those before it that are looked at again, the latest first.
 * Within a month use on the spot comes first, for it alone is charged week by week.
 */
export function findingsByMonth({ month, reconciliation, blocks }: StatementDocument): MonthFindings[] {
  const earlier = new Set(reconciliation.map((finding) => finding.month).filter((each) => each !== month));
  const places = [SPOT, ...blocks.map(({ block }) => block)];
  const placeOf = (account: string) => (places.includes(account) ? places.indexOf(account) : places.length);
  return [month, ...[...earlier].sort().reverse()].map((each) => {
    const ofMonth = reconciliation.filter((finding) => finding.month === each);
    const accounts = [...new Set(ofMonth.map(({ account }) => account))].sort(
      (a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1),
    );
    return {
      month: each,
      accounts: accounts.map((account) => {
        const findings = ofMonth
          .filter((finding) => finding.account === account)
          .sort((a, b) => orderOf(a.finding) - orderOf(b.finding));
        return { account, name: accountName(account, blocks), findings, all: allOf(findings) };
      }),
    };
  });
}

/** What findings come to. */
export function allOf(findings: readonly Compared[]): Compared {
  return {
    placements: findings.reduce((sum, { placements }) => sum + placements, 0),
    used: total(findings.map(({ used }) => used)),
    claimed: total(findings.map(({ claimed }) => claimed)),
  };
}

/** One reason to look at placements. */
export type ToLookAt = Pick<Finding, 'month' | 'account' | 'finding'> & {
  readonly name: string;
  readonly flag: string;
  readonly placements: number;
};

/** What somebody should look at, in the order of the findings. */
export function toLookAt(document: StatementDocument): ToLookAt[] {
  return findingsByMonth(document).flatMap(({ accounts }) =>
    accounts.flatMap(({ name, findings }) =>
      findings.flatMap(({ month, account, finding, flags }) =>
        Object.entries(flags)
          .filter(([, placements]) => placements > 0)
          .map(([flag, placements]) => ({ month, account, name, finding, flag, placements })),
      ),
    ),
  );
}
