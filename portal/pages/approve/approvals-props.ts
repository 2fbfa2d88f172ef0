import type { Gate } from '../../../examples/typescript/janus-client.ts';
import type { PackAt } from '../packs/at.ts';
import type { Revision } from '../packs/revision.ts';

/** The revision whose approvals are shown, and what is done once one of them changed. */
export type ApprovalsProps = {
  readonly at: PackAt;
  readonly revision: Revision;
  readonly gate: Gate;
  /** Told in words what was done. */
  readonly onDone: (what: string) => void;
  /** Looks again at what others did. */
  readonly onLook: () => void;
};
