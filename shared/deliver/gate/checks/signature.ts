import { failed, type GateCheck, passed } from '../gate-check.ts';

/** The manifest, and so every file by its hash, is signed by the key that is published. */
export const signature: GateCheck = {
  id: 'signature',
  check: ({ isSigned }) =>
    isSigned
      ? passed('The signature is one of this manifest by the published key.')
      : failed(
          'The signature is missing, or is none of this manifest by the published key. Restore the files from the bucket’s versions; where the key is another since, run the month again.',
        ),
};
