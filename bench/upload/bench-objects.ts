/** The bucket of the benchmark, and how it is reached. */
export const benchObjects = {
  bucketName: 'uploads',
  provider: 'bench',
  connection: (endpoint: string) => ({
    endpoint,
    region: 'eu-west-2',
    forcePathStyle: true,
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  }),
};
