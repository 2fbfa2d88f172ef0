import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Alerts, Mail } from '../shared/platform/world.ts';
import { writeFileAtomically } from './storage/write-file-atomically.ts';

/** Alerts as files of a folder, one each, in place of e-mails; published again, it is the same file. */
export function outboxAlerts(folder: string): Alerts {
  return {
    publish: async (_, alert) => {
      await Promise.resolve();
      const { crossing, block, used, referrer, on } = alert;
      keep(folder, [crossing, block ?? referrer, used ?? on].join('-'), alert);
    },
  };
}

/** E-mails as files of a folder, one each; sent again, it is the same file. */
export function outboxMail(folder: string): Mail {
  return {
    send: async (message) => {
      await Promise.resolve();
      const hash = createHash('sha256').update(JSON.stringify(message)).digest('hex');
      keep(folder, `mail-${hash.slice(0, 16)}`, message);
    },
  };
}

function keep(folder: string, name: string, content: object): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileAtomically(join(folder, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`, 0o600);
}
