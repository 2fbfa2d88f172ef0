import { parseArgs } from 'node:util';
import * as z from 'zod';

/** What the command line may be. */
export const USAGE = `Usage: npm run local -- [--port 8787] [--data .local] [--clock 2026-11-04T12:00:00Z] [--json]

  --port   where the interface answers (files of packs are served on the next port, or another if that is taken)
  --data   the folder that keeps everything; started again on it, the system goes on where it was
  --clock  the instant at which time starts, and runs on; without it, the real time (schedules go by it: on a clock years
           ahead, retention removes for good what is due by then)
  --json   print one line of JSON when it answers, for programs
  --help   print this`;

/** The command line is not what it should be; the message says how it should be. */
class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(problem: string) {
    super(`${problem}\n\n${USAGE}`);
  }
}

const port = z.coerce.number().int().min(0).max(65_534);
const clock = z.iso.datetime({ offset: true });

type Arguments = {
  readonly port: number;
  readonly dataDir: string;
  readonly clock: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
};

/**
 * Reads the command line of `npm run local`.
 *
 * @throws UsageError at an unknown option, or a value that cannot be used
 */
export function readArguments(args: readonly string[]): Arguments {
  const { port: portText, data, clock: clockText, json, help } = parsed(args);
  const portNumber = port.safeParse(portText);
  if (!/^\d+$/.test(portText) || !portNumber.success)
    throw new UsageError('--port takes a number from 0 to 65534.');
  if (data === '') throw new UsageError('--data takes the path of a folder.');
  if (clockText !== undefined && !clock.safeParse(clockText).success)
    throw new UsageError('--clock takes an instant with its offset, such as 2026-11-04T12:00:00Z.');
  return { port: portNumber.data, dataDir: data, clock: clockText, json, help };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8787' },
        data: { type: 'string', default: '.local' },
        clock: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
