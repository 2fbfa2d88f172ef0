import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { groupOf, roles } from '../../shared/platform/roles.ts';
import { resourceServers } from '../../shared/platform/routes.ts';
import type { Config } from '../config.ts';
import { acknowledge } from './acknowledge.ts';
import { plain, type Binding } from './binding.ts';

type TokenServiceProps = { readonly stage: string; readonly secondFactor: Config['secondFactor'] };

/** How people sign in, as the variables of functions name it. */
export type SignIn = Readonly<
  Record<'PORTAL_CLIENT_ID' | 'AUTHORIZE_URL' | 'TOKEN_URL' | 'LOGOUT_URL', Binding>
>;

const TOKEN_LASTS = Duration.hours(1);

/**
 * Cognito as the issuer of tokens. The clients of machines are made at run time, by the operator; the one through which
 * people sign in is declared by `signInAt`, and people and most of their groups are made by the operator.
 */
export class TokenService extends Construct {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly tokenUrl: string;
  readonly userPoolId: string;
  readonly #pool: UserPool;
  readonly #pages: string;

  constructor(scope: Construct, id: string, { stage, secondFactor }: TokenServiceProps) {
    super(scope, id);
    this.#pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      // One address is one person, however it is written: two people have to approve. It cannot be changed later.
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: secondFactor === 'required' ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this.#pool, {
      'AwsSolutions-COG8':
        'The plus tier watches people by address and device and keeps what it saw; a second factor, which prod asks of everybody, stops a stolen password without that.',
      ...(secondFactor === 'optional' && {
        'AwsSolutions-COG2': 'Nothing real is held outside prod; whoever tries sign-in there may do without.',
      }),
    });
    for (const [identifier, scopes] of Object.entries(resourceServers))
      this.#pool.addResourceServer(identifier, {
        identifier,
        scopes: scopes.map(
          (scopeName) =>
            new ResourceServerScope({ scopeName, scopeDescription: `May ${scopeName} ${identifier}` }),
        ),
      });
    for (const { role } of roles.filter(({ party }) => party === 'operator'))
      this.#pool.addGroup(`Operator-${role}`, {
        groupName: groupOf({ party: 'operator', role }),
        description: `People of the operator: ${role}`,
      });
    // Prefixes are shared by everyone in a region; the account makes ours our own.
    const domain = this.#pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `janus-outcomes-${stage}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.#pages = domain.baseUrl();
    this.tokenUrl = `${this.#pages}/oauth2/token`;
    this.userPoolId = this.#pool.userPoolId;
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${this.userPoolId}`;
    this.jwksUri = `${this.issuer}/.well-known/jwks.json`;
  }

  /**
   * Lets people sign in for the portal at this address, and at no other: a public client, by an authorization code,
   * without a secret. Its tokens are had from the sign-in page alone: of the calls that take a password none is allowed.
   */
  signInAt(portalUrl: string): SignIn {
    const client = this.#pool.addClient('Portal', {
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [portalUrl],
        logoutUrls: [portalUrl],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      // What is not named here is not allowed; renewing cannot be left out, and the portal throws its tokens away.
      authFlows: { userSrp: false },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: TOKEN_LASTS,
      idTokenValidity: TOKEN_LASTS,
      // An hour is the least that Cognito takes.
      refreshTokenValidity: TOKEN_LASTS,
    });
    new CfnManagedLoginBranding(this, 'Pages', {
      userPoolId: this.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    return {
      PORTAL_CLIENT_ID: plain(client.userPoolClientId),
      AUTHORIZE_URL: plain(`${this.#pages}/oauth2/authorize`),
      TOKEN_URL: plain(this.tokenUrl),
      LOGOUT_URL: plain(`${this.#pages}/logout`),
    };
  }

  /** The pool's id, with leave to make, change and remove its clients and their secrets. */
  administeringClients(): Binding {
    const { userPoolArn, userPoolId } = this.#pool;
    return {
      value: userPoolId,
      allow: (role) =>
        role.addToPolicy(
          new PolicyStatement({
            actions: [
              'cognito-idp:CreateUserPoolClient',
              'cognito-idp:UpdateUserPoolClient',
              'cognito-idp:DeleteUserPoolClient',
              'cognito-idp:AddUserPoolClientSecret',
              'cognito-idp:DeleteUserPoolClientSecret',
              'cognito-idp:ListUserPoolClientSecrets',
            ],
            resources: [userPoolArn],
          }),
        ),
    };
  }
}
