import type { World } from '../../shared/platform/world.ts';
import { routes } from '../../shared/platform/routes.ts';
import { onWire } from './recording/around-calls.ts';

/** What answers requests, and none of what the clock or a queue starts by itself. */
const answering: ReadonlySet<string> = new Set([
  'authorize-request',
  ...routes.map((route) => route.function),
]);

/**
 * Sees what the functions that answer requests ask of their stores: to be handed to a system as its `worldOf`, and then
 * asked what is called while something is done, each call by its function and command, in the order of their names.
 */
export function seenStoreCalls() {
  let calls: string[] = [];
  const worldOf = (folder: string, world: World): World => {
    if (!answering.has(folder)) return world;
    const note = ({ command }: { command: string }) => {
      calls.push(`${folder} ${command}`);
      return undefined;
    };
    return { ...world, table: onWire(world.table, note), objects: onWire(world.objects, note) };
  };
  const during = async (act: () => Promise<unknown>): Promise<string[]> => {
    calls = [];
    await act();
    return calls.sort();
  };
  return { worldOf, during };
}
