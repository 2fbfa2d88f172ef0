const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });

/** How the table of rows is made: its keys, and one index. */
export const rowsTable = {
  AttributeDefinitions: [text('PK'), text('SK'), text('GSI1PK')],
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' as const },
    { AttributeName: 'SK', KeyType: 'RANGE' as const },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'GSI1',
      KeySchema: [{ AttributeName: 'GSI1PK', KeyType: 'HASH' as const }],
      Projection: { ProjectionType: 'ALL' as const },
    },
  ],
};
