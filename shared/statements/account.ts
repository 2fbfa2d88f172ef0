import type { BlockRecord } from '../finance/block.ts';
import type { ClaimRecord } from '../finance/claim.ts';
import type { PlacedPerson } from '../finance/placement-weeks.ts';
import type { Posting } from '../finance/postings.ts';
import type { StatementIssue } from '../store/statement-files.ts';

/** Final statements of one provider, as they were issued, oldest first; placements by tag. */
export type IssuedMonth = {
  readonly month: string;
  /** The instant of its run. */
  readonly madeAt: string;
  readonly postings: readonly Posting[];
};

/** A claim, and when it was received as it is now. */
export type ReceivedClaim = ClaimRecord & { readonly recordedAt: string };

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
  readonly claims: readonly ReceivedClaim[];
  readonly issued: readonly IssuedMonth[];
  /** The tag of every placement that is held, withdrawn ones too, to its id. */
  readonly placementByTag: ReadonlyMap<string, string>;
};
