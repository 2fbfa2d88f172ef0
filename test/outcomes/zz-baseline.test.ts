import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { aCrowd } from '../support/crowd.ts';
import { compute } from '../support/compute.ts';
import { withhold } from '../../shared/outcomes/disclosure/pack/withhold.ts';
import { lt5 } from '../../shared/outcomes/disclosure/lt5.ts';
test('baseline', { timeout: 590000 }, () => {
  const out: string[] = [];
  for (let seed = 1; seed <= 10; seed += 1)
    for (const [size, density] of [
      [30, 1],
      [90, 0.6],
    ] as const) {
      const { computed } = compute(aCrowd(seed, size, density));
      const t = Date.now();
      const { hidden, withheld } = withhold(computed, lt5, undefined);
      const text = JSON.stringify([[...hidden].map(([k, v]) => [k, [...v]]), withheld]);
      out.push(
        `${seed} ${size} ${createHash('sha256').update(text).digest('hex').slice(0, 16)} ${withheld.units.length}`,
      );
      console.log(seed, size, Date.now() - t, 'ms');
    }
  writeFileSync(process.env['BASE_OUT'] ?? '/tmp/lt/out.txt', out.join('\n') + '\n');
});
