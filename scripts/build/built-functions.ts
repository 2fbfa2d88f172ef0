import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { resourcesOf, templateSchema } from '../../local/template/template.ts';

/** A function as it would be deployed: the folder of its code, and that of the layer of native modules where it has one. */
export type BuiltFunction = {
  /** Its folder in `functions/`. */
  readonly name: string;
  readonly code: string;
  readonly layer: string | undefined;
};

const stored = z.object({ S3Key: z.string().endsWith('.zip') });
const functionSchema = z.object({
  Code: stored,
  Layers: z
    .array(z.object({ Ref: z.string() }))
    .max(1)
    .optional(),
});
const layerSchema = z.object({ Content: stored });

/** The functions of a synthesized application, by name; throws where one is not in it as it says. */
export function builtFunctions(assembly: string): BuiltFunction[] {
  const templates = readdirSync(assembly)
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => templateSchema.parse(JSON.parse(readFileSync(join(assembly, file), 'utf8'))));
  const assetOf = ({ S3Key }: z.infer<typeof stored>) => join(assembly, `asset.${S3Key.slice(0, -4)}`);
  const layers = new Map(
    resourcesOf(templates, ['AWS::Lambda::LayerVersion'], layerSchema).map(({ logicalId, properties }) => [
      logicalId,
      assetOf(properties.Content),
    ]),
  );
  return resourcesOf(templates, ['AWS::Lambda::Function'], z.unknown())
    .flatMap(({ metadata, properties }) => {
      const name = z.string().optional().parse(metadata['janus:function']);
      if (name === undefined) return [];
      const { Code, Layers: [layer] = [] } = functionSchema.parse(properties);
      return [{ name, code: assetOf(Code), layer: layer && layers.get(layer.Ref) }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
