import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler } from '../../functions/manage-clients/handler.ts';
import { COSTS, SIZES } from '../../scripts/docs/costs.ts';
import { findClient } from '../../shared/platform/find-client.ts';
import type { HttpEvent } from '../../shared/platform/http.ts';
import type { Identities } from '../../shared/platform/world.ts';
import { aTable } from '../support/table.ts';

const guide = readFileSync('docs/deployment.md', 'utf8');

describe('the guide’s way to the first operator', () => {
  let stage: Awaited<ReturnType<typeof aTable>>;
  beforeAll(async () => {
    stage = await aTable();
  });
  afterAll(() => stage.close());

  it('makes a client of the operator, with its secret, by the function’s own check', async () => {
    const payload = /first-operator\.json <<'END'\n(.+?)\nEND/s.exec(guide)![1]!;
    const identities = {
      create: () => Promise.resolve({ clientId: 'c-1', secret: 's-1' }),
    } as unknown as Identities;
    const handler = createHandler(
      { TABLE_NAME: stage.table.name, USER_POOL_ID: 'pool' },
      {
        table: stage.table.client,
        identities,
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        now: () => new Date('2026-11-04T12:00:00Z'),
        newId: () => 'a-1',
      },
    );
    const answer = await handler(JSON.parse(payload) as HttpEvent, { awsRequestId: 'r' } as never);
    expect(answer.statusCode).toBe(201);
    expect(JSON.parse(answer.body ?? '')).toMatchObject({
      id: 'operator',
      clientId: 'c-1',
      secret: 's-1',
    });
    expect(await findClient(stage.table, 'c-1')).toMatchObject({
      binding: { operator: true },
      scopes: ['admin/all', 'packs/read'],
    });
  });
});

describe('the cost of a size', () => {
  const dollarsOf = (what: string, size: keyof typeof SIZES) =>
    COSTS.find((cost) => cost.what === what)!.dollars(SIZES[size]);

  it('is reckoned as its formula says', () => {
    // 40 × ($6 + 0.73 thousand × $2.25).
    expect(dollarsOf('tokens of machines', 'middling')).toBeCloseTo(305.7, 6);
    // 300,000 × (5 × $0.75 + 6 × $0.15) / 10⁶ = 1.395; × 0.05 × 0.0000166667 = 0.2500005;
    // 150,000 × ($1.16 + 2 × $0.2) / 10⁶ = 0.234; 150,000 × 0.000002 × $0.6 = 0.18; 30 × $0.03 = 0.9.
    expect(dollarsOf('intake', 'middling')).toBeCloseTo(1.395 + 0.2500005 + 0.234 + 0.18 + 0.9, 6);
  });

  it('grows with it, but for what is the same at every size', () => {
    for (const { what, dollars } of COSTS) {
      const [small, middling, large] = [SIZES.small, SIZES.middling, SIZES.large].map(dollars) as [
        number,
        number,
        number,
      ];
      if (what === 'keys, alarms, counts') expect([middling, large]).toEqual([small, small]);
      else expect(small < middling && middling < large).toBe(true);
    }
  });
});
