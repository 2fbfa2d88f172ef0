import type { ApiClient, Credentials } from '../api-client.ts';
import { demoCommissioners, demoFirstDay, demoProviders } from './services.ts';

/** What the demonstration's contracts ask for, by measure. */
const TARGETS = {
  'abstinence-retention': 0.6,
  'lapse-recovery': 0.5,
  'family-engagement': 0.35,
  'volunteer-progression': 0.5,
};

/** A provider's clients: the one that sends records, and that of its finance. */
export type DemoClients = { readonly records: Credentials; readonly finance: Credentials };

/**
 * Registers the demonstration's commissioners, providers, referrers and targets, and two clients for each provider.
 *
 * @returns the clients by provider code
 */
export async function registerDemo(operator: ApiClient): Promise<Map<string, DemoClients>> {
  for (const { code, name, referrer } of demoCommissioners) {
    await operator.putRegistry('commissioners', code, { name, notify: [`outcomes@${code}.example`] });
    await operator.putRegistry('referrers', referrer, { name: `${name}, children's services` });
    for (const [measure, value] of Object.entries(TARGETS)) {
      await operator.putRegistry('targets', `${code}-${measure}`, {
        commissioner: code,
        measure,
        value,
        direction: 'at-least',
        validFrom: demoFirstDay,
        source: 'Demonstration contract, schedule 2',
      });
    }
  }
  const clients = new Map<string, DemoClients>();
  for (const { code, name } of demoProviders) {
    await operator.putRegistry('providers', code, { name });
    const records = { provider: code, scopes: ['records/write', 'records/read'] } as const;
    const finance = { provider: code, scopes: ['finance/read', 'finance/write'] } as const;
    clients.set(code, {
      records: await operator.putClient(`${code}-demo`, records),
      finance: await operator.putClient(`${code}-demo-finance`, finance),
    });
  }
  return clients;
}
