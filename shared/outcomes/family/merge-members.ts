import type { Attendance, FamilyMember } from './attendance.ts';

/**
 * Each family member once, with all they attended: one who is with two service users in one group attended it once.
 */
export function mergeMembers(known: readonly FamilyMember[]): FamilyMember[] {
  const merged = new Map<string, { key: string; firstDay: number; bySession: Map<string, Attendance> }>();
  for (const { key, firstDay, attendances } of known) {
    const member = merged.get(key) ?? { key, firstDay, bySession: new Map<string, Attendance>() };
    merged.set(key, member);
    member.firstDay = Math.min(member.firstDay, firstDay);
    for (const attendance of attendances) {
      const other = member.bySession.get(attendance.session);
      member.bySession.set(attendance.session, other === undefined ? attendance : both(other, attendance));
    }
  }
  return [...merged.values()].map(({ key, firstDay, bySession }) => ({
    key,
    firstDay,
    attendances: [...bySession.values()],
  }));
}

/** Two records of one session: the topics of both, and the same choice of the rest in either order. */
function both(a: Attendance, b: Attendance): Attendance {
  const [first, second] = a.group <= b.group ? [a, b] : [b, a];
  return { ...first, topics: [...new Set([...first.topics, ...second.topics])] };
}
