import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Alerts } from '../shared/platform/world.ts';
import { writeFileAtomically } from './storage/write-file-atomically.ts';

/** Alerts as files of a folder, one each, in place of e-mails; published again, it is the same file. */
export function outboxAlerts(folder: string): Alerts {
  return {
    publish: async (_, alert) => {
      await Promise.resolve();
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { crossing, block, used, referrer, on } = alert;
      const name = [crossing, block ?? referrer, used ?? on].join('-');
      writeFileAtomically(join(folder, `${name}.json`), `${JSON.stringify(alert, null, 2)}\n`, 0o600);
    },
  };
}
