import type { Table } from '../../store/dynamo.ts';
import { isIssued, type Pack, readPacks } from '../../store/packs.ts';

/** Asks for the newest issued revision of each month of a commissioner, oldest month first. */
export type IssuedMonths = (commissioner: string) => Promise<readonly Pack[]>;

/** What was issued when it was first asked for: each commissioner is read once. */
export function issuedMonths(table: Table): IssuedMonths {
  const known = new Map<string, Promise<readonly Pack[]>>();
  return (commissioner) => {
    const months = known.get(commissioner) ?? newestOfEach(table, commissioner);
    known.set(commissioner, months);
    return months;
  };
}

async function newestOfEach(table: Table, commissioner: string): Promise<readonly Pack[]> {
  const issued = (await readPacks(table, commissioner)).filter(isIssued);
  return [...new Map(issued.map((pack) => [pack.month, pack])).values()];
}
