import { failed, type GateCheck, passed } from '../gate-check.ts';

/** The document and the manifest are of this commissioner, month and revision, and of no other. */
export const rightIssue: GateCheck = {
  id: 'right-issue',
  check: ({ pack, document, manifest }) => {
    const { commissioner, month, revision } = pack;
    const isRight = [document, manifest].every(
      (one) => one?.commissioner === commissioner && one.month === month && one.revision === revision,
    );
    return isRight
      ? passed(`The pack is of ${month}, revision ${revision}.`)
      : failed(
          'The files are of another commissioner, month or revision. Do not release it; run the month again.',
        );
  },
};
