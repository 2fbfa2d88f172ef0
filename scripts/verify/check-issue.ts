import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { type Finding, ok, wrong } from './finding.ts';
import type { Manifest } from './manifest.ts';
import { readJson } from './read-json.ts';

const documentSchema = z.looseObject({
  commissioner: z.string(),
  month: z.string(),
  revision: z.int(),
  asAt: z.string(),
  definitions: z.record(z.string(), z.looseObject({ revision: z.int() })),
});

/**
 * Whether the outcome document is of the issue that the manifest says: commissioner, month, revision, as-at instant and
 * the revision of each definition. A statement has no such document, and nothing is found.
 */
export function checkIssue(outcomes: Uint8Array | undefined, manifest: Manifest): Finding[] {
  if (outcomes === undefined) return [];
  const document = documentSchema.safeParse(readJson(outcomes));
  if (!document.success) return [wrong('issue', 'outcomes.json is no outcome document')];
  const { commissioner, month, revision, asAt, definitions } = document.data;
  const told = {
    ...{ commissioner, month, revision, asAt },
    definitions: Object.fromEntries(Object.entries(definitions).map(([id, one]) => [id, one.revision])),
  };
  const differing = Object.entries(told).filter(
    ([field, value]) => !isDeepStrictEqual(manifest[field], value),
  );
  return differing.length === 0
    ? [ok('issue', `${commissioner}, ${month}, revision ${revision}, as at ${asAt}`)]
    : [wrong('issue', `outcomes.json has another ${differing.map(([field]) => field).join(', ')}`)];
}
