import type { BlockRecord } from '../finance/block.ts';
import type { ClaimRecord } from '../finance/claim.ts';
import type { PlacedPerson } from '../finance/placement-weeks.ts';
import type { Posting } from '../finance/postings.ts';
import type { StatementIssue } from '../store/statement-files.ts';

/** Final statements of one provider, as they were issued, oldest first; placements by tag. */
export type IssuedMonth = { readonly month: string; readonly postings: readonly Posting[] };

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
  readonly people: readonly PlacedPerson[];
  readonly blocks: readonly BlockRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly issued: readonly IssuedMonth[];
  /** The tag of every placement that is known, withdrawn ones too, to its id. */
  readonly placementByTag: ReadonlyMap<string, string>;
};
