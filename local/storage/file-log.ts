import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { correlation } from '../../shared/platform/correlation.ts';
import type { Log } from '../../shared/platform/world.ts';

/** A log in a file, one line of JSON an entry. */
type FileLog = { readonly log: Log; readonly close: () => Promise<void> };

export function fileLog(path: string, now: () => Date): FileLog {
  const file = createWriteStream(path, { flags: 'a', mode: 0o600 });
  const entry =
    (level: keyof Log): Log[keyof Log] =>
    (message, fields = {}) => {
      if (!file.writableEnded)
        file.write(
          `${JSON.stringify({ ...correlation(), ...fields, at: now().toISOString(), level, message })}\n`,
        );
    };
  return {
    log: { info: entry('info'), warn: entry('warn'), error: entry('error') },
    close: async () => {
      file.end();
      await finished(file);
    },
  };
}
