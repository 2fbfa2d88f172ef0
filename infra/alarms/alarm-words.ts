/** What an operator is told of an alarm, in the alarm itself and in the runbook alike. */
export type AlarmWords = {
  /** When it goes off. */
  readonly when: string;
  /** What it means for people, in one sentence: the first thing that the alarm says. */
  readonly means: string;
  /** Lines of shell that show what is the matter, or mend it. */
  readonly commands: readonly string[];
  /** What to do about it. */
  readonly then: string;
};

const machineRuns = (machine: string) => [
  `aws stepfunctions list-executions --state-machine-arn arn:aws:states:eu-west-2:$ACCOUNT:stateMachine:janus-outcomes-$STAGE-${machine} --max-results 5`,
  'aws stepfunctions get-execution-history --execution-arn EXECUTION_ARN --reverse-order --max-results 20',
];

const redrive = (queue: string) => [
  `aws sqs get-queue-attributes --queue-url https://sqs.eu-west-2.amazonaws.com/$ACCOUNT/janus-outcomes-$STAGE-${queue} --attribute-names ApproximateNumberOfMessages`,
  `aws sqs start-message-move-task --source-arn arn:aws:sqs:eu-west-2:$ACCOUNT:janus-outcomes-$STAGE-${queue}`,
];

const logOf = (folder: string, since = '3h', prefix = '') =>
  `aws logs tail ${prefix}/janus-outcomes/$STAGE/${folder} --since ${since} --format short`;

const errorsOf = (folder: string) => `${logOf(folder)} --filter-pattern '{ $.level = "ERROR" }'`;

const asOperator = (call: string) => `curl -H "authorization: Bearer $TOKEN" ${call}`;

