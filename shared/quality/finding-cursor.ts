import type { Finding } from './quality-list.ts';
import { qualityRules } from './registry.ts';

/** A place in the list of findings: its rule, day, type and id, so that it stands whatever was corrected meanwhile. */
export function nextCursor({ rule, since, type, id }: Finding): string {
  return [rule, since, type, id].join('~');
}

/** Whether a text may be such a place. */
export function isCursor(text: string): boolean {
  const [rule] = text.split('~');
  return (
    /^[a-z-]{1,40}~\d{4}-\d\d-\d\d~[a-z]{1,20}~[\w.-]{1,64}$/.test(text) &&
    qualityRules.some(({ id }) => id === rule)
  );
}

/** The findings that come after a place in the order of the list; all of them without one. */
export function findingsAfter(findings: readonly Finding[], cursor: string | undefined): readonly Finding[] {
  if (cursor === undefined) return findings;
  const [rule = '', since = '', type = '', id = ''] = cursor.split('~');
  const order = orderOf(rule);
  const start = findings.findIndex((finding) => {
    const own = orderOf(finding.rule);
    if (own !== order) return own > order;
    if (finding.since !== since) return finding.since > since;
    return `${finding.type}#${finding.id}` > `${type}#${id}`;
  });
  return start < 0 ? [] : findings.slice(start);
}

function orderOf(rule: string): number {
  return qualityRules.findIndex(({ id }) => id === rule);
}
