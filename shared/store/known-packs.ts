import type { Table } from './dynamo.ts';
import { isIssued, type IssuedPack, readPacks } from './packs.ts';
import { readReleases, type Release } from './releases.ts';

/** An issued revision with what people said of it; nothing where nobody has said anything. */
export type KnownPack = IssuedPack & { readonly release?: Release };

/** Every issued revision of a commissioner, of one month or of all; oldest month and revision first. */
export async function readKnownPacks(
  table: Table,
  commissioner: string,
  month?: string,
): Promise<KnownPack[]> {
  const [packs, releases] = await Promise.all([
    readPacks(table, commissioner, month),
    readReleases(table, commissioner, month),
  ]);
  const byRevision = new Map(releases.map((release) => [nameOf(release), release]));
  return packs.filter(isIssued).map((pack) => {
    const release = byRevision.get(nameOf(pack));
    return { ...pack, ...(release && { release }) };
  });
}

const nameOf = ({ month, revision }: Pick<IssuedPack, 'month' | 'revision'>) => `${month}#${revision}`;
