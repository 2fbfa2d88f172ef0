import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Architecture, Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyNativePackages } from './copy-native-packages.ts';

const installed = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** The rendering function's native modules and fonts, copied from `node_modules`: nothing is fetched. */
export class NativeLayer extends LayerVersion {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Canvas, Typst and fonts for rendering packs',
      compatibleRuntimes: [Runtime.NODEJS_24_X],
      compatibleArchitectures: [Architecture.X86_64],
      code: Code.fromAsset(installed, {
        assetHashType: AssetHashType.OUTPUT,
        bundling: {
          // Never pulled: the local bundling below always succeeds or throws.
          image: DockerImage.fromRegistry('scratch'),
          local: {
            tryBundle: (outputDir) => {
              copyNativePackages(installed, join(outputDir, 'nodejs/node_modules'));
              return true;
            },
          },
        },
      }),
    });
  }
}
