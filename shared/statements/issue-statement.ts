import { type Posting, withoutPlacements } from '../finance/postings.ts';
import { AppError } from '../platform/errors.ts';
import { isTag } from '../privacy/person-tags.ts';
import type { Bucket } from '../store/pack-files.ts';
import { writeOnce } from '../store/pack-files.ts';
import { LEDGER, statementFolder } from '../store/statement-files.ts';
import type { AccountOfProvider } from './account.ts';
import { type Ledger, ledgerBytes } from './ledger.ts';

/**
 * Writes down a statement: a final one with its placements by their tags, a provisional one, from which nothing goes
 * on, without any. A provisional one of the same day that is there already stays as it is.
 *
 * @param ledger its postings name placements by id, or by tag where they are not held any more
 * @returns the folder of its files
 * @throws AppError 409 `statement-overtaken` where another run wrote the final one since the account was read
 */
export async function issueStatement(
  bucket: Bucket,
  { document, postings }: Ledger,
  { placementByTag, today }: Pick<AccountOfProvider, 'placementByTag'> & { readonly today: string },
): Promise<string> {
  const { commissioner, provider, month, state } = document;
  const isFinal = state === 'final';
  const folder = statementFolder({
    ...{ commissioner, provider, month },
    ...(!isFinal && { provisionalOn: today }),
  });
  const kept = isFinal ? byTag(postings, placementByTag) : withoutPlacements(postings);
  const isNew = await writeOnce(bucket, `${folder}/${LEDGER}`, ledgerBytes({ document, postings: kept }));
  // What goes on from this final statement would go on from one that is not there.
  if (!isNew && isFinal)
    throw new AppError(
      409,
      'statement-overtaken',
      'Another run wrote this final statement meanwhile; run the statements again.',
    );
  return folder;
}

function byTag(postings: readonly Posting[], placementByTag: ReadonlyMap<string, string>): Posting[] {
  const tagOf = new Map(Array.from(placementByTag, ([tag, id]) => [id, tag]));
  return postings.map((posting) => {
    const { placement } = posting;
    if (placement === undefined) return posting;
    const tag = tagOf.get(placement) ?? placement;
    if (!isTag(tag)) throw new Error('a placement without a tag was to be kept where nothing can be erased');
    return { ...posting, placement: tag };
  });
}
