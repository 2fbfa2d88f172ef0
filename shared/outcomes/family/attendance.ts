import type { Fact } from '../person-history.ts';

/** One family member's part in one session. */
export type Attendance = {
  readonly day: number;
  /** What tells sessions of one family member apart: the instant, the kind and the delivered group. */
  readonly session: string;
  readonly kind: Fact<'session'>['data']['kind'];
  /** The delivered group, where several people's sessions are of one. */
  readonly group: string;
  readonly topics: readonly string[];
};

/** A family member, distinct over providers, and what one history knows of them. */
export type FamilyMember = {
  readonly key: string;
  readonly firstDay: number;
  /** From `sinceDay` on. */
  readonly attendances: readonly Attendance[];
};

/** The family members in `sessions` of one provider, with what they attended from `sinceDay` on. */
export function familyOf(
  sessions: readonly Fact<'session'>[],
  provider: string,
  sinceDay: number,
): FamilyMember[] {
  const members = new Map<string, { key: string; firstDay: number; attendances: Attendance[] }>();
  for (const { id, day, data } of sessions) {
    for (const { ref } of data.family ?? []) {
      const key = `${provider}/${ref}`;
      const member = members.get(key) ?? { key, firstDay: day, attendances: [] };
      members.set(key, member);
      member.firstDay = Math.min(member.firstDay, day);
      if (day < sinceDay) continue;
      const group = `${provider}/${data.groupRef === undefined ? `session ${id}` : data.groupRef}`;
      const session = `${Date.parse(data.startsAt)} ${data.kind} ${data.groupRef ?? ''}`;
      member.attendances.push({ day, session, kind: data.kind, group, topics: data.topics ?? [] });
    }
  }
  return [...members.values()];
}
