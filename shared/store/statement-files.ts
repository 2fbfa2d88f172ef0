import * as z from 'zod';
import { inParallel } from './in-parallel.ts';
import { type Bucket, listFiles, readFile, SEAL } from './pack-files.ts';

/** The bucket's folder of what finance reads; packs are in another. */
const FINANCE_FOLDER = 'finance/';
const AT_ONCE = 16;

/** A final statement, or the provisional one of a day. */
export type StatementIssue = {
  readonly commissioner: string;
  readonly provider: string;
  readonly month: string;
  /** The London date on which a provisional one was made; a final one has none. */
  readonly provisionalOn?: string | undefined;
};

/** What a statement says and what it moved, from which its other files are written. Written first, it makes it exist. */
export const LEDGER = 'ledger.json';

/**
 * Where the files of a statement are.
 *
 * @example statementFolder({ commissioner: 'northshire', provider: 'janus', month: '2026-10' }) // 'finance/northshire/2026-10/final/janus'
 */
export function statementFolder({ commissioner, provider, month, provisionalOn }: StatementIssue): string {
  const stage = provisionalOn === undefined ? 'final' : `provisional/${provisionalOn}`;
  return `${FINANCE_FOLDER}${commissioner}/${month}/${stage}/${provider}`;
}

/** A statement that exists. */
export type ListedStatement = StatementIssue & {
  /** Whether all of its files have been written, the signature last: until then it is shown to nobody. */
  readonly complete: boolean;
};

const ledgerPath = /^finance\/([^/]+)\/([^/]+)\/(?:final|provisional\/([^/]+))\/([^/]+)\/ledger\.json$/;

/** Every statement of a commissioner, of one month or of all, oldest month first, the provisional ones by date. */
export async function listStatements(
  bucket: Bucket,
  commissioner: string,
  month?: string,
): Promise<ListedStatement[]> {
  const keys = await listFiles(
    bucket,
    `${FINANCE_FOLDER}${commissioner}/${month === undefined ? '' : `${month}/`}`,
  );
  const written = new Set(keys);
  return keys.sort().flatMap((key) => {
    const [, code, ofMonth, provisionalOn, provider] = ledgerPath.exec(key) ?? [];
    if (code === undefined || ofMonth === undefined || provider === undefined) return [];
    const issue = { commissioner: code, provider, month: ofMonth, provisionalOn };
    return [{ ...issue, complete: written.has(`${statementFolder(issue)}/${SEAL.signature}`) }];
  });
}

const jsonSchema = z.record(z.string(), z.unknown());

/** The ledgers of some statements, as they are kept. */
export async function readLedgers(
  bucket: Bucket,
  issues: readonly StatementIssue[],
): Promise<Record<string, unknown>[]> {
  return inParallel(AT_ONCE, issues, async (issue) => {
    const bytes = await readFile(bucket, `${statementFolder(issue)}/${LEDGER}`);
    return jsonSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  });
}
