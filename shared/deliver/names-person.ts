import { queryPage, type Table } from '../store/dynamo.ts';
import { inParallel } from '../store/in-parallel.ts';
import { readCodes } from '../store/registries.ts';
import { personPartition } from '../store/table.ts';

const AT_ONCE = 16;

/**
 * Whether a text holds the reference of somebody of whom records are held, as any provider knows them: an erasure would
 * not find it there. Numbers alone are passed over: in sentences they count things.
 *
 * @example await namesPerson(table, 'SU-1042 came back in October.') // true where there is such a person
 */
export async function namesPerson(table: Table, text: string): Promise<boolean> {
  const words = wordsLikeReferences(text);
  if (words.length === 0) return false;
  const providers = await readCodes(table, 'providers');
  const pairs = providers.flatMap((provider) => words.map((word) => personPartition(provider, word)));
  const held = await inParallel(AT_ONCE, pairs, async (partition) => {
    const { items } = await queryPage(table, { partition, limit: 1, attributes: ['SK'] });
    return items.length > 0;
  });
  return held.includes(true);
}

/** Letters and digits together, whatever dash is between them, with and without what ends a sentence or stands between. */
function wordsLikeReferences(text: string): string[] {
  const plain = text.normalize('NFKC').replaceAll(/\p{Pd}/gu, '-');
  const words = (plain.match(/[A-Za-z0-9._-]{2,64}/g) ?? []).flatMap((word) => [
    word,
    word.replace(/^[._-]+|(?<![._-])[._-]+$/g, ''),
  ]);
  return [...new Set(words)].filter((word) => /\d/.test(word) && /[A-Za-z]/.test(word));
}
