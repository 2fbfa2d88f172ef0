import { createHash } from 'node:crypto';
import type { World } from '../platform/world.ts';
import { placeOf } from '../platform/place-of-error.ts';
import { registries } from '../records/registries.ts';
import type { Table } from '../store/dynamo.ts';
import { inParallel } from '../store/in-parallel.ts';
import { readEntry } from '../store/registries.ts';
import { changeRelease, type Named, type Release } from '../store/releases.ts';
import { releaseMessage } from './release-message.ts';

export type Telling = Pick<World, 'mail' | 'log' | 'now'> & {
  readonly table: Table;
  /** The address of the page where people sign in. */
  readonly portal: string;
};

/** What came of telling: of so many registered addresses so many know. */
export type Told = { readonly recipients: number; readonly told: number };

const AT_ONCE = 5;

/** After this no more is tried: an address that is refused for two days will be refused on the third. */
const GIVE_UP_MS = 48 * 60 * 60 * 1000;

/** Longer than any function runs: whoever began before and has not come to an end was cut off. */
const CUT_OFF_MS = 5 * 60 * 1000;

/**
 * Tells the addresses that the commissioner's entry registers, and nobody else, that a revision was released. One at a
 * time is at it, and crosses off each address once it is sent to: what a crash or an error leaves is sent again, and
 * those that were sent to just before the crash are sent to twice.
 */
export async function tellRelease(telling: Telling, { released, ...named }: Release): Promise<Told> {
  const { table, mail, log, now, portal } = telling;
  const { commissioner, month } = named;
  // Before anything that could fail: what fails time and again waits behind all others.
  const { isOurs, told: before = [] } = await takeOn(table, named, now());
  const entry = await readEntry(table, 'commissioners', commissioner);
  const { name, notify = [] } = registries.commissioners.parse(entry?.data ?? { name: commissioner });
  const addresses = [...new Set(notify)];
  const isTold = (told: readonly string[]) => (address: string) => told.includes(markOf(address));
  const result = (told: readonly string[]) => ({
    recipients: addresses.length,
    told: addresses.filter(isTold(told)).length,
  });
  if (released === undefined || !isOurs) return result(before);

  const message = releaseMessage(name, month, portal);
  const untold = addresses.filter((address) => !isTold(before)(address));
  await inParallel(AT_ONCE, untold, async (address) => {
    try {
      await mail.send({ to: address, ...message });
    } catch (error) {
      log.error('release message not sent', { commissioner, month, ...placeOf(error) });
      return;
    }
    await changeRelease(table, named, ({ told = [] }) => ({ told: [...told, markOf(address)] }));
  });
  const instant = now().toISOString();
  const isOver = Date.parse(instant) - Date.parse(released.at) > GIVE_UP_MS;
  const { told: after = [] } = await changeRelease(table, named, ({ told = [] }) => ({
    trying: { since: instant, isOver: true },
    ...((addresses.every(isTold(told)) || isOver) && { toldAt: instant }),
  }));
  const outcome = result(after);
  if (isOver && outcome.told < outcome.recipients)
    log.error('release message given up', { commissioner, month, untold: outcome.recipients - outcome.told });
  return outcome;
}

/** Takes the telling of a release upon itself, unless it is done or somebody else is at it; with who was told so far. */
async function takeOn(table: Table, named: Named, now: Date) {
  let isOurs = false;
  const { told } = await changeRelease(table, named, ({ released, toldAt, trying }) => {
    const isFree =
      trying === undefined || trying.isOver || now.getTime() - Date.parse(trying.since) > CUT_OFF_MS;
    isOurs = released !== undefined && toldAt === undefined && isFree;
    return isOurs ? { trying: { since: now.toISOString(), isOver: false } } : undefined;
  });
  return { isOurs, told };
}

/** What is kept of an address that was told. */
const markOf = (address: string) => createHash('sha256').update(address).digest('hex').slice(0, 32);
