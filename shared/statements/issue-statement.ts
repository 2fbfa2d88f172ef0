import { AppError } from '../platform/errors.ts';
import { placementTag, type TagOf } from '../privacy/person-tags.ts';
import type { Bucket } from '../store/pack-files.ts';
import { writeOnce } from '../store/pack-files.ts';
import { LEDGER, statementFolder } from '../store/statement-files.ts';
import { type Ledger, ledgerBytes } from './ledger.ts';

/**
 * Writes down a statement, its placements by their tags. A provisional one of the same day that is there already
 * stays as it is.
 *
 * @param ledger its postings name placements by id, or by tag where nobody knows them any more
 * @returns the folder of its files
 * @throws AppError 409 `statement-overtaken` where another run wrote the final one since the account was read
 */
export async function issueStatement(
  { bucket, tagOf }: { readonly bucket: Bucket; readonly tagOf: TagOf },
  { document, postings }: Ledger,
  today: string,
): Promise<string> {
  const { commissioner, provider, month, state } = document;
  const folder = statementFolder({
    ...{ commissioner, provider, month },
    ...(state === 'provisional' && { provisionalOn: today }),
  });
  const tagged = await Promise.all(
    postings.map(async (posting) => {
      const { placement } = posting;
      return placement === undefined
        ? posting
        : { ...posting, placement: await placementTag(tagOf, provider, placement) };
    }),
  );
  const isNew = await writeOnce(bucket, `${folder}/${LEDGER}`, ledgerBytes({ document, postings: tagged }));
  // What goes on from this final statement would go on from one that is not there.
  if (!isNew && state === 'final')
    throw new AppError(
      409,
      'statement-overtaken',
      'Another run wrote this final statement meanwhile; run the statements again.',
    );
  return folder;
}
