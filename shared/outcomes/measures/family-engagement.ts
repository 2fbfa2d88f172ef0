import { dimensionsOf } from '../dimensions.ts';
import { familyOf, type FamilyMember } from '../family/attendance.ts';
import { mergeMembers } from '../family/merge-members.ts';
import { supportFigures } from '../family/supported.ts';
import { countFigure } from '../figures/count-figure.ts';
import { counted } from '../figures/counted.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { inTreatment, placementInMonth } from '../in-treatment.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { type Period, yearTo } from '../period.ts';
import type { PersonHistory } from '../person-history.ts';

/** Sustained: so many attended sessions within so many days of the first. */
const SUSTAINED = { sessions: 3, days: 56 };

/** A service user, and which family members are linked to them. */
type ServiceUser = {
  readonly state: 'in-treatment' | 'not-started' | 'left';
  readonly linked: readonly string[];
  /** At least one of them attended in the month; known once all histories are. */
  readonly reached: boolean;
};

type Seen = Observation & {
  readonly serviceUser?: ServiceUser;
  /** What one history knows of a family member; after `relate` all that is known, once. */
  readonly member?: FamilyMember;
};

export const familyEngagement = measure<Seen>({
  id: 'family-engagement',
  revision: 1,
  title: 'Family engagement',
  question: 'Are families part of the work?',
  numerator:
    'Of these people, those with at least one linked family member who attended at least one session in the month.',
  denominator:
    'People in treatment in the month: on at least one day of it between the first attended session that is not by telephone and the end of a journey, or with an aftercare placement open.',
  method: 'Proportion, Wilson 95% interval. A relative of two people counts for each of them.',
  direction: 'up',
  span: 'month',
  lookBackDays: 396,

  observe: (history, period) => {
    const { who, provider, sessions } = history;
    const family = familyOf(sessions, provider, sinceDay(period));
    const state = stateOf(history, period);
    const placement = placementInMonth(history, period);
    const serviceUser = { state, linked: family.map(({ key }) => key), reached: false };
    return [
      state !== 'left' && placement !== undefined
        ? { who, dimensions: dimensionsOf(provider, placement), serviceUser }
        : { who, serviceUser },
      ...family.map((member) => ({ who: member.key, member })),
    ];
  },

  observeUnattached: ({ sessions }, period) =>
    [...new Set(sessions.map(({ provider }) => provider))].flatMap((provider) =>
      familyOf(
        sessions.filter((session) => session.provider === provider),
        provider,
        sinceDay(period),
      ).map((member) => ({ who: member.key, member })),
    ),

  relate: (seen, { firstDay }) => {
    const members = mergeMembers(seen.flatMap(({ member }) => (member === undefined ? [] : [member])));
    const attended = new Set(
      members
        .filter(({ attendances }) => attendances.some(({ day }) => day >= firstDay))
        .map(({ key }) => key),
    );
    const people = seen.flatMap((one) =>
      one.serviceUser === undefined
        ? []
        : [
            {
              ...one,
              serviceUser: {
                ...one.serviceUser,
                reached: one.serviceUser.linked.some((key) => attended.has(key)),
              },
            },
          ],
    );
    return [...people, ...members.map((member) => ({ who: member.key, member }))];
  },

  headline: (seen) =>
    proportionFigure(
      seen.filter(({ serviceUser }) => serviceUser?.state === 'in-treatment'),
      ({ serviceUser }) => serviceUser?.reached === true,
      {
        population: 'in-treatment',
        excluded: {
          'not-started': counted(seen.filter(({ serviceUser }) => serviceUser?.state === 'not-started')),
        },
      },
    ),

  beside: (seen, period) => {
    const members = seen.flatMap(({ who, member }) => (member === undefined ? [] : [{ who, ...member }]));
    const supported = members
      .map(({ who, attendances }) => ({
        who,
        inMonth: attendances.filter(({ day }) => day >= period.firstDay),
      }))
      .filter(({ inMonth }) => inMonth.length > 0);
    const lastFirst = period.lastDay - SUSTAINED.days;
    const matured = members.filter(({ firstDay }) => firstDay >= yearTo(lastFirst) && firstDay <= lastFirst);
    const linkedTo = (state: ServiceUser['state']) =>
      new Set(seen.flatMap(({ serviceUser }) => (serviceUser?.state === state ? serviceUser.linked : [])));
    const here = linkedTo('in-treatment');
    const gone = linkedTo('left');
    return {
      'family-supported': countFigure(supported),
      ...supportFigures(supported),
      'sustained-engagement': proportionFigure(
        matured,
        ({ firstDay, attendances }) =>
          attendances.filter(({ day }) => day - firstDay <= SUSTAINED.days).length >= SUSTAINED.sessions,
        {
          excluded: {
            'first-attended-within-56-days': counted(members.filter(({ firstDay }) => firstDay > lastFirst)),
          },
        },
      ),
      'supported-after-leaving': countFigure(supported.filter(({ who }) => gone.has(who) && !here.has(who))),
    };
  },
});

/** What matters of family attendance: enough to follow a first session of a year and 56 days ago. */
function sinceDay({ lastDay }: Period): number {
  return yearTo(lastDay - SUSTAINED.days);
}

/** Who has left was in treatment once; who has not started, or whose placement has not, may yet be. */
function stateOf(history: PersonHistory, period: Period): ServiceUser['state'] {
  if (inTreatment(history, period)) return 'in-treatment';
  const { journeys, placements } = history;
  const wasHere =
    journeys.some(({ dayZero }) => dayZero !== undefined) ||
    placements.some(({ data }) => data.service === 'aftercare');
  const isHere = placements.length === 0 || placements.some(({ endDay }) => endDay >= period.firstDay);
  return wasHere || !isHere ? 'left' : 'not-started';
}
