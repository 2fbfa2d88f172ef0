import { DomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Domain } from '../config.ts';

/** The interface’s own address: with a list of certificates, whoever calls must show one that these vouch for. */
export function interfaceDomain(
  scope: Construct,
  id: string,
  { name, certificateArn, mutualTls }: Domain,
): DomainName {
  return new DomainName(scope, id, {
    domainName: name,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
    securityPolicy: SecurityPolicy.TLS_1_2,
    ...(mutualTls && {
      mtls: {
        bucket: Bucket.fromBucketName(scope, 'TrustStore', mutualTls.bucket),
        key: mutualTls.key,
        version: mutualTls.version,
      },
    }),
  });
}
