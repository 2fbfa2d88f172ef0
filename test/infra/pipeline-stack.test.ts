import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { allowedActions } from './allowed-actions.ts';
import { synthesized, theOnly } from './synthesized.ts';

const { pipeline } = synthesized();

describe('the schedule', () => {
  it('starts the month run at six in the morning in London, summer and winter', () => {
    pipeline.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 6 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      State: 'ENABLED',
      Target: {
        Arn: { Ref: Match.stringLikeRegexp('^MonthRunMachine') },
        Input: '{"trigger":"schedule"}',
      },
    });
  });

  it('keeps a start that failed, and tries no later than the same day', () => {
    pipeline.hasResourceProperties('AWS::Scheduler::Schedule', {
      Target: {
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^MissedRuns'), 'Arn'] } },
        RetryPolicy: { MaximumEventAgeInSeconds: 12 * 3600 },
      },
    });
  });
});

describe('the nightly schedule', () => {
  it('enforces retention at half past three in the morning in London, and keeps a start that failed', () => {
    pipeline.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(30 3 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      Target: {
        Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^enforceretention'), 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^MissedRuns'), 'Arn'] } },
      },
    });
  });
});

describe('the machine', () => {
  const machine = theOnly<{ RoleArn: { 'Fn::GetAtt': [string, string] } }>(
    pipeline,
    'AWS::StepFunctions::StateMachine',
  );

  it('is traced and logged without what passes through it', () => {
    expect(machine.Properties).toMatchObject({
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    });
  });

  it('may invoke its four functions, and no versions of them', () => {
    const invoked = allowedActions(pipeline, machine.Properties.RoleArn['Fn::GetAtt'][0]).filter((action) =>
      action.startsWith('lambda:'),
    );
    expect(invoked.sort()).toEqual([
      'lambda:InvokeFunction on computeoutcomes',
      'lambda:InvokeFunction on finishrun',
      'lambda:InvokeFunction on planmonth',
      'lambda:InvokeFunction on renderpack',
    ]);
  });
});

describe('plan-month', () => {
  it('is told to wait two minutes for the indexes', () => {
    pipeline.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { SETTLE_SECONDS: '120' } },
    });
  });
});
