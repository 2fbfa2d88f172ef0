import { Template } from 'aws-cdk-lib/assertions';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stage } from '../../infra/config.ts';
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

/** The application with nothing bundled: synthesis then takes a second. */
export const unbundled = { 'aws:cdk:bundling-stacks': [] };

/** The three templates of a stage, checked by cdk-nag on the way. */
export function synthesized(stage: Stage = 'dev', context: Readonly<Record<string, string>> = {}) {
  const outdir = mkdtempSync(join(tmpdir(), 'janus-infra-'));
  try {
    const assembly = janusApp({ outdir, context: { ...unbundled, ...context, stage } }).synth();
    const template = (id: string) =>
      Template.fromJSON(
        assembly.stacks.find((stack) => stack.id === id)!.template as Record<string, unknown>,
      );
    return { data: template('Data'), pipeline: template('Pipeline'), api: template('Api') };
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
