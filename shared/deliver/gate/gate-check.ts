import type { OutcomeDocument } from '../../outcomes/document.ts';
import type { IssuedPack } from '../../store/packs.ts';
import type { DisclosureReport } from './disclosure-report.ts';
import type { PackManifest } from './pack-manifest.ts';

/** What was read of a revision, for the checks; undefined is what is missing or cannot be read. */
export type GateInput = {
  readonly pack: Pick<IssuedPack, 'commissioner' | 'month' | 'revision' | 'manifestSha256' | 'files'>;
  readonly document: OutcomeDocument | undefined;
  readonly disclosure: DisclosureReport | undefined;
  readonly manifest: PackManifest | undefined;
  /** The SHA-256 of each file of the pack that is there, by its name. */
  readonly files: Readonly<Record<string, string>>;
  /** Whether the signature is one of the manifest by the published key. */
  readonly isSigned: boolean;
  /** Whether the key that lies beside the pack, for whoever checks the signature, is the published one. */
  readonly hasPublishedKey: boolean;
  /** The months of which the commissioner was issued a pack, in order. */
  readonly issuedMonths: readonly string[];
  /** Those of which a revision was released. */
  readonly releasedMonths: readonly string[];
  /** The revisions of this month that were released: readers hold them. */
  readonly releasedRevisions: readonly number[];
};

/**
 * What a check found. `warned` can be approved with a commentary, `failed` cannot; `detail` is a sentence for whoever
 * approves, with what to do where something is to be done.
 */
export type Verdict = { readonly outcome: 'passed' | 'warned' | 'failed'; readonly detail: string };

/** One thing that a machine looks at before people approve a revision. */
export type GateCheck = {
  readonly id: string;
  readonly check: (input: GateInput) => Verdict;
};

export const passed = (detail: string): Verdict => ({ outcome: 'passed', detail });

export const warned = (detail: string): Verdict => ({ outcome: 'warned', detail });

export const failed = (detail: string): Verdict => ({ outcome: 'failed', detail });
