import { expect, test } from 'vitest';
import { viewerBeside } from '../../infra/constructs/viewer-beside.ts';
import { viewerAssets } from '../../shared/description/docs-page.ts';

test('the build puts every file of the viewer beside the function that shows it', () => {
  const commands = viewerBeside.afterBundling('/project', '/bundle');
  for (const file of Object.keys(viewerAssets))
    expect(commands).toContain(`cp /project/node_modules/swagger-ui-dist/${file} /bundle/viewer/${file}`);
});
