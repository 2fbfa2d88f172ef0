import type { FunctionComponent } from 'preact';
import { type Me, partyOf, type Party } from '../interface/me.ts';

/** One page: who sees it, and what it shows. */
export type Page = {
  /** Its place in the address, after `#/`. */
  readonly path: string;
  /** Its name among the pages. */
  readonly name: string;
  /** Any one of them is enough. */
  readonly scopes: readonly string[];
  /** For whom it is; for all whose scopes it asks for where it is absent. */
  readonly parties?: readonly Party[];
  /** What it shows, given what follows its own place in the address. */
  readonly View: FunctionComponent<{ readonly rest: readonly string[] }>;
};

/** Whether somebody sees a page: what the interface would refuse them is not offered. */
export const isSeenBy = ({ scopes, parties }: Pick<Page, 'scopes' | 'parties'>, me: Me): boolean =>
  scopes.some((scope) => me.scopes.includes(scope)) &&
  (parties === undefined || parties.includes(partyOf(me.binding)));
