import { Temporal } from 'temporal-polyfill';
import { dateOfDay } from '../../shared/records/london.ts';
import { RESONANCE_FACTOR_TOPICS } from '../../shared/records/session.ts';
import type { Session } from '../../shared/records/session.ts';

type Topic = NonNullable<Session['topics']>[number];

/** A group that meets every week; `weekday` 0 is Monday. */
type Slot = {
  readonly weekday: number;
  readonly time: string;
  readonly kind: Session['kind'];
};

/** The day programme's week: evenings and a Saturday among it. */
export const slots = {
  monday: { weekday: 0, time: '10:30', kind: 'group' },
  tuesdayEvening: { weekday: 1, time: '18:00', kind: 'group' },
  offending: { weekday: 2, time: '13:30', kind: 'offending-behaviour-group' },
  literacy: { weekday: 2, time: '15:00', kind: 'social-literacy' },
  women: { weekday: 3, time: '11:00', kind: 'women-only-group' },
  joint: { weekday: 3, time: '18:30', kind: 'joint-group' },
  friday: { weekday: 4, time: '10:30', kind: 'group' },
  saturday: { weekday: 5, time: '10:00', kind: 'group' },
  familyEvening: { weekday: 1, time: '18:15', kind: 'family-group' },
  workshop: { weekday: 5, time: '11:30', kind: 'family-workshop' },
  carers: { weekday: 2, time: '11:00', kind: 'carer-group' },
  peers: { weekday: 4, time: '14:00', kind: 'peer-support' },
} as const satisfies Readonly<Record<string, Slot>>;

const CLOSED = ['12-25', '12-26', '01-01'];

/** Whether the service is open on a day. */
export function isOpen(day: number): boolean {
  return !CLOSED.includes(dateOfDay(day).slice(5));
}

/** The first day from `day` on that falls on the weekday; 0 is Monday (day 0, 1 January 1970, was a Thursday). */
export function nextWeekday(day: number, weekday: number): number {
  return day + ((((weekday - day - 3) % 7) + 7) % 7);
}

/** The first working day, Monday to Friday, from `day` on. */
export function workingDay(day: number): number {
  const weekday = (day + 3) % 7;
  return weekday < 5 ? day : day + 7 - weekday;
}

/** The instant of a London clock time, with the offset of that day. */
export function londonInstant(day: number, time: string): string {
  const { offset } = Temporal.PlainDateTime.from(`${dateOfDay(day)}T${time}`).toZonedDateTime(
    'Europe/London',
  );
  return `${dateOfDay(day)}T${time}:00${offset}`;
}

/** What the programme groups speak about in the week of a day: the five areas in turn. */
export function topicOfWeek(day: number, shift: number): Topic[] {
  const week = Math.floor((day + 3) / 7);
  return [...RESONANCE_FACTOR_TOPICS].filter(
    (_, index) => index === (week + shift) % RESONANCE_FACTOR_TOPICS.length,
  );
}

/** What is the same for everybody at one delivered group: its reference, instant, kind. */
export function groupAt(prefix: string, slot: Slot, day: number) {
  return {
    groupRef: `${prefix}-G-${dateOfDay(day)}-${slot.time.replace(':', '')}`,
    kind: slot.kind,
    startsAt: londonInstant(day, slot.time),
  };
}
