import * as z from 'zod';
import type { Sent } from '../submission/check-records.ts';
import type { Submitted } from '../submission/store-records.ts';
import { listFiles, readFile } from '../store/pack-files.ts';
import { workFolder, writeFile } from '../store/upload-files.ts';
import type { Upload } from '../store/uploads.ts';
import { rowsOfSlice, type UploadedRow } from './rows-of-slice.ts';
import type { Slice } from './slice.ts';
import type { Uploading } from './uploading.ts';

/**
 * The placements of an upload that only rehearses. Others are checked by them although they are stored nowhere: those
 * that would be are written down beside the file, and sent along with whoever's records come later.
 */

const keptSchema = z.array(
  z.object({ id: z.string(), personRef: z.string(), value: z.record(z.string(), z.unknown()) }),
);

/** Writes down the placements among some rows that would be stored. */
export async function keepPlacements(
  { bucket }: Uploading,
  upload: Upload,
  slice: Slice,
  rows: readonly UploadedRow[],
  results: readonly Submitted[],
): Promise<void> {
  if (upload.mode === 'commit' || !slice.name.startsWith('1-')) return;
  const kept = rows.flatMap(({ type, id, value }, i) => {
    const isKept = type === 'placement' && results[i]?.outcome !== 'rejected';
    return isKept ? [{ id, personRef: personRefIn(value), value }] : [];
  });
  const name = `${slice.name}-${rows[0]?.row ?? 0}`;
  await writeFile(bucket, `${workFolder(upload)}/placements/${name}.json`, JSON.stringify(kept));
}

/**
 * Finds the placements that were written down of the people of a slice: no more of them is held than its rows ask for.
 *
 * @returns those of the people of some rows
 */
export async function knownPlacements(
  { bucket }: Uploading,
  upload: Upload,
  slice: Slice,
): Promise<(rows: readonly UploadedRow[]) => readonly Sent[]> {
  const [first = 0] = upload.plan?.slices ?? [];
  if (upload.mode === 'commit' || slice.name.startsWith('1-') || first === 0) return () => [];
  const people = new Set<string>();
  for await (const { value } of rowsOfSlice(bucket, upload, slice)) {
    const personRef = personRefIn(value);
    if (personRef !== undefined) people.add(personRef);
  }
  const found = new Map<string, Map<string, Sent>>();
  for (const key of await listFiles(bucket, `${workFolder(upload)}/placements/`)) {
    const text = Buffer.from(await readFile(bucket, key)).toString('utf8');
    for (const { id, personRef, value } of keptSchema.parse(JSON.parse(text))) {
      if (!people.has(personRef)) continue;
      const theirs = found.get(personRef) ?? new Map<string, Sent>();
      found.set(personRef, theirs.set(id, { type: 'placement', id, value }));
    }
  }
  return (rows) => {
    const asked = new Set(rows.flatMap(({ value }) => personRefIn(value) ?? []));
    return [...asked].flatMap((personRef) => [...(found.get(personRef)?.values() ?? [])]);
  };
}

const personSchema = z.object({ personRef: z.string() });

const personRefIn = (value: unknown) => personSchema.safeParse(value).data?.personRef;
