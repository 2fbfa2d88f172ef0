import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openExecutions } from '../../../local/machine/open-executions.ts';

const ARN = 'arn:aws:states:eu-west-2:000000000000:stateMachine:Run';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'executions-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Executions that last until they are ended by name. */
function open() {
  const ran: [string, unknown][] = [];
  const under = new Map<string, PromiseWithResolvers<undefined>>();
  const run = async (name: string, input: unknown, stop: AbortSignal) => {
    ran.push([name, input]);
    const ending = Promise.withResolvers<undefined>();
    under.set(name, ending);
    stop.addEventListener('abort', () => ending.reject(new Error('aborted')));
    await ending.promise;
  };
  const executions = openExecutions({
    folder,
    machines: new Map([[ARN, { run }]]),
    log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
  });
  const end = async (name: string, error?: Error) => {
    if (error === undefined) under.get(name)!.resolve(undefined);
    else under.get(name)!.reject(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const start = (name: string, input = {}) => executions.machines.start(ARN, name, input);
  executions.resume();
  return { ...executions, start, ran, end, names: () => ran.map(([name]) => name) };
}

describe('executions', () => {
  it('start with their name and input, two at once, the others in their order', async () => {
    const { start, ran, end, names } = open();
    await start('a', { month: '2026-10' });
    for (const name of ['b', 'c', 'd']) await start(name);
    expect(ran[0]).toEqual(['a', { month: '2026-10' }]);
    expect(names()).toEqual(['a', 'b']);
    await end('b');
    expect(names()).toEqual(['a', 'b', 'c']);
    await end('a', new Error('failed'));
    expect(names()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('start nothing under a name that was used before, in another process too', async () => {
    const first = open();
    await first.start('a');
    await first.start('a');
    await first.end('a');
    await first.close();
    const second = open();
    await second.start('a');
    expect([first.names(), second.names()]).toEqual([['a'], []]);
  });

  it('that were under way or waiting when the process ended run again, in their order', async () => {
    const first = open();
    for (const name of ['z', 'y', 'x', 'w']) await first.start(name, { of: name });
    await first.end('z');
    const second = open();
    expect(second.ran).toEqual([
      ['y', { of: 'y' }],
      ['x', { of: 'x' }],
    ]);
    await second.end('y');
    expect(second.names()).toEqual(['y', 'x', 'w']);
  });

  it('that were stopped by a close are not taken for failed', async () => {
    const first = open();
    await first.start('a');
    await first.close();
    expect(open().names()).toEqual(['a']);
  });

  it('that failed are not run again', async () => {
    const first = open();
    await first.start('a');
    await first.end('a', new Error('failed'));
    expect(open().names()).toEqual([]);
  });

  it('refuse another machine, and a name that Step Functions would refuse', async () => {
    const { machines, start } = open();
    await expect(machines.start('arn:other', 'a', {})).rejects.toThrow('no such state machine');
    for (const name of ['../a', '', 'a b', 'x'.repeat(81)]) await expect(start(name)).rejects.toThrow();
  });
});
