import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs';

/** Builds the files of the portal beside a bundled function, in `portal/`: nothing is fetched. */
export const portalBeside: ICommandHooks = {
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (project, bundle) => [
    `${project}/node_modules/.bin/node ${project}/scripts/build-portal.ts ${bundle}/portal`,
  ],
};
