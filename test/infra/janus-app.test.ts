import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Stack, type App } from 'aws-cdk-lib';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { janusApp } from '../../infra/janus-app.ts';
import { unbundled } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'janus-infra-'));
afterAll(() => rmSync(folder, { recursive: true }));

const app = (name: string, stage: string): App =>
  janusApp({ outdir: join(folder, name), context: { ...unbundled, stage } });

const filesOf = (name: string) =>
  Object.fromEntries(
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.template.json'))
      .map((file) => [file, readFileSync(join(folder, name, file), 'utf8')]),
  );

describe('janusApp', () => {
  it('synthesizes three stacks, byte for byte alike each time', () => {
    app('first', 'dev').synth();
    app('second', 'dev').synth();
    expect(Object.keys(filesOf('first'))).toEqual([
      'Api.template.json',
      'Data.template.json',
      'Pipeline.template.json',
    ]);
    expect(filesOf('second')).toEqual(filesOf('first'));
  });

  it('deploys to London under names that begin with the stage', () => {
    const { stacks } = app('prod', 'prod').synth();
    expect(stacks.map(({ stackName, environment }) => [stackName, environment.region])).toEqual([
      ['janus-outcomes-prod-data', 'eu-west-2'],
      ['janus-outcomes-prod-pipeline', 'eu-west-2'],
      ['janus-outcomes-prod-api', 'eu-west-2'],
    ]);
  });

  it('is dev where no stage is named', () => {
    const { stacks } = janusApp({ outdir: join(folder, 'default'), context: unbundled }).synth();
    expect(stacks[0]?.stackName).toBe('janus-outcomes-dev-data');
  });

  it('refuses a stage that is not configured', () => {
    expect(() => app('other', 'staging')).toThrow(
      'There is no stage staging; infra/config.ts has dev and prod.',
    );
  });

  it.each(['dev', 'prod'])('has no finding of AwsSolutions in %s that is not acknowledged', (stage) => {
    expect(() => app(`findings-${stage}`, stage).synth()).not.toThrow();
  });

  it('fails on a finding that nobody acknowledged', () => {
    const careless = app('careless', 'dev');
    new Bucket(Stack.of(careless.node.findChild('Data')), 'Careless');
    expect(() => careless.synth()).toThrow("Acknowledge with 'AwsSolutions::AwsSolutions-S10'");
  });

  it.each(['Data', 'Pipeline', 'Api'])('changes the stack %s only on purpose', (stack) => {
    app(`snapshot-${stack}`, 'dev').synth();
    // Hashes of code change with every change of code; logical ids stay, since a new one makes a new resource.
    const template = filesOf(`snapshot-${stack}`)[`${stack}.template.json`]!.replaceAll(
      /[0-9a-f]{64}/g,
      '<hash>',
    );
    expect(JSON.parse(template)).toMatchSnapshot();
  });
});
