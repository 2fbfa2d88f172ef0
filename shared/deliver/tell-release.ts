import { createHash } from 'node:crypto';
import type { World } from '../platform/world.ts';
import { placeOf } from '../platform/place-of-error.ts';
import { registries } from '../records/registries.ts';
import type { Table } from '../store/dynamo.ts';
import { inParallel } from '../store/in-parallel.ts';
import { readEntry } from '../store/registries.ts';
import { changeRelease, type Release } from '../store/releases.ts';
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

/**
 * Tells the addresses that the commissioner's entry registers, and nobody else, that a revision was released. Each is
 * crossed off once it is sent to: what a crash or an error leaves is sent again, and one that was sent to just before
 * the crash is sent to twice.
 */
export async function tellRelease(telling: Telling, release: Release): Promise<Told> {
  const { table, mail, log, now, portal } = telling;
  const { commissioner, month, released, told: before = [], toldAt } = release;
  const entry = await readEntry(table, 'commissioners', commissioner);
  const { name, notify = [] } = registries.commissioners.parse(entry?.data ?? { name: commissioner });
  const addresses = [...new Set(notify)];
  const isTold = (told: readonly string[]) => (address: string) => told.includes(markOf(address));
  const result = (told: readonly string[]) => ({
    recipients: addresses.length,
    told: addresses.filter(isTold(told)).length,
  });
  if (released === undefined || toldAt !== undefined) return result(before);

  const message = releaseMessage(name, month, portal);
  const untold = addresses.filter((address) => !isTold(before)(address));
  const sent = await inParallel(AT_ONCE, untold, async (address) => {
    try {
      await mail.send({ to: address, ...message });
      return [markOf(address)];
    } catch (error) {
      log.error('release message not sent', { commissioner, month, ...placeOf(error) });
      return [];
    }
  });
  const instant = now().toISOString();
  const isOver = Date.parse(instant) - Date.parse(released.at) > GIVE_UP_MS;
  const after = await changeRelease(table, release, (current) => {
    const told = [...new Set([...(current.told ?? []), ...sent.flat()])];
    const isDone = addresses.every(isTold(told)) || isOver;
    return { told, ...(isDone && current.toldAt === undefined && { toldAt: instant }) };
  });
  const outcome = result(after.told ?? []);
  if (isOver && outcome.told < outcome.recipients)
    log.error('release message given up', { commissioner, month, untold: outcome.recipients - outcome.told });
  return outcome;
}

/** What is kept of an address that was told. */
const markOf = (address: string) => createHash('sha256').update(address).digest('hex').slice(0, 32);
