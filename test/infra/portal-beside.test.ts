import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portalAssets } from '../../functions/show-portal/assets.ts';
import { portalBeside } from '../../infra/constructs/portal-beside.ts';

test('the build puts every file of the portal beside the function that shows it, and nothing else', () => {
  const bundle = mkdtempSync(join(tmpdir(), 'portal-'));
  try {
    const [command = ''] = portalBeside.afterBundling(process.cwd(), bundle);
    expect(spawnSync('bash', ['-c', command]).status).toBe(0);
    expect(readdirSync(join(bundle, 'portal')).sort()).toEqual(Object.keys(portalAssets).sort());
  } finally {
    rmSync(bundle, { recursive: true });
  }
});
