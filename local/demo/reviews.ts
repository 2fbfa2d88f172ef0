import { dateOfDay } from '../../shared/records/london.ts';
import type { Review } from '../../shared/records/review.ts';
import type { SentRecord } from '../api-client.ts';
import type { Journey } from './journey.ts';
import type { PersonIds } from './person-ids.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import { workingDay } from './timetable.ts';

type SentReview = Extract<SentRecord, { type: 'review' }>;

/** Reviews at the start, half-way through each twelve weeks and at a planned exit; the later, the better it goes. */
export function reviews(profile: Profile, journey: Journey, ids: PersonIds, random: Random): SentReview[] {
  const { day0, lastContactDay, endDay, endReason, extended } = journey;
  if (day0 === undefined) return [];
  const made: SentReview[] = [];
  const add = (stage: Review['stage'], day: number, progress: number, decision?: Review['decision']) => {
    made.push({
      type: 'review',
      id: ids('R'),
      personRef: profile.personRef,
      stage,
      reviewedOn: dateOfDay(day),
      ...found(profile, progress, random),
      ...(decision === undefined ? {} : { decision }),
      ...(stage === 'start' ? {} : { goalProgress: goalProgress(progress, random) }),
    });
  };
  if (random.chance(0.92)) add('start', workingDay(day0 + random.between(0, 12)), 0);
  const middle = workingDay(day0 + random.between(38, 50));
  if (middle <= lastContactDay && random.chance(0.85)) add('review', middle, 2, 'continue');
  const end = workingDay(day0 + 77);
  if (extended && end <= lastContactDay) add('review', end, 3, 'extend');
  if (endReason === 'completed') add('exit', endDay, 4, 'complete');
  else if (endReason === 'referred-on') add('exit', endDay, 1, 'refer');
  return made;
}

/** What is found at a review; `progress` from 0, at the start, to 4, at a completed end. */
function found(profile: Profile, progress: number, random: Random) {
  const { substances, goal, children } = profile;
  const share = goal === 'abstinence' ? Math.max(0, 2 - progress) / 2 : (6 - progress) / 6;
  const days = substances.map((substance, index) => {
    const atStart = random.between(index === 0 ? 12 : 2, index === 0 ? 28 : 12);
    return [substance, Math.floor(atStart * share)] satisfies [string, number];
  });
  const rating = () => Math.min(20, random.between(5, 11) + progress * 2);
  const injects = substances.includes('opiates') && random.chance(0.35);
  const better = progress >= 3 && random.chance(0.3);
  return {
    daysUsed: Object.fromEntries(days),
    ...(substances[0] === 'alcohol' && share > 0 ? { unitsPerUsingDay: random.between(6, 24) } : {}),
    ...(injects ? { injectedDays: Math.floor(random.between(4, 20) * share), sharing: progress === 0 } : {}),
    psychologicalHealth: rating(),
    physicalHealth: rating(),
    qualityOfLife: rating(),
    housingProblem: random.chance(0.3 - progress * 0.05),
    paidWorkDays: random.chance(0.15 + progress * 0.05) ? random.between(4, 20) : 0,
    educationDays: random.chance(0.05 + progress * 0.05) ? random.between(1, 10) : 0,
    children: better && children === 'protection-register' ? ('living-with' as const) : children,
    recoverySupport:
      progress < 2
        ? ('none' as const)
        : random.pick(['none', 'peer-support', 'mutual-aid', 'mutual-aid', 'faith-based'] as const),
  };
}

function goalProgress(progress: number, random: Random): NonNullable<Review['goalProgress']> {
  if (progress >= 4) return random.weighted({ met: 7, some: 3, none: 0 });
  return random.weighted({ met: 1, some: 6, none: 3 });
}
