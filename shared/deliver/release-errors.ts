import { AppError } from '../platform/errors.ts';
import type { Gate } from './gate/run-gate.ts';

/** Why a revision is not approved or released as things stand; each with what to do. */
export const releaseErrors = {
  notLatest: () =>
    new AppError(409, 'not-latest', 'A newer revision was issued since; look at that one and approve it.'),
  manifestDiffers: () =>
    new AppError(
      409,
      'manifest-differs',
      'The hash is not that of the manifest of this revision; open the pack anew and look at what is there.',
    ),
  alreadyApproved: () =>
    new AppError(
      409,
      'already-approved',
      'You have approved this revision already, and your approval stands; the second has to be another person’s. To add or change a commentary take your approval back and approve again.',
    ),
  alreadyReleased: () =>
    new AppError(409, 'already-released', 'This revision was released, and what is released stays so.'),
  enoughApprovals: () =>
    new AppError(409, 'enough-approvals', 'Enough people have approved this revision; it can be released.'),
  approvalsNeeded: (needed: number, standing: number) =>
    new AppError(
      409,
      'approvals-needed',
      `${needed} different people have to approve this revision before it is released; ${standing} so far.`,
    ),
  commentaryNeeded: () =>
    new AppError(
      422,
      'commentary-needed',
      'A check of the gate warns; say in the commentary of an approval what it means for whoever reads the pack. Whoever has approved already takes that back and approves again with a commentary.',
    ),
  gateFailed: ({ checks }: Gate) =>
    new AppError(
      409,
      'gate-failed',
      'A check of the gate failed, so it cannot be approved or released; see errors.',
      {
        issues: checks
          .filter(({ outcome }) => outcome === 'failed')
          .map(({ check, detail }) => ({ field: check, code: 'check-failed', message: detail })),
      },
    ),
} as const;
