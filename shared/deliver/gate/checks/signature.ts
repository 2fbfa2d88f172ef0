import { SEAL } from '../../../store/pack-files.ts';
import { failed, type GateCheck, passed } from '../gate-check.ts';

/** The manifest, and so every file by its hash, is signed by the key that is published and that lies beside it. */
export const signature: GateCheck = {
  id: 'signature',
  check: ({ isSigned, hasPublishedKey }) => {
    if (!isSigned)
      return failed(
        'The signature is missing, or is none of this manifest by the published key. Restore the files from the bucket’s versions; where the key is another since, run the month again.',
      );
    return hasPublishedKey
      ? passed('The signature is one of this manifest by the published key, which lies beside it.')
      : failed(
          `The key that lies beside the pack is missing or is not the published one, and whoever checks the signature by it is misled. Restore ${SEAL.key} from the bucket’s versions.`,
        );
  },
};
