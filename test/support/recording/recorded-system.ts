import type { World } from '../../../shared/platform/world.ts';
import { aSystem } from '../system.ts';
import type { RecordedCall } from './recorded-call.ts';
import { recordedWorld } from './recorded-world.ts';

/** A call to come: of a function, by its command, and where there are several, which. */
type Awaited = Pick<RecordedCall, 'folder' | 'command'> & {
  readonly when?: (input: RecordedCall['input']) => boolean;
};

/** Everything that the functions of systems ask the SDK for, from the first start on. */
export function aRecording() {
  const calls: RecordedCall[] = [];
  const later = new Map<string, number>();
  let next: (Awaited & { readonly act: () => Promise<unknown> }) | undefined;

  const interrupt = async ({ folder, command, input }: RecordedCall): Promise<void> => {
    if (next?.folder !== folder || next.command !== command || next.when?.(input) === false) return;
    const { act } = next;
    next = undefined;
    await act();
  };
  const recorded = recordedWorld((call) => calls.push(call), interrupt);
  const worldOf = (folder: string, world: World): World =>
    recorded(folder, { ...world, now: () => new Date(world.now().getTime() + (later.get(folder) ?? 0)) });

  return {
    calls,
    /** A system whose functions' calls are recorded. */
    start: (clock: string, folder: string) => aSystem(clock, folder, worldOf),
    /** Does something else just before a call, once. */
    before: (call: Awaited, act: () => Promise<unknown>) => void (next = { ...call, act }),
    /** Fails a call, once. */
    failing: (call: Awaited, name = 'TimeoutError') =>
      void (next = { ...call, act: () => Promise.reject(Object.assign(new Error('failed'), { name })) }),
    /** Has the clock of a function go ahead of all others. */
    ahead: (folder: string, minutes: number) => void later.set(folder, minutes * 60_000),
    /** Whether what was to be interrupted never came. */
    isWaiting: () => next !== undefined,
  };
}

export type Recording = ReturnType<typeof aRecording>;
