import { placementTag, type TagOf } from '../privacy/person-tags.ts';
import type { Bucket } from '../store/pack-files.ts';
import { writeOnce } from '../store/pack-files.ts';
import { LEDGER, statementFolder } from '../store/statement-files.ts';
import { type Ledger, ledgerBytes } from './ledger.ts';

/**
 * Writes down a statement, its placements by their tags. One that is there already, of an earlier try or another run,
 * stays as it is.
 *
 * @param ledger its postings name placements by id, or by tag where nobody knows them any more
 * @returns the folder of its files
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
  await writeOnce(bucket, `${folder}/${LEDGER}`, ledgerBytes({ document, postings: tagged }));
  return folder;
}
