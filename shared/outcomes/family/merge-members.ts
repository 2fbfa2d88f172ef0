import type { Attendance, FamilyMember } from './attendance.ts';

/**
 * Each family member once, with all they attended: one who is with two service users in one group attended it once.
 */
export function mergeMembers(known: readonly FamilyMember[]): FamilyMember[] {
  const merged = new Map<string, { key: string; firstDay: number; byInstant: Map<number, Attendance> }>();
  for (const { key, firstDay, attendances } of known) {
    const member = merged.get(key) ?? { key, firstDay, byInstant: new Map<number, Attendance>() };
    merged.set(key, member);
    member.firstDay = Math.min(member.firstDay, firstDay);
    for (const attendance of attendances) {
      const other = member.byInstant.get(attendance.at);
      member.byInstant.set(attendance.at, other === undefined ? attendance : both(other, attendance));
    }
  }
  return [...merged.values()].map(({ key, firstDay, byInstant }) => ({
    key,
    firstDay,
    attendances: [...byInstant.values()],
  }));
}

/** Two records of one session: the topics of both; where they contradict, the same choice in either order. */
function both(a: Attendance, b: Attendance): Attendance {
  const [first, second] = `${a.kind} ${a.group}` <= `${b.kind} ${b.group}` ? [a, b] : [b, a];
  return { ...first, topics: [...new Set([...first.topics, ...second.topics])] };
}
