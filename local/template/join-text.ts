import * as z from 'zod';

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-west-2',
  'AWS::AccountId': '000000000000',
  'AWS::URLSuffix': 'amazonaws.com',
};
const reference = z.object({ Ref: z.string() });
const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });
const join = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });

/**
 * The text of a template's value, as CloudFormation would make it.
 *
 * @param arns the ARN that `Ref` of a machine, or `Arn` of a function, stands for, by logical id
 * @throws Error at a reference to anything else
 * @example joinText({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }]] }, new Map()) // 'arn:aws'
 */
export function joinText(value: unknown, arns: ReadonlyMap<string, string>): string {
  if (typeof value === 'string') return value;
  const joined = join.safeParse(value);
  if (joined.success) {
    const [separator, parts] = joined.data['Fn::Join'];
    return parts.map((part) => joinText(part, arns)).join(separator);
  }
  const ref = reference.safeParse(value);
  const getAtt = attribute.safeParse(value);
  const target = ref.data?.Ref ?? getAtt.data?.['Fn::GetAtt'][0] ?? '';
  const text = pseudoParameters[target] ?? arns.get(target);
  if (text === undefined) throw new Error(`The templates refer to ${JSON.stringify(value)}, unknown here.`);
  return text;
}
