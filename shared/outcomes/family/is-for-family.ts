import type { Fact } from '../person-history.ts';
import { FAMILY_KINDS } from './supported.ts';

/** Whether a session was held that is of a family kind or that family attended, with the person or alone. */
export function isForFamily({ data: { attendance, kind, family = [] } }: Fact<'session'>): boolean {
  return (
    (attendance === 'attended' || attendance === 'family-only') &&
    (family.length > 0 || FAMILY_KINDS.some((one) => one === kind))
  );
}
