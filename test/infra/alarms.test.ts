import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alarmWords } from '../../infra/alarms/alarm-words.ts';
import { countedBy } from '../../infra/alarms/metrics.ts';
import { errorImpacts } from '../../infra/error-impacts.ts';
import { resources, synthesize, synthesized, theOnly, unbundled } from './synthesized.ts';
import { codeOf } from './code-of.ts';
import { stages } from '../../infra/config.ts';

type Dimension = { Name: string; Value: unknown };
type Figure = { MetricName: string; Namespace: string; Dimensions?: Dimension[] };
type Alarm = {
  AlarmName: string;
  AlarmDescription: string;
  AlarmActions: unknown[];
  OKActions: unknown[];
  Threshold: number;
  TreatMissingData: string;
  MetricName?: string;
  Namespace?: string;
  Dimensions?: Dimension[];
  Metrics?: { Expression?: string; MetricStat?: { Metric: Figure } }[];
};

const runbook = readFileSync('docs/runbook.md', 'utf8');
const sections = new Map(
  runbook
    .split(/^### /m)
    .slice(1)
    .map((section) => [section.split('\n', 1)[0]!.trim().toLowerCase().replaceAll(' ', '-'), section]),
);

const mutualTls = { bucket: 'trust', key: 'certificates.pem', version: '1' };
const domain = {
  name: 'outcomes.example.org',
  certificateArn: 'arn:aws:acm:eu-west-2:123456789012:certificate/1',
  mutualTls,
};
/** With everything that can be configured. */
const whole = synthesize({ ...unbundled, stage: 'prod' }, { ...stages, prod: { ...stages.prod, domain } });

const alarmsOf = ({ observability }: Pick<typeof whole, 'observability'>) =>
  resources<Alarm>(observability, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const alarms = alarmsOf(whole);
const idOf = ({ AlarmName }: Alarm) => AlarmName.replace(/^janus-outcomes-(dev|prod)-/, '');
const figuresOf = (alarm: Alarm): Figure[] =>
  alarm.Metrics === undefined
    ? [alarm as Figure]
    : alarm.Metrics.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : []));
const named = (id: string) => alarms.find((alarm) => idOf(alarm) === id)!;
const functions = [whole.pipeline, whole.api].flatMap((template) =>
  resources<{ FunctionName: string }>(template, 'AWS::Lambda::Function').map(({ Metadata, Properties }) => ({
    folder: String(Metadata?.['janus:function']),
    name: Properties.FunctionName,
  })),
);