/** Every alarm but those of single functions, by its id; the alarm’s name is `janus-outcomes-<stage>-<id>`. */
export const alarmWords = {
  'uploads-dead-letters': {
    when: 'A message about an upload was given out three times and failed each time.',
    means: 'What a provider uploaded is not taken in, and figures are without it until it is.',
    commands: [errorsOf('process-upload'), ...redrive('uploads-dead')],
    then: 'Find out why by the log, mend it, then move the letters back (the second command) or have the upload go on by `POST /v1/uploads/{id}/replay`. Rows that were taken in stay, and none is taken in twice. Letters go after 14 days; a replay needs none.',
  },
  'uploads-waiting': {
    when: 'The oldest message about an upload has waited for more than an hour.',
    means: 'Providers wait for what they uploaded, and do not learn which rows to mend.',
    commands: [
      'aws sqs get-queue-attributes --queue-url https://sqs.eu-west-2.amazonaws.com/$ACCOUNT/janus-outcomes-$STAGE-uploads --attribute-names All',
      errorsOf('process-upload'),
    ],
    then: 'Many files at once are worked through ten slices at a time and need patience. Where the number does not fall, look at the log, and whether `process-upload` is throttled.',
  },
  'starts-missed': {
    when: 'Something that runs by the clock could not be started.',
    means: 'A month run, the statements, an erasure’s end, or a notice did not happen at its time.',
    commands: [
      'aws sqs receive-message --queue-url https://sqs.eu-west-2.amazonaws.com/$ACCOUNT/janus-outcomes-$STAGE-missed-starts --attribute-names All --message-attribute-names All --visibility-timeout 0',
      'aws stepfunctions start-execution --state-machine-arn arn:aws:states:eu-west-2:$ACCOUNT:stateMachine:janus-outcomes-$STAGE-month-run --input \'{"trigger":"schedule"}\'',
      'aws lambda invoke --function-name janus-outcomes-$STAGE-enforce-retention --payload e30= answer.json',
      'aws sqs purge-queue --queue-url https://sqs.eu-west-2.amazonaws.com/$ACCOUNT/janus-outcomes-$STAGE-missed-starts',
    ],
    then: 'The message’s attributes name what was to be started and why it was not. What runs every night makes good what was missed; start the month run yourself on its own day (the second command), on a later one by `POST /v1/runs`. Started twice it does nothing twice. Then empty the queue.',
  },
  'no-records': {
    when: 'Nobody has sent a record for as many working days as `alarmAfter` of the configuration says.',
    means:
      'Either providers have stopped sending or they cannot send: the next packs would be empty or wrong.',
    commands: [
      'curl $BASE/health',
      asOperator('"$BASE/v1/audit?month=MONTH"'),
      logOf('watch-progress', '2h'),
    ],
    then: 'See whether requests arrive at all (the dashboard’s first row): with many refused, a token or a format has changed; with none, ask the providers.',
  },
  'watch-stopped': {
    when: 'Nothing has told for three hours whether records arrive, packs are late or wait for release.',
    means: 'Nobody would be warned of a silent provider, a late pack or one that nobody releases.',
    commands: [
      errorsOf('watch-progress'),
      'aws lambda invoke --function-name janus-outcomes-$STAGE-watch-progress --payload e30= answer.json',
    ],
    then: 'The watch is a function that runs every hour. Run it by hand (the second command), and mend what its log says.',
  },
  'month-run-late': {
    when: 'The fourth working day and the days of grace (`alarmAfter` of the configuration) are over, and a commissioner has no pack of last month.',
    means:
      'Commissioners wait for a pack that they were promised, and nobody can see how people fared last month.',
    commands: [
      ...machineRuns('month-run'),
      logOf('watch-progress', '2h'),
      'curl -X POST "$BASE/v1/runs" -H "authorization: Bearer $TOKEN" -H \'content-type: application/json\' -d \'{"month": "MONTH"}\'',
    ],
    then: 'See how the run went, mend why, and run the month by hand: commissioners that have their pack get no second one. The watch’s log line `packs late` names who has none. A commissioner who is registered too early counts as one that waits.',
  },
  'packs-not-released': {
    when: 'A pack was issued as many working days ago as `alarmAfter` of the configuration says, and was not released.',
    means: 'A commissioner’s pack is made and lies there unread, since two people have not approved it.',
    commands: [logOf('watch-progress', '2h'), asOperator('"$BASE/v1/packs/COMMISSIONER/MONTH"')],
    then: 'The watch’s log line `packs await release` names commissioner, month and revision. Remind the approvers, or run the month again where the pack should not be released as it is: the newest revision alone counts. What was issued more than 92 days ago is not asked for any more.',
  },
  'month-run-failed': {
    when: 'A month run failed, ran out of time or was stopped.',
    means: 'No commissioner may have got a pack of the month.',
    commands: machineRuns('month-run'),
    then: 'See which state failed, read the log of its function, mend it, and run the month by hand (`POST /v1/runs`): nothing is issued twice.',
  },
  'statement-run-failed': {
    when: 'A nightly run of statements failed, ran out of time or was stopped.',
    means: 'Finance has no statement of last night, and nobody is told of blocks that run out.',
    commands: machineRuns('statement-run'),
    then: 'Mend what failed; the next night makes good what is missing, or `POST /v1/runs` with `{"kind": "statements"}` does now.',
  },
  'commissioners-failed': {
    when: 'A run went through, and failed for one commissioner or more.',
    means: 'Some commissioners got no pack or statement, and the others got theirs.',
    commands: [logOf('finish-run', '3h'), asOperator('"$BASE/v1/runs/RUN"')],
    then: 'The run names each commissioner that failed with the error’s code. Mend it and run the month for that commissioner alone: `{"month": "MONTH", "commissioner": "CODE"}`.',
  },
  'blocks-crossed': {
    when: 'A block booking has passed a point: three quarters used, nine tenths, all, or 28 days before its end.',
    means:
      'Weeks that were bought in advance run out or expire; whose they are is told to finance on its own topic.',
    commands: [logOf('reconcile-blocks', '24h')],
    then: 'Nothing is broken. See that finance of both sides is subscribed to the topic of alerts (`AlertsTopicArn`).',
  },
  'interface-failing': {
    when: 'The interface answered at least three requests within five minutes with an error of its own (5xx).',
    means: 'Providers’ systems cannot send, and commissioners cannot read, some or all of what they ask for.',
    commands: [
      `${logOf('access', '1h', '/aws/vendedlogs')} --filter-pattern '{ $.status = "5*" }'`,
      errorsOf('authorize-request'),
    ],
    then: 'The access log names the route and the id of each request; the function’s log has the same id. Where every route fails, it is who lets requests in (`authorize-request`), the table, or a deployment: roll it back.',
  },
  'interface-slow': {
    when: 'One answer in a hundred took longer than ten seconds, for a quarter of an hour.',
    means: 'Systems that send give up and send again, and people wait.',
    commands: [
      'QUERY=$(aws logs start-query --log-group-name /aws/vendedlogs/janus-outcomes/$STAGE/access --start-time $(date -d "1 hour ago" +%s) --end-time $(date +%s) --query-string "filter responseLatency > 10000 | stats count() by routeKey" --query queryId --output text)',
      'aws logs get-query-results --query-id $QUERY',
    ],
    then: 'See which route it is. A subject’s access and a referrer’s report are made as they are asked for and may take seconds; records may not: look at the table’s throttles.',
  },
  'table-throttled': {
    when: 'The table turned requests away for being too many, in three minutes of five.',
    means: 'Records are taken in slowly or refused with 503, and runs take longer.',
    commands: [
      'aws cloudwatch get-metric-statistics --namespace AWS/DynamoDB --metric-name WriteThrottleEvents --dimensions Name=TableName,Value=TABLE --statistics Sum --period 60 --start-time "$(date -u -d \'1 hour ago\' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)"',
    ],
    then: 'The table is paid on demand and grows by itself within minutes; what was throttled is tried again. Where it lasts, one provider or person is written far more than others: see who sends (`GET /v1/receipts`), and ask them to send more slowly.',
  },
  'table-failing': {
    when: 'The table answered with errors of its own.',
    means: 'Nothing can be taken in or read for as long as it lasts.',
    commands: [
      'aws health describe-events --region us-east-1 --filter services=DYNAMODB',
      'curl $BASE/health',
    ],
    then: 'It is Amazon’s to mend. What was accepted whole is finished by itself; who sends again doubles nothing. Tell providers where it lasts longer than an hour.',
  },
  'table-read-by-hand': {
    when: 'Somebody, or something that is no function of ours, read or wrote the table or the files of packs.',
    means: 'Records of people in treatment may have been seen or changed outside of the system’s own rules.',
    commands: [logOf('trail')],
    then: 'The trail has who it was, from where, and what was asked for. A restore and `npm run replay-erasures` are such access, and should stand in your own log of works. Anything else is an incident: withdraw the access, and follow your procedure for breaches of personal data, within 72 hours where people are at risk.',
  },
  'backups-failed': {
    when: 'A backup of the table failed, was stopped or did not end in time.',
    means: 'Nothing is lost; but after an accident less could be brought back than was promised.',
    commands: [
      'aws backup list-backup-jobs --by-backup-vault-name janus-outcomes-$STAGE-backups --by-state FAILED --max-results 5',
    ],
    then: 'Mend what its message says, and start one by hand in the console. Recovery to a point in time, over the last 35 days, does not depend on it.',
  },
  'certificate-expiring': {
    when: 'The certificate of the interface’s own domain ends in less than 30 days.',
    means: 'When it has ended nobody can reach the interface: nothing is sent, nothing is read.',
    commands: [
      'aws acm describe-certificate --certificate-arn CERTIFICATE_ARN --query Certificate.RenewalSummary',
    ],
    then: 'A certificate of ACM renews itself as long as its record of validation is in the DNS: put it back. One that was imported is imported again under the same ARN.',
  },
} as const satisfies Record<string, AlarmWords>;

export type AlarmId = keyof typeof alarmWords;

/** The section of the runbook that serves the alarms of all functions. */
export const functionSection = 'a-function-fails';

/** What an alarm says: what it means, and where it stands what to do. */
export function describeAlarm(means: string, section: string): string {
  return `${means} What to do: docs/runbook.md#${section}`;
}
