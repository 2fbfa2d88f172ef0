import type { BlockRecord } from '../finance/block.ts';
import type { ClaimRecord } from '../finance/claim.ts';
import type { PlacedPerson } from '../finance/placement-weeks.ts';
import type { Posting } from '../finance/postings.ts';
import type { StatementDocument } from '../finance/statement-document.ts';
import type { StatementIssue } from '../store/statement-files.ts';

/** A final statement as it was issued; placements by tag. */
export type IssuedMonth = {
  readonly month: string;
  /** The months whose claims it compared with what was used, and those claims. */
  readonly compared: readonly string[];
  readonly claims: StatementDocument['claims'];
  readonly postings: readonly Posting[];
};

/** What later statements go on from. */
export function issuedMonth(document: StatementDocument, postings: readonly Posting[]): IssuedMonth {
  const { month, claims, reconciliation } = document;
  const compared = [month, ...reconciliation.map((row) => row.month), ...claims.map((claim) => claim.month)];
  return { month, compared: [...new Set(compared)], claims, postings };
}

/** All that is known between one commissioner and its providers at an instant. */
export type Account = {
  readonly commissioner: string;
  readonly commissionerName: string;
  readonly providers: readonly AccountOfProvider[];
  /** Final statements whose run broke off before all of their files were written. */
  readonly incomplete: readonly StatementIssue[];
};

/** The same of one provider. */
export type AccountOfProvider = {
  readonly provider: string;
  readonly providerName: string;
  /** Also those who stand for what was used by placements that are not held any more. */
  readonly people: readonly PlacedPerson[];
  readonly blocks: readonly BlockRecord[];
  /** Those that were withdrawn, as they were. */
  readonly withdrawn: readonly BlockRecord[];
  readonly claims: readonly ClaimRecord[];
  /** Oldest first. */
  readonly issued: readonly IssuedMonth[];
  /** The tag of every placement that is held, withdrawn ones too, to its id. */
  readonly placementByTag: ReadonlyMap<string, string>;
};
