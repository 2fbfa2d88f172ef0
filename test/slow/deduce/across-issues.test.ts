import { expect, test } from 'vitest';
import { disclose } from '../../../shared/outcomes/disclosure.ts';
import type { Figure, OutcomeDocument } from '../../../shared/outcomes/document.ts';
import { compute } from '../../support/compute.ts';
import { aCrowd } from '../../support/crowd.ts';
import { figuresRead } from '../../support/reader/figures-read.ts';

const SEEDS = [3, 9, 12, 18];

test.each(SEEDS)(
  'no group is told in two of three issues of a month with one to four people between them (seed %i)',
  { timeout: 120_000 },
  (seed) => {
    const issues = threeIssues(seed);
    const told = issues.flatMap((later, index) =>
      issues.slice(0, index).flatMap((earlier) => fewApart(earlier, later)),
    );
    expect(told).toEqual([]);
    // There was something to be withheld: without what was issued before it would be told.
    const alone = disclose(compute(crowdOf(seed).all).computed, { revision: 2, asAt: issues[1]!.asAt });
    expect(fewApart(issues[0]!, alone)).not.toEqual([]);
  },
);

function crowdOf(seed: number) {
  const all = aCrowd(seed, 24 + (seed % 3) * 6, 0.5);
  const { people } = all;
  return {
    all,
    without: (from: number, to: number) => ({ ...all, people: people.slice(from, people.length - to) }),
  };
}

/** Two people are added, then one is erased. */
function threeIssues(seed: number): OutcomeDocument[] {
  const { all, without } = crowdOf(seed);
  const issued: OutcomeDocument[] = [];
  for (const crowd of [without(0, 2), all, without(1, 0)]) {
    const revision = issued.length + 1;
    const asAt = `2026-11-0${4 + revision}T06:00:00.000Z`;
    issued.push(disclose(compute(crowd).computed, { revision, asAt }, ...issued));
  }
  return issued;
}

/** Every number that is told of a group in both, and is one to four away. */
function fewApart(earlier: OutcomeDocument, later: OutcomeDocument): string[] {
  const before = figuresRead(earlier);
  return [...figuresRead(later)].flatMap(([at, figure]) => {
    const [measure = '', part, name = ''] = at.split('|');
    const isProvider = part === 'cohort' && name === 'provider';
    const result = later.measures[measure];
    const groups = isProvider ? result?.cohort?.providers : result?.splits?.[name];
    const issued = before.get(at);
    if ((part !== 'split' && !isProvider) || issued === undefined || Object.keys(groups ?? {}).length === 1)
      return [];
    const was = printed(issued);
    return [...printed(figure)].flatMap(([number, is]) => {
      const by = Math.abs(is - (was.get(number) ?? is));
      return by >= 1 && by <= 4 ? [`${at} ${number}: ${was.get(number)} was ${is}`] : [];
    });
  });
}

/** The counts that a figure prints. */
function printed(figure: Figure): Map<string, number> {
  const counts = (numbers: Readonly<Record<string, unknown>>): Map<string, number> =>
    new Map(
      Object.entries(numbers).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
    );
  switch (figure.kind) {
    case 'survival':
      return counts({
        journeys: figure.journeys,
        events: figure.events,
        ...Object.fromEntries(
          figure.points.flatMap((point) =>
            point.state === 'estimated'
              ? [
                  [`events by ${point.day}`, point.events],
                  [`at risk on ${point.day}`, point.atRisk],
                ]
              : [],
          ),
        ),
      });
    case 'incidence':
      return counts({ lapses: figure.lapses, journeys: figure.journeys, placements: figure.placements });
    case 'proportion':
      return figure.state === 'estimated'
        ? counts({
            numerator: figure.numerator,
            denominator: figure.denominator,
            complement: figure.denominator - figure.numerator,
          })
        : new Map<string, number>();
    case 'count':
      return figure.state === 'estimated' ? counts({ count: figure.value }) : new Map<string, number>();
    case 'mean':
      return figure.state === 'estimated' ? counts({ values: figure.values }) : new Map<string, number>();
    case 'rate':
      return figure.state === 'estimated' ? counts({ events: figure.events }) : new Map<string, number>();
    case 'median':
      return new Map<string, number>();
  }
}
