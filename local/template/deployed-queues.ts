import * as z from 'zod';
import { resourcesOf, type Template } from './template.ts';

const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });
const reference = z.object({ Ref: z.string() });

const queueProperties = z.object({
  VisibilityTimeout: z.number().default(30),
  MessageRetentionPeriod: z.number(),
  RedrivePolicy: z.object({ deadLetterTargetArn: attribute, maxReceiveCount: z.number() }).optional(),
});
const mappingProperties = z.object({
  EventSourceArn: attribute,
  FunctionName: reference,
  BatchSize: z.literal(1),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
});
const ruleProperties = z.object({
  EventPattern: z.object({
    source: z.tuple([z.literal('aws.s3')]),
    'detail-type': z.tuple([z.literal('Object Created')]),
    detail: z.object({ object: z.object({ key: z.array(z.object({ wildcard: z.string() })) }) }),
  }),
  Targets: z.array(z.object({ Arn: attribute })),
});

/** A queue of what comes into a bucket, and the function that works on it. */
export type DeployedQueue = {
  /** The folder of the function. */
  readonly folder: string;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  readonly mostTries: number;
  /** Whether a file of this name is put on it. */
  readonly takes: (key: string) => boolean;
};

/**
 * Reads the queues that functions are fed from, with the rules that fill them, out of the templates.
 *
 * @param folderOf the folder of a function, by its logical id
 */
export function deployedQueues(
  templates: readonly Template[],
  folderOf: (logicalId: string) => string | undefined,
): DeployedQueue[] {
  const queues = resourcesOf(templates, ['AWS::SQS::Queue'], queueProperties);
  const rules = resourcesOf(templates, ['AWS::Events::Rule'], ruleProperties);
  const mappings = resourcesOf(templates, ['AWS::Lambda::EventSourceMapping'], mappingProperties);
  return mappings.map(({ logicalId, properties }) => {
    const [name] = properties.EventSourceArn['Fn::GetAtt'];
    const queue = queues.find((each) => each.logicalId === name)?.properties;
    const folder = folderOf(properties.FunctionName.Ref);
    if (queue?.RedrivePolicy === undefined || folder === undefined)
      throw new Error(`The source ${logicalId} has no queue with dead letters, or no function.`);
    const patterns = rules
      .filter(({ properties: { Targets } }) => Targets.some(({ Arn }) => Arn['Fn::GetAtt'][0] === name))
      .flatMap(({ properties: { EventPattern } }) => EventPattern.detail.object.key)
      .map(({ wildcard }) => expressionOf(wildcard));
    return {
      folder,
      visibilitySeconds: queue.VisibilityTimeout,
      retentionSeconds: queue.MessageRetentionPeriod,
      mostTries: queue.RedrivePolicy.maxReceiveCount,
      takes: (key) => patterns.some((pattern) => pattern.test(key)),
    };
  });
}

/** A star stands for any letters, strokes among them. */
function expressionOf(wildcard: string): RegExp {
  const parts = wildcard.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
