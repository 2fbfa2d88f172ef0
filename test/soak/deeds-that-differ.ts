import type { Deeds, Revision } from './deeds.ts';

/** An entry of the audit, as the operator reads it. */
export type AuditEntry = {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly sub?: string;
  readonly revision?: number;
  readonly erasure?: string;
};

const APPROVALS_NEEDED = 2;

/**
 * What stands of approvals, releases and erasures otherwise than it was acknowledged, or was done more than once: each
 * is in the audit once, and what was released two different people had approved before.
 *
 * @param erasures the ids of those that were acknowledged
 */
export function deedsThatDiffer(
  deeds: Deeds,
  erasures: readonly string[],
  revisions: readonly Revision[],
  audit: readonly AuditEntry[],
): string[] {
  return [
    ...numbersThatDiffer(revisions),
    ...doubles(audit),
    ...revisions.flatMap((each) =>
      whatDiffers(each, deeds, audit).map((s) => `revision ${each.revision}: ${s}`),
    ),
    ...[...deeds.approvals.keys(), ...deeds.released.keys()]
      .filter((wanted) => !revisions.some(({ revision }) => revision === wanted))
      .map((wanted) => `revision ${wanted}: approved or released, and not there`),
    ...erasuresThatDiffer(erasures, audit),
  ];
}

/** A number that was claimed when its process ended is given to no other pack, so some may be missing. */
function numbersThatDiffer(revisions: readonly Revision[]): string[] {
  const numbers = revisions.map(({ revision }) => revision);
  return numbers.some((revision, at) => at > 0 && revision <= (numbers[at - 1] ?? 0))
    ? [`revisions out of their order: ${numbers.join(', ')}`]
    : [];
}

function doubles(audit: readonly AuditEntry[]): string[] {
  const times = Map.groupBy(audit, ({ id }) => id);
  return [...times].flatMap(([id, all]) =>
    all.length > 1 ? [`the audit has ${id} ${all.length} times, ${all[0]?.action ?? ''}`] : [],
  );
}

function whatDiffers(
  { revision, releasedAt, approvals }: Revision,
  deeds: Deeds,
  audit: readonly AuditEntry[],
): string[] {
  const of = (action: string) => audit.filter((one) => one.revision === revision && one.action === action);
  const approved = of('pack-approved');
  const releases = of('pack-released');
  const people = Map.groupBy(approved, ({ sub = 'nobody' }) => sub);
  const found = [...people].flatMap(([sub, all]) =>
    all.length > 1 ? [`approved ${all.length} times by ${sub}`] : [],
  );
  const acknowledged = deeds.approvals.get(revision) ?? new Set();
  for (const sub of acknowledged)
    if (!people.has(sub)) found.push(`its approval by ${sub} is not in the audit`);
  if (approvals.length < acknowledged.size || approvals.length > APPROVALS_NEEDED)
    found.push(`${approvals.length} approvals stand of ${acknowledged.size}`);

  const wanted = deeds.released.get(revision);
  if (wanted !== undefined && releasedAt !== wanted.at)
    found.push(`released at ${releasedAt ?? 'no time'}, and it was at ${wanted.at}`);
  if (releases.length > 1) found.push(`released ${releases.length} times`);
  if (wanted !== undefined && releases[0]?.at !== wanted.at)
    found.push(`its release is in the audit at ${releases[0]?.at ?? 'no time'}, and it was at ${wanted.at}`);
  if (releases[0] !== undefined && releasedAt === undefined)
    found.push('released in the audit, and it is not');
  // An approval that was not answered comes into the audit with the next deed, so of a release all are there.
  const [first] = releases;
  const before = new Set(
    approved.filter(({ at }) => first !== undefined && at <= first.at).map(({ sub }) => sub),
  );
  if (first !== undefined && (before.size !== APPROVALS_NEEDED || approvals.length !== APPROVALS_NEEDED))
    found.push(`released with ${approvals.length} approvals of ${before.size} people`);
  return found;
}

function erasuresThatDiffer(erasures: readonly string[], audit: readonly AuditEntry[]): string[] {
  const times = Map.groupBy(
    audit.filter(({ action }) => action === 'person-erased'),
    ({ erasure = 'none' }) => erasure,
  );
  return [
    ...erasures.filter((id) => !times.has(id)).map((id) => `the erasure ${id} is not in the audit`),
    ...[...times].flatMap(([id, all]) =>
      all.length > 1 ? [`the erasure ${id} is in the audit ${all.length} times`] : [],
    ),
    ...[...times.keys()]
      .filter((id) => !erasures.includes(id))
      .map((id) => `the erasure ${id} is in the audit, and nobody was told of it`),
  ];
}
