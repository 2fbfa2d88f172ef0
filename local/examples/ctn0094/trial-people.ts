import { type Phase, phasesOf } from './phases.ts';
import type { RowName, TrialFiles, TrialRow } from './trial-rows.ts';

/** Everything that the files say of one person, and the site that sends it. */
export type TrialPerson = {
  readonly who: number;
  readonly project: TrialRow<'everybody'>['project'];
  readonly site: string;
  readonly age: number | undefined;
  readonly isMale: TrialRow<'demographics'>['is_male'];
  readonly phases: readonly Phase[];
  readonly visits: readonly TrialRow<'visit'>[];
  readonly urine: readonly TrialRow<'uds'>[];
  readonly ratings: readonly TrialRow<'withdrawal'>[];
  readonly detox: readonly TrialRow<'detox'>[];
  /** The rows that say who they are: of everybody, sites and demographics. */
  readonly rows: readonly RowName[];
};

/**
 * Brings together what the files say of each person, by number.
 *
 * @returns the people and, of the files' rows, those of nobody: whose person is in no trial or at no site
 */
export function trialPeople(files: TrialFiles): {
  readonly people: TrialPerson[];
  readonly nobodys: RowName[];
} {
  const of = {
    everybody: byPerson(files.everybody),
    site: byPerson(files.site_masked),
    demographics: byPerson(files.demographics),
    randomization: byPerson(files.randomization),
    visits: byPerson(files.visit),
    urine: byPerson(files.uds),
    ratings: byPerson(files.withdrawal),
    detox: byPerson(files.detox),
  };
  const numbers = [...new Set(Object.values(of).flatMap((each) => [...each.keys()]))].sort((a, b) => a - b);
  const people: TrialPerson[] = [];
  const nobodys: RowName[] = [];
  for (const who of numbers) {
    const everybody = of.everybody.get(who) ?? [];
    const sites = of.site.get(who) ?? [];
    const demographics = of.demographics.get(who) ?? [];
    const [trial] = everybody;
    const [site] = sites;
    const [known] = demographics;
    if (trial === undefined || site === undefined) {
      nobodys.push(...Object.values(of).flatMap((each) => (each.get(who) ?? []).map(({ row }) => row)));
      continue;
    }
    people.push({
      ...{ who, project: trial.project, site: site.site_masked },
      ...{ age: known?.age, isMale: known?.is_male ?? '' },
      phases: phasesOf(of.randomization.get(who) ?? [], trial.project, files.meta_study_length),
      visits: of.visits.get(who) ?? [],
      urine: of.urine.get(who) ?? [],
      ratings: of.ratings.get(who) ?? [],
      detox: of.detox.get(who) ?? [],
      rows: [...everybody, ...sites, ...demographics].map(({ row }) => row),
    });
  }
  return { people, nobodys };
}

function byPerson<Row extends { readonly who: number }>(rows: readonly Row[]): Map<number, Row[]> {
  return Map.groupBy(rows, ({ who }) => who);
}
