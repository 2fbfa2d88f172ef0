import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs';

const FILES = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/** Puts the files of the interface's viewer beside a bundled function, in `viewer/`: nothing is fetched. */
export const viewerBeside: ICommandHooks = {
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (project, bundle) => [
    `mkdir -p ${bundle}/viewer`,
    ...FILES.map((file) => `cp ${project}/node_modules/swagger-ui-dist/${file} ${bundle}/viewer/${file}`),
  ],
};
