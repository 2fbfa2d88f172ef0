import type { Profile } from './profile.ts';

/** Gives a person's records their ids, `JE-0042-S07`: a letter for the kind and a number that goes up. */
export type PersonIds = (kind: 'P' | 'S' | 'T' | 'L' | 'M' | 'R') => string;

export function personIds({ personRef }: Profile): PersonIds {
  const counts = new Map<string, number>();
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${personRef}-${kind}${String(count).padStart(2, '0')}`;
  };
}
