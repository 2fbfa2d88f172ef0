import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { allowedActions } from './allowed-actions.ts';
import { machineOf, synthesized } from './synthesized.ts';

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

describe('statements', () => {
  it('are made at half past four in the morning in London', () => {
    pipeline.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(30 4 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      Target: { Arn: { Ref: Match.stringLikeRegexp('^StatementRunMachine') } },
    });
  });

  it('alerts go to a topic that is encrypted and takes nothing over plain HTTP', () => {
    pipeline.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    pipeline.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: [Match.objectLike({ Effect: 'Deny', Action: 'sns:Publish', Principal: '*' })],
      },
    });
  });
});

describe.each([
  ['MonthRun', ['computeoutcomes', 'finishrun', 'planmonth', 'renderpack']],
  ['StatementRun', ['finishrun', 'planstatements', 'reconcileblocks', 'renderstatements']],
] as const)('the machine of %s', (run, functions) => {
  const machine = machineOf<{ RoleArn: { 'Fn::GetAtt': [string, string] } }>(pipeline, run);

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
    expect(invoked.sort()).toEqual(functions.map((name) => `lambda:InvokeFunction on ${name}`));
  });
});

describe('plan-month', () => {
  it('is told to wait two minutes for the indexes', () => {
    pipeline.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { SETTLE_SECONDS: '120' } },
    });
  });
});
