import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { gateChecks } from '../../shared/deliver/gate/registry.ts';
import { pages } from '../../portal/pages/registry.ts';
import { gateCheckName } from '../../portal/words/gate-checks.ts';

test('every page that there is is offered', async () => {
  const files = readdirSync('portal/pages', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('-page.tsx'),
  );
  const found = await Promise.all(
    files.map(async (name) =>
      Object.values(
        (await import(/* @vite-ignore */ resolve('portal/pages', name))) as Record<string, unknown>,
      ),
    ),
  );
  expect(new Set(pages)).toEqual(new Set(found.flat()));
});

test('every check of the gate has a name for people', () => {
  for (const { id } of gateChecks) expect(gateCheckName(id)).not.toBe(id.replaceAll('-', ' '));
});
