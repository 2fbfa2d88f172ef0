import { App, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addChecks } from '../../infra/add-checks.ts';
import { janusApp } from '../../infra/janus-app.ts';
import { stackIds, synthesize, synthesized, unbundled } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'janus-infra-'));
afterAll(() => rmSync(folder, { recursive: true }));

const stacksOf = (context: Readonly<Record<string, unknown>>) =>
  janusApp({ outdir: join(folder, 'unused'), context: { ...unbundled, ...context } }).node.children.filter(
    (each) => each instanceof Stack,
  );

describe('janusApp', () => {
  // One synthesis says both: that the rules find nothing, and that a second one is the first, byte for byte.
  it.each(['dev', 'prod'] as const)(
    'has no finding in %s that is not acknowledged, and is synthesized alike each time',
    (stage) => {
      const again = synthesize({ ...unbundled, unchecked: false, stage });
      expect(Object.keys(again.files)).toEqual([...stackIds]);
      for (const id of stackIds) expect(again.files[id] === synthesized(stage).files[id]).toBe(true);
    },
    120_000,
  );

  it('deploys to London under names that begin with the stage', () => {
    expect(stacksOf({ stage: 'prod' }).map(({ stackName, region }) => [stackName, region])).toEqual([
      ['janus-outcomes-prod-data', 'eu-west-2'],
      ['janus-outcomes-prod-pipeline', 'eu-west-2'],
      ['janus-outcomes-prod-api', 'eu-west-2'],
      ['janus-outcomes-prod-observability', 'eu-west-2'],
    ]);
  });

  it('is dev where no stage is named', () => {
    expect(stacksOf({})[0]?.stackName).toBe('janus-outcomes-dev-data');
  });

  it('refuses a stage that is not configured', () => {
    expect(() => stacksOf({ stage: 'staging' })).toThrow(
      'There is no stage staging; infra/config.ts has dev and prod.',
    );
  });

  it.each(['Data', 'Pipeline', 'Api'] as const)('changes the stack %s only on purpose', (stack) => {
    // Hashes of code change with every change of code; logical ids stay, since a new one makes a new resource.
    const template = synthesized().files[stack].replaceAll(/[0-9a-f]{64}/g, '<hash>');
    expect(JSON.parse(template)).toMatchSnapshot();
  });
});

describe('the checks', () => {
  const careless = (add: (stack: Stack) => void) => {
    const app = new App({ outdir: join(folder, 'careless') });
    add(new Stack(app, 'Careless'));
    addChecks(app);
    return () => app.synth();
  };

  it.each([
    'AwsSolutions::AwsSolutions-S10',
    'HIPAA.Security::HIPAA.Security-S3BucketVersioningEnabled',
    'NIST.800.53.R5::NIST.800.53.R5-S3BucketVersioningEnabled',
  ])('fail on a bucket that nobody thought about, by %s', (rule) => {
    expect(careless((stack) => new Bucket(stack, 'Bucket'))).toThrow(rule);
  });

  it('fail on a wildcard that nobody acknowledged', () => {
    const wild = new PolicyStatement({ actions: ['dynamodb:*'], resources: ['*'] });
    const add = (stack: Stack) => {
      new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }).addToPolicy(wild);
    };
    expect(careless(add)).toThrow('AwsSolutions-IAM5[Action::dynamodb:*]');
  });
});

describe.each(['dev', 'prod'] as const)('the templates of %s', (stage) => {
  it.each(stackIds)('keep %s within what CloudFormation takes', (id) => {
    const file = synthesized(stage).files[id];
    const { Resources, Outputs } = JSON.parse(file) as Record<'Resources' | 'Outputs', object>;
    expect(Object.keys(Resources).length).toBeLessThan(500);
    expect(Object.keys(Outputs).length).toBeLessThan(200);
    expect(Buffer.byteLength(file)).toBeLessThan(1_000_000);
  });
});
