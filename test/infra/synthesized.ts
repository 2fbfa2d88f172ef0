import { Template } from 'aws-cdk-lib/assertions';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, type Stage, stages } from '../../infra/config.ts';
import { janusApp } from '../../infra/janus-app.ts';

/** A resource as far as a test looks into it. */
export type Resource<Properties = Record<string, unknown>> = {
  /** Its name in the template. */
  id: string;
  Type: string;
  Properties: Properties;
  Metadata?: Record<string, unknown>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
};

/** The application with nothing bundled and unchecked: synthesis then takes seconds. */
export const unbundled = { 'aws:cdk:bundling-stacks': [], unchecked: true };

/** The stacks, by their names. */
export const stackIds = ['Data', 'Pipeline', 'Api', 'Observability'] as const;
type StackId = (typeof stackIds)[number];

type Synthesized = Record<Lowercase<StackId>, Template> & {
  /** The templates as they are written, byte by byte. */
  readonly files: Readonly<Record<StackId, string>>;
};

const kept = new Map<string, Synthesized>();

/** The templates of a stage; synthesized once in a process, since all tests ask for the same ones. */
export function synthesized(
  stage: Stage = 'dev',
  context: Readonly<Record<string, string>> = {},
): Synthesized {
  const name = JSON.stringify([stage, context]);
  const known = kept.get(name) ?? synthesize({ ...unbundled, ...context, stage });
  kept.set(name, known);
  return known;
}

/** The same of any context and configuration, and never kept: checked by the rules unless the context says otherwise. */
export function synthesize(
  context: Readonly<Record<string, unknown>>,
  configured: Readonly<Record<Stage, Config>> = stages,
): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'janus-infra-'));
  try {
    janusApp({ outdir, context }, configured).synth();
    const file = (id: StackId) => readFileSync(join(outdir, `${id}.template.json`), 'utf8');
    const files = {
      Data: file('Data'),
      Pipeline: file('Pipeline'),
      Api: file('Api'),
      Observability: file('Observability'),
    };
    const template = (id: StackId) => Template.fromJSON(JSON.parse(files[id]) as Record<string, unknown>);
    return {
      data: template('Data'),
      pipeline: template('Pipeline'),
      api: template('Api'),
      observability: template('Observability'),
      files,
    };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The resources of a type. */
export function resources<Properties = Record<string, unknown>>(template: Template, type: string) {
  return Object.entries(template.findResources(type)).map(
    ([id, resource]) => ({ id, ...resource }) as Resource<Properties>,
  );
}

/** The state machine of a run. */
export function machineOf<Properties>(template: Template, run: 'MonthRun' | 'StatementRun') {
  const all = resources<Properties>(template, 'AWS::StepFunctions::StateMachine');
  const machine = all.find(({ id }) => id.startsWith(run));
  if (!machine) throw new Error(`There is no machine of ${run}.`);
  return machine;
}

/** The only resource of a type. */
export function theOnly<Properties = Record<string, unknown>>(template: Template, type: string) {
  const [resource, ...others] = resources<Properties>(template, type);
  if (!resource || others.length > 0) throw new Error(`There is not exactly one ${type}.`);
  return resource;
}
