import * as z from 'zod';
import type { TableKeys } from '../table/ensure-table.ts';
import { type DeployedQueue, deployedQueues } from './deployed-queues.ts';
import { joinText } from './join-text.ts';
import { onlyOne, resourcesOf, type Template } from './template.ts';

const ACCOUNT = 'eu-west-2:000000000000';

const functionProperties = z.object({
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional(),
  Timeout: z.number().default(3),
});
const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const tableProperties = z.object({
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(
    z.object({
      IndexName: z.string(),
      KeySchema: keySchema,
      Projection: z.object({ ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']) }),
    }),
  ),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.literal(true) }),
});
const machineProperties = z.object({ DefinitionString: z.unknown() });
const scheduleProperties = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.object({ Arn: z.unknown(), Input: z.string().default('{}') }),
});
const definitionSchema = z.record(z.string(), z.unknown());
const routeProperties = z.object({ RouteKey: z.string(), AuthorizationType: z.string().default('NONE') });

/** A function as the stacks deploy it. */
type DeployedFunction = {
  /** Variable to its value; undefined where the value is a reference to something deployed. */
  readonly environment: ReadonlyMap<string, string | undefined>;
  readonly timeoutSeconds: number;
};

/** A state machine: its ARN, and its definition, in which a function's ARN ends in its folder. */
type DeployedMachine = { readonly name: string; readonly arn: string; readonly definition: unknown };

/** What the synthesized templates say is deployed, as far as one machine runs it. */
export type Deployment = {
  /** By folder. */
  readonly functions: ReadonlyMap<string, DeployedFunction>;
  readonly table: TableKeys;
  /** The attribute of an item that says when it may go by itself. */
  readonly expiryAttribute: string;
  readonly machines: readonly DeployedMachine[];
  readonly schedules: readonly {
    readonly name: string;
    readonly expression: string;
    readonly timeZone: string;
    readonly input: string;
    /** What falls due: a machine, by its ARN, or the function of a folder. */
    readonly starts: { readonly machine: string } | { readonly folder: string };
  }[];
  /** What functions are fed from. */
  readonly queues: readonly DeployedQueue[];
  readonly routes: readonly { readonly routeKey: string; readonly authorized: boolean }[];
};

/** Reads a deployment out of the templates; throws where they hold something that one machine cannot run. */
export function readDeployment(templates: readonly Template[]): Deployment {
  const functions = resourcesOf(templates, ['AWS::Lambda::Function'], functionProperties).flatMap(
    ({ logicalId, metadata, properties }) => {
      const folder = z.string().optional().parse(metadata['janus:function']);
      return folder === undefined ? [] : [{ logicalId, folder, ...properties }];
    },
  );
  const machines = resourcesOf(templates, ['AWS::StepFunctions::StateMachine'], machineProperties);
  const arns = new Map([
    ...functions.map(({ logicalId, folder }) => [logicalId, functionArn(folder)] as const),
    ...machines.map(({ logicalId }) => [logicalId, machineArn(logicalId)] as const),
  ]);
  const { TimeToLiveSpecification: expiry, ...table } = onlyOne(
    resourcesOf(templates, ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'], tableProperties),
    'table',
  ).properties;
  const startedBy = (arn: string) => {
    if (machines.some(({ logicalId }) => machineArn(logicalId) === arn)) return { machine: arn };
    const started = functions.find(({ folder }) => functionArn(folder) === arn);
    if (started === undefined) throw new Error(`A schedule starts ${arn}, which one machine does not run.`);
    return { folder: started.folder };
  };
  const schedules = resourcesOf(templates, ['AWS::Scheduler::Schedule'], scheduleProperties);
  const routes = resourcesOf(templates, ['AWS::ApiGatewayV2::Route'], routeProperties);
  return {
    functions: new Map(functions.map((each) => [each.folder, deployed(each)])),
    table,
    expiryAttribute: expiry.AttributeName,
    machines: machines.map(({ logicalId, properties }) => ({
      name: logicalId,
      arn: machineArn(logicalId),
      definition: definitionSchema.parse(JSON.parse(joinText(properties.DefinitionString, arns))),
    })),
    schedules: schedules
      .filter(({ properties }) => properties.State === 'ENABLED')
      .map(({ logicalId, properties }) => ({
        name: logicalId,
        expression: properties.ScheduleExpression,
        timeZone: properties.ScheduleExpressionTimezone,
        input: properties.Target.Input,
        starts: startedBy(joinText(properties.Target.Arn, arns)),
      })),
    queues: deployedQueues(templates, (id) => functions.find(({ logicalId }) => logicalId === id)?.folder),
    routes: routes.map(({ properties }) => ({
      routeKey: properties.RouteKey,
      authorized: properties.AuthorizationType === 'CUSTOM',
    })),
  };
}

const functionArn = (folder: string) => `arn:aws:lambda:${ACCOUNT}:function:${folder}`;
const machineArn = (logicalId: string) => `arn:aws:states:${ACCOUNT}:stateMachine:${logicalId}`;

function deployed({ Environment, Timeout }: z.infer<typeof functionProperties>): DeployedFunction {
  const variables = Object.entries(Environment?.Variables ?? {});
  return {
    environment: new Map(
      variables.map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
    ),
    timeoutSeconds: Timeout,
  };
}
