import { AppError, notFound } from '../platform/errors.ts';
import { registries } from '../records/registries.ts';
import { factsOn } from '../outcomes/reports/facts-on.ts';
import { type PlacementFacts, placementFacts } from '../outcomes/reports/placement-facts.ts';
import { reportAgreed, type ReportGrounds } from '../outcomes/reports/report-agreed.ts';
import type { Table } from '../store/dynamo.ts';
import type { Person } from '../store/holdings.ts';
import { readPerson } from '../store/read-person.ts';
import { readEntry } from '../store/registries.ts';

/** On whom a report is asked for. */
export type AskedReport = {
  readonly person: Person;
  /** The provider's id of the placement; without it, the only one there is. */
  readonly placement?: string | undefined;
  /** Whose placements alone are there for whoever asks: absent for the provider. */
  readonly referrer?: string | undefined;
};

/** What a report is made of but for the instant. */
export type ReadReport = {
  readonly facts: PlacementFacts;
  readonly grounds: ReportGrounds;
  readonly recipient: { readonly code: string; readonly name: string };
  /** The provider's name. */
  readonly provider: string;
};

/**
 * Reads what a report on one placement is made of.
 *
 * @param date the London date of the report
 * @throws AppError 404 where there is no such placement for whoever asks, 400 `placement-required` where there are
 * several, 409 `no-referrer` where it names nobody to report to, 403 `report-not-agreed`
 */
export async function readReport(
  table: Table,
  { person, placement: id, referrer }: AskedReport,
  date: string,
): Promise<ReadReport> {
  const records = await readPerson(table, person);
  const asked = factsOn(records, date)
    .placements.filter(({ data }) => referrer === undefined || data.referrer === referrer)
    .filter((placement) => id === undefined || placement.id === id);
  const [placement, another] = asked;
  if (placement === undefined) throw notFound();
  if (another !== undefined) throw severalPlacements();
  const { referrer: code } = placement.data;
  if (code === undefined) throw noReferrer();
  const grounds = reportAgreed(placement.data);
  if (grounds === undefined) throw notAgreed();
  const facts = placementFacts(records, placement.id, date);
  if (facts === undefined) throw notFound();
  const [recipient, provider] = await Promise.all([
    nameOf(table, 'referrers', code),
    nameOf(table, 'providers', person.provider),
  ]);
  return { facts, grounds, recipient: { code, name: recipient }, provider };
}

/** The registered name of a code; the code where there is none. */
async function nameOf(table: Table, registry: 'referrers' | 'providers', code: string): Promise<string> {
  const entry = await readEntry(table, registry, code);
  return entry === undefined ? code : registries[registry].parse(entry.data).name;
}

function severalPlacements(): AppError {
  const detail =
    'This person has several placements; say which with ?placement= and its id. A report is on one placement.';
  return new AppError(400, 'placement-required', detail);
}

function noReferrer(): AppError {
  const detail = 'This placement names no referrer, so there is nobody to report to.';
  return new AppError(409, 'no-referrer', detail);
}

/** Whether it was refused or nothing was agreed is told to nobody. */
function notAgreed(): AppError {
  const detail =
    'No report may be made on this placement: the provider has not recorded that reports to the referrer are agreed or ordered.';
  return new AppError(403, 'report-not-agreed', detail);
}
