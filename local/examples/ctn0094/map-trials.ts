import { type Account, accountFor } from './account.ts';
import type { LeftOut } from './left-out.ts';
import { mapPerson } from './map-person.ts';
import type { SiteRecords } from './submit-trials.ts';
import { trialPeople } from './trial-people.ts';
import type { RowName, TrialFiles } from './trial-rows.ts';

/** The trials as every site would send them, with the account of every row that was read. */
export function mapTrials(files: TrialFiles): {
  readonly people: number;
  readonly sites: SiteRecords[];
  readonly account: Account;
} {
  const { people, nobodys } = trialPeople(files);
  const mapped = people.map((person) => ({ site: person.site, ...mapPerson(person) }));
  const rows = Object.values(files).flatMap((ofFile: readonly { row: RowName }[]) =>
    ofFile.map(({ row }) => row),
  );
  const leftOut: LeftOut[] = [
    ...mapped.flatMap((each) => each.leftOut),
    ...files.meta_study_length.map(({ row }): LeftOut => ({ row, rule: 'L5' })),
    ...nobodys.map((row): LeftOut => ({ row, rule: 'L6' })),
  ];
  const sites = [...Map.groupBy(mapped, ({ site }) => site)].map(([site, ofSite]) => ({
    site,
    made: ofSite.flatMap(({ made }) => made),
  }));
  const made = sites.flatMap((each) => each.made);
  return { people: people.length, sites, account: accountFor(rows, made, leftOut) };
}
