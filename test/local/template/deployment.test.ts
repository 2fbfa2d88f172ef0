import { existsSync } from 'node:fs';
import * as z from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { taskStates, definitionSchema } from '../../../local/machine/task-states.ts';
import { type Deployment, readDeployment } from '../../../local/template/deployment.ts';
import { synthesizeTemplates } from '../../../local/template/synthesize-templates.ts';
import type { Template } from '../../../local/template/template.ts';
import { routeKey, routes } from '../../../shared/platform/routes.ts';
import { expiryAttribute, tableIndexes, tableKeys } from '../../../shared/store/table.ts';
import { workBegunBy } from '../../../shared/store/upload-files.ts';

let templates: Template[];
let deployment: Deployment;

beforeAll(async () => {
  templates = await synthesizeTemplates();
  deployment = readDeployment(templates);
});

/** The variables that `env.ts` of a folder asks for. */
async function variablesOf(folder: string): Promise<string[]> {
  const module = (await import(`../../../functions/${folder}/env.ts`)) as Record<string, unknown>;
  return Object.values(module).flatMap((each) =>
    each instanceof z.ZodObject ? Object.keys(each.shape) : [],
  );
}

/** What Node and Powertools read by themselves. */
const ofTheRuntime = ['POWERTOOLS_METRICS_NAMESPACE'];

