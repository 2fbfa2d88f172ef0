import { expect, test } from 'vitest';
import { aSystem } from '../support/system.ts';

/** A random id that has the digits of a telephone number in its last part, as one in 2,500 has. */
const UNLUCKY = 'c57f0378-5b8e-4792-989a-a02701506447';

test('a run is found under the id that it was given, whatever is in it by chance', async () => {
  const system = await aSystem(undefined, undefined, (folder, world) =>
    folder === 'start-run' ? { ...world, newId: () => UNLUCKY } : world,
  );
  try {
    expect(await system.runMonth({ month: '2026-10' })).toMatchObject({ id: UNLUCKY, state: 'succeeded' });
  } finally {
    await system.stop();
  }
});

test('a provider may call a record by a random id of their own', async () => {
  const system = await aSystem();
  try {
    const placement = {
      ...{ personRef: 'SU-1', commissioner: 'northshire', service: 'day-programme', funding: 'spot' },
      ...{ referredOn: '2026-09-01', startsOn: '2026-09-07', plannedEndOn: '2026-11-27', goal: 'abstinence' },
      ...{ substances: ['alcohol'], sex: 'female', ageBand: '25-34' },
    };
    expect((await system.provider('PUT', `/v1/placements/${UNLUCKY}`, placement)).status).toBe(201);
    expect((await system.provider('GET', `/v1/placements/${UNLUCKY}`)).status).toBe(200);
  } finally {
    await system.stop();
  }
});
