import type { TrialFiles } from './trial-rows.ts';

/** The files as they would be if only the first so many people, by number, had been in the trials. */
export function firstPeople(files: TrialFiles, most: number): TrialFiles {
  const last = files.everybody.map(({ who }) => who).toSorted((a, b) => a - b)[most - 1] ?? Infinity;
  const ofThem = <Row extends { readonly who: number }>(rows: readonly Row[]) =>
    rows.filter(({ who }) => who <= last);
  return {
    everybody: ofThem(files.everybody),
    site_masked: ofThem(files.site_masked),
    demographics: ofThem(files.demographics),
    randomization: ofThem(files.randomization),
    visit: ofThem(files.visit),
    uds: ofThem(files.uds),
    withdrawal: ofThem(files.withdrawal),
    detox: ofThem(files.detox),
    meta_study_length: files.meta_study_length,
  };
}
