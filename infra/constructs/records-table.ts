import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { expiryAttribute, tableIndexes, tableKeys } from '../../shared/store/table.ts';
import type { Binding } from './binding.ts';

type TableAction = 'GetItem' | 'PutItem' | 'DeleteItem' | 'Query';
type TableIndex = keyof typeof tableIndexes;

const readActions: readonly TableAction[] = ['GetItem', 'Query'];

/** What DynamoDB asks of a caller's key to encrypt, spelt out so that no wildcard is needed. */
const readKey = ['kms:Decrypt', 'kms:DescribeKey'];
const writeKey = [
  ...readKey,
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table and the key that encrypts it. */
export class RecordsTable extends Construct {
  /** The one that is used. */
  readonly #table: { readonly tableName: string; readonly tableArn: string };
  readonly #key: Key;

  /** @param restored the name of a restored table, to be used in place of the one that is made */
  constructor(scope: Construct, id: string, restored?: string) {
    super(scope, id);
    this.#key = new Key(this, 'Key', {
      description: 'Encrypts the table of records',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const made = new TableV2(this, 'Table', {
      partitionKey: text(tableKeys.partition),
      sortKey: text(tableKeys.sort),
      globalSecondaryIndexes: Object.values(tableIndexes).map(({ name, partition, sort }) => ({
        indexName: name,
        partitionKey: text(partition),
        sortKey: text(sort),
      })),
      timeToLiveAttribute: expiryAttribute,
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(this.#key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#table = restored === undefined ? made : { tableName: restored, tableArn: this.#arnOf(restored) };
  }

  get tableName(): string {
    return this.#table.tableName;
  }

  get tableArn(): string {
    return this.#table.tableArn;
  }

  get keyArn(): string {
    return this.#key.keyArn;
  }

  #arnOf(tableName: string): string {
    return Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName: tableName });
  }

  /**
   * The table's name, with these actions on its items and with queries of these indexes.
   *
   * @example table.allowing(['GetItem', 'Query'], ['byChange'])
   */
  allowing(actions: readonly TableAction[], indexes: readonly TableIndex[] = []): Binding {
    const { tableArn, tableName } = this.#table;
    const writes = actions.some((action) => !readActions.includes(action));
    return {
      value: tableName,
      allow: (role) => {
        role.addToPolicy(
          new PolicyStatement({
            actions: actions.map((action) => `dynamodb:${action}`),
            resources: [tableArn],
          }),
        );
        if (indexes.length > 0)
          role.addToPolicy(
            new PolicyStatement({
              actions: ['dynamodb:Query'],
              resources: indexes.map((index) => `${tableArn}/index/${tableIndexes[index].name}`),
            }),
          );
        role.addToPolicy(
          new PolicyStatement({
            actions: writes ? writeKey : readKey,
            resources: [this.#key.keyArn],
            conditions: {
              StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(this).region}.amazonaws.com` },
            },
          }),
        );
      },
    };
  }
}