describe('what one machine runs is what the templates deploy', () => {
  it('has the routes of the route table, each behind the authorizer where it asks for a scope', () => {
    const expected = routes.map((route) => ({
      routeKey: routeKey(route),
      authorized: route.scopes.length > 0,
    }));
    const sorted = (all: Deployment['routes']) => [...all].sort((a, b) => (a.routeKey < b.routeKey ? -1 : 1));
    expect(sorted(deployment.routes)).toEqual(sorted(expected));
  });

  it('has every function of the route table, of the machine and of the schedules, and no other', () => {
    const machine = ['plan-month', 'compute-outcomes', 'render-pack', 'finish-run'];
    const statements = ['plan-statements', 'reconcile-blocks', 'render-statements'];
    const scheduled = [
      'enforce-retention',
      'finish-batches',
      'tell-referrers',
      'tell-releases',
      'watch-progress',
    ];
    const fed = ['process-upload'];
    const expected = new Set([
      'authorize-request',
      ...machine,
      ...statements,
      ...scheduled,
      ...fed,
      ...routes.map((route) => route.function),
    ]);
    expect(new Set(deployment.functions.keys())).toEqual(expected);
    for (const folder of expected) expect(existsSync(`functions/${folder}/handler.ts`)).toBe(true);
  });

  it('gives each function the variables that its env.ts asks for, and none besides', async () => {
    for (const [folder, { environment }] of deployment.functions) {
      const given = [...environment.keys()].filter((name) => !ofTheRuntime.includes(name)).sort();
      expect([folder, given]).toEqual([folder, (await variablesOf(folder)).sort()]);
    }
  });

  it('has a queue of what comes into the bucket of uploads, and which files are put on it', () => {
    const [queue, ...others] = deployment.queues;
    expect(others).toEqual([]);
    expect(queue).toMatchObject({ folder: 'process-upload', mostTries: 3, visibilitySeconds: 1800 });
    const { environment, timeoutSeconds } = deployment.functions.get('process-upload')!;
    expect([environment.get('MOST_TRIES'), timeoutSeconds]).toEqual(['3', 300]);
    const taken = ['files/p/1', 'work/p/1/slices/1-00001.json', 'work/p/1/again.json'];
    const passedOver = [
      'work/p/1/of-ab12/plan.json',
      'work/p/1/of-ab12/rows/test-00001.jsonl',
      'errors/p/1/errors.csv',
    ];
    expect([...taken, ...passedOver].filter((key) => queue!.takes(key))).toEqual(taken);
    expect(taken.every((key) => workBegunBy(key) !== undefined)).toBe(true);
    expect(passedOver.every((key) => workBegunBy(key) === undefined)).toBe(true);
  });

  it('has the table with the keys and indexes that the store knows', () => {
    const names = (schema: Deployment['table']['KeySchema']) =>
      schema?.map(({ AttributeName }) => AttributeName);
    expect(names(deployment.table.KeySchema)).toEqual([tableKeys.partition, tableKeys.sort]);
    const indexes = deployment.table.GlobalSecondaryIndexes?.map((index) => [
      index.IndexName,
      ...(names(index.KeySchema) ?? []),
    ]);
    expect(indexes).toEqual(
      Object.values(tableIndexes).map(({ name, partition, sort }) => [name, partition, sort]),
    );
  });

  it.each([
    ['MonthRun', { PlanMonth: 'plan-month', ComputeOutcomes: 'compute-outcomes', RenderPack: 'render-pack' }],
    [
      'StatementRun',
      {
        PlanStatements: 'plan-statements',
        ReconcileBlocks: 'reconcile-blocks',
        RenderStatements: 'render-statements',
      },
    ],
  ])('runs the machine %s of the template, whose every task is a function of it', (construct, states) => {
    const machine = templates
      .flatMap(({ Resources }) => Object.entries(Resources))
      .find(([name, { Type }]) => Type === 'AWS::StepFunctions::StateMachine' && name.startsWith(construct));
    const definition = deployment.machines.find(({ name }) => name.startsWith(construct))!.definition;
    const { DefinitionString } = machine![1].Properties as {
      DefinitionString: { 'Fn::Join': [string, (string | object)[]] };
    };
    const withReferences = DefinitionString['Fn::Join'][1]
      .map((part) => (typeof part === 'string' ? part : JSON.stringify(part).replaceAll('"', "'")))
      .join('');
    const withoutReferences = (text: string) =>
      text
        .replaceAll("{'Ref':'AWS::Partition'}", 'aws')
        .replace(/\{'Fn::GetAtt':\['[^']+','Arn'\]\}|arn:aws:lambda:[^"]+/g, 'a function');
    expect(withoutReferences(JSON.stringify(definition))).toBe(
      withoutReferences(JSON.stringify(JSON.parse(withReferences))),
    );
    const tasks = taskStates(definitionSchema.parse(definition));
    expect(tasks.map(({ name, folder }) => [name, folder]).sort()).toEqual(
      [...Object.entries(states), ['FinishRun', 'finish-run'], ['RecordFailure', 'finish-run']].sort(),
    );
  });

  it('lets items expire by the attribute that the store knows', () => {
    expect(deployment.expiryAttribute).toBe(expiryAttribute);
  });

  it('is asked every morning at six in London, makes statements, tells referrers and enforces retention every night', () => {
    const schedule = { timeZone: 'Europe/London', input: '{"trigger":"schedule"}' };
    const arnOf = (construct: string) =>
      deployment.machines.find(({ name }) => name.startsWith(construct))!.arn;
    expect(deployment.schedules).toMatchObject([
      { ...schedule, expression: 'cron(5/10 * * * ? *)', starts: { folder: 'tell-releases' } },
      { ...schedule, expression: 'cron(0 6 * * ? *)', starts: { machine: arnOf('MonthRun') } },
      { ...schedule, expression: 'cron(30 4 * * ? *)', starts: { machine: arnOf('StatementRun') } },
      { ...schedule, expression: 'cron(30 5 * * ? *)', starts: { folder: 'tell-referrers' } },
      { ...schedule, expression: 'cron(0/10 * * * ? *)', starts: { folder: 'finish-batches' } },
      { ...schedule, expression: 'cron(20 * * * ? *)', starts: { folder: 'watch-progress' } },
      { ...schedule, expression: 'cron(30 3 * * ? *)', starts: { folder: 'enforce-retention' } },
    ]);
  });
});