describe('alarms', () => {
  it('are those that have words, and two for each function', () => {
    const ofFunctions = functions.flatMap(({ folder }) => [`${folder}-errors`, `${folder}-throttles`]);
    expect(alarms.map(idOf).sort()).toEqual([...Object.keys(alarmWords), ...ofFunctions].sort());
  });

  it.each(alarms.map((alarm) => [idOf(alarm), alarm] as const))(
    '%s says what it means for people and where the runbook says what to do, and tells when it is over',
    (id, alarm) => {
      const [, means, section] = /^(.+[.]) What to do: docs\/runbook\.md#(.+)$/.exec(alarm.AlarmDescription)!;
      expect(sections.get(section!)).toContain(means);
      expect(Object.keys(alarmWords).includes(id) ? id : 'a-function-fails').toBe(section);
      expect(alarm.AlarmActions).toHaveLength(1);
      expect(alarm.OKActions).toEqual(alarm.AlarmActions);
    },
  );

  it('leave no section of the runbook without one', () => {
    expect([...sections.keys()].sort()).toEqual(['a-function-fails', ...Object.keys(alarmWords)].sort());
  });

  it('leave out what is not configured: backups in dev, the certificate where there is no domain', () => {
    const none = (stage: 'dev' | 'prod') => {
      const there = alarmsOf(synthesized(stage)).map(idOf);
      return Object.keys(alarmWords).filter((id) => !there.includes(id));
    };
    expect(none('dev')).toEqual(['backups-failed', 'certificate-expiring']);
    expect(none('prod')).toEqual(['certificate-expiring']);
  });

  it('look at functions and queues that are there', () => {
    const queues = resources<{ QueueName: string }>(whole.pipeline, 'AWS::SQS::Queue').map(
      ({ Properties }) => Properties.QueueName,
    );
    const looked = alarms.flatMap(figuresOf).flatMap(({ Dimensions = [] }) => Dimensions);
    const valuesOf = (name: string) =>
      new Set(looked.flatMap(({ Name, Value }) => (Name === name ? [String(Value)] : [])));
    expect([...valuesOf('QueueName')].sort()).toEqual(queues.sort());
    expect([...valuesOf('FunctionName')].sort()).toEqual(functions.map(({ name }) => name).sort());
    for (const service of valuesOf('service')) expect(Object.keys(errorImpacts)).toContain(service);
  });

  it('look at each function by itself', () => {
    for (const { folder, name } of functions) {
      const errors = figuresOf(named(`${folder}-errors`));
      const throttles = figuresOf(named(`${folder}-throttles`));
      // A refused token is an error to Lambda, and none to us.
      const seen = folder === 'authorize-request' ? [] : [{ MetricName: 'Errors', Namespace: 'AWS/Lambda' }];
      expect(errors).toMatchObject([
        ...seen,
        { MetricName: 'ErrorsLogged', Namespace: 'JanusOutcomes/prod' },
      ]);
      expect(throttles).toMatchObject([
        { MetricName: 'Throttles', Dimensions: [{ Name: 'FunctionName', Value: name }] },
      ]);
    }
  });

  it('tell by silence that the watch has stopped, and by nothing else that it is silent', () => {
    const silent = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
    expect(silent.map(idOf)).toEqual(['watch-stopped']);
  });

  it('go off as soon as it is as late as the configuration says', () => {
    expect(named('no-records').Threshold).toBe(5);
    expect(named('month-run-late').Threshold).toBe(1);
    expect(named('packs-not-released').Threshold).toBe(1);
    const { Environment } = resources<{ Environment: { Variables: Record<string, unknown> } }>(
      whole.pipeline,
      'AWS::Lambda::Function',
    ).find(({ Metadata }) => Metadata?.['janus:function'] === 'watch-progress')!.Properties;
    expect(Environment.Variables).toMatchObject({ DAYS_UNTIL_LATE: '1', DAYS_UNTIL_RELEASED: '5' });
  });

  it('are told by a topic that alarms may publish to, under a key that lets them', () => {
    const allowed = (type: string, key: string) =>
      JSON.stringify(theOnlyOf(type)[key as never]).includes('"Service":"cloudwatch.amazonaws.com"');
    const theOnlyOf = (type: string) =>
      resources(whole.observability, type).find(({ id }) => id.startsWith('Alarms'))!.Properties;
    expect(allowed('AWS::SNS::TopicPolicy', 'PolicyDocument')).toBe(true);
    expect(allowed('AWS::KMS::Key', 'KeyPolicy')).toBe(true);
  });
});

describe('counts', () => {
  it.each(Object.entries(countedBy).flatMap(([count, folders]) => folders.map((folder) => [count, folder])))(
    '%s is counted by %s',
    async (count, folder) => {
      expect(await codeOf(folder)).toContain(`meter.count("${count}"`);
    },
  );
});

describe('the dashboard', () => {
  it('shows every alarm that has words', () => {
    const { DashboardBody } = theOnly<{ DashboardBody: unknown }>(
      whole.observability,
      'AWS::CloudWatch::Dashboard',
    ).Properties;
    const body = JSON.stringify(DashboardBody);
    const shown = resources<Alarm>(whole.observability, 'AWS::CloudWatch::Alarm').filter(({ id }) =>
      body.includes(`"${id}"`),
    );
    expect(shown.map(({ Properties }) => idOf(Properties)).sort()).toEqual(Object.keys(alarmWords).sort());
    for (const title of [
      'RecordsTakenIn',
      'PacksIssued',
      'Month runs',
      'Latency p95',
      'ConsumedWriteCapacityUnits',
    ])
      expect(body).toContain(title);
  });
});

describe('the interface’s own domain', () => {
  it('asks for a certificate that its list vouches for, and is the only way in', () => {
    whole.api.hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
      DomainName: domain.name,
      DomainNameConfigurations: [{ CertificateArn: domain.certificateArn, SecurityPolicy: 'TLS_1_2' }],
      MutualTlsAuthentication: { TruststoreUri: 's3://trust/certificates.pem', TruststoreVersion: '1' },
    });
    whole.api.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
    whole.api.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
    expect(whole.api.toJSON()['Outputs']).toMatchObject({
      BaseUrl: { Value: 'https://outcomes.example.org/' },
    });
  });

  it('is none where none is configured', () => {
    const { api } = synthesized('prod');
    api.resourceCountIs('AWS::ApiGatewayV2::DomainName', 0);
    api.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: false });
  });
});
