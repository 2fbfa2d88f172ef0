import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFunction } from './bundle-function.ts';

const functions = fileURLToPath(new URL('../../functions', import.meta.url));

/** Puts files beside a bundled function, in its folder. */
export type Beside = (folder: string) => void;

type FunctionCodeProps = { readonly external: readonly string[]; readonly beside: Beside | undefined };

/** The code of a function of `functions/`, known by what the bundle holds: the same code is the same asset. */
export function functionCode(folder: string, { external, beside }: FunctionCodeProps): Code {
  return Code.fromAsset(join(functions, folder), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never pulled: the local bundling below always succeeds or throws.
      image: DockerImage.fromRegistry('scratch'),
      local: {
        tryBundle: (outputDir) => {
          bundleFunction(folder, outputDir, external);
          beside?.(outputDir);
          return true;
        },
      },
    },
  });
}
