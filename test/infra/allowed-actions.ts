import type { Template } from 'aws-cdk-lib/assertions';
import { resources } from './synthesized.ts';

type Statement = {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: { StringLike?: { 's3:prefix'?: string[] } };
};
type Policy = { Roles: { Ref: string }[]; PolicyDocument: { Statement: Statement[] } };

/**
 * What a role allows, as `dynamodb:GetItem on RecordsTable`: resources by logical id without its hash, whether they
 * are of the same stack or of another. What may be listed of a bucket is told by its folders: `s3:ListBucket on
 * PacksBucket under packs/*`.
 */
export function allowedActions(template: Template, role: string): string[] {
  return resources<Policy>(template, 'AWS::IAM::Policy')
    .filter(({ Properties }) => Properties.Roles.some(({ Ref }) => Ref === role))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource, Condition }) =>
      [Resource].flat().flatMap((resource) =>
        [Action].flat().flatMap((action) => {
          const allowed = `${action} on ${nameOf(resource)}`;
          const prefixes = Condition?.StringLike?.['s3:prefix'];
          return prefixes?.map((prefix) => `${allowed} under ${prefix}`) ?? [allowed];
        }),
      ),
    );
}

function nameOf(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const [value] = Object.values(resource as Record<string, unknown>);
  if (Array.isArray(value) && Array.isArray(value[1])) return value[1].map(nameOf).join('');
  return String(Array.isArray(value) ? value[0] : value)
    .replace(/^.*:ExportsOutput(FnGetAtt|Ref)/, '')
    .replace(/(Arn)?[0-9A-F]{8}$/, '')
    .replace(/[0-9A-F]{8}$/, '');
}
