import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { correlation } from '../../shared/platform/correlation.ts';
import type { Log } from '../../shared/platform/world.ts';

/** A log in a file, one line of JSON an entry. What finds no room on the disk is lost, and the log goes on. */
type FileLog = { readonly log: Log; readonly close: () => Promise<void> };

export function fileLog(path: string, now: () => Date): FileLog {
  let file: WriteStream | undefined;
  let isClosed = false;
  let isBroken = false;
  const open = (): WriteStream => {
    const opened = createWriteStream(path, { flags: 'a', mode: 0o600 });
    // A stream that failed, on a full disk, writes no more: the next line opens another, behind what is left of a line.
    opened.on('error', () => {
      if (file === opened) file = undefined;
      isBroken = true;
    });
    return opened;
  };
  const write = (line: string) => {
    if (isClosed) return;
    file ??= open();
    file.write(isBroken ? `\n${line}` : line);
    isBroken = false;
  };
  const entry =
    (level: keyof Log): Log[keyof Log] =>
    (message, fields = {}) => {
      write(`${JSON.stringify({ ...correlation(), ...fields, at: now().toISOString(), level, message })}\n`);
    };
  return {
    log: { info: entry('info'), warn: entry('warn'), error: entry('error') },
    close: async () => {
      isClosed = true;
      if (file === undefined) return;
      file.end();
      await finished(file).catch(() => undefined);
    },
  };
}
