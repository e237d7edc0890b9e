/** Secrets of every kind, put together only when they are needed, so that no scanner takes this file for a leak. */
import { createHash } from 'node:crypto';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = upper.toLowerCase();
const digits = '0123456789';
const word = upper + lower + digits;
const hex = '0123456789abcdef';

/** As many signs of an alphabet; the same for the same seed, and always with a digit. */
function some(length: number, alphabet = word, seed = ''): string {
  const bytes = (part: number) =>
    createHash('sha256')
      .update(`${seed}${alphabet}${String(length)} ${String(part)}`)
      .digest();
  const signs = Array.from({ length }, (_, index) => {
    const byte = bytes(Math.floor(index / 32))[index % 32] ?? 0;
    return alphabet[byte % alphabet.length] ?? '';
  });
  return signs.join('').replace(/^./, (first) => (alphabet.includes('7') ? '7' : first));
}

const uuid = () => [8, 4, 4, 4, 12].map((length) => some(length, hex)).join('-');
const of = (...parts: readonly string[]) => parts.join('');
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const pem = (kind: string, length = 640) => {
  const body = some(length, `${word}+/`).replace(/.{64}/g, '$&\n');
  return of('-----', 'BEGIN ', kind, '-----\n', body, '\n-----', 'END ', kind, '-----');
};

/** What leaks, and the words around it: `secret` must be gone, the rest of `text` may stay. */
export interface Synthetic {
  readonly kind: string;
  readonly text: string;
  readonly secret: string;
}

function plain(kind: string, secret: string): Synthetic {
  return { kind, secret, text: `The value ${secret} was found in the sources.` };
}

function within(kind: string, secret: string, before: string, after = ''): Synthetic {
  return { kind, secret, text: `${before}${secret}${after}` };
}

/** One of each. */
export function syntheticSecrets(): Synthetic[] {
  const privateKey = (kind: string) => {
    const whole = pem(kind);
    return {
      kind: kind.toLowerCase(),
      text: `Found:\n\n${whole}\n\nin a file.`,
      secret: whole.slice(80, 200),
    };
  };
  return [
    plain('AWS access key', of('AK', 'IA', some(16, `${upper}234567`))),
    plain('AWS temporary key', of('AS', 'IA', some(16, `${upper}234567`))),
    within('AWS secret key', some(40, `${word}/+`), 'aws_secret_access_key = '),
    plain('Google API key', of('AI', 'za', some(35))),
    plain('Google client secret', of('GOC', 'SPX-', some(28))),
    plain('Google access token', of('ya', '29.', some(60))),
    within(
      'Azure storage key',
      of(some(86, `${word}+/`), '=='),
      'DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=',
      ';EndpointSuffix=core.windows.net',
    ),
    plain('Azure client secret', of(some(3), '8Q', '~', some(34))),
    within('Azure SAS', of(some(43), '%3D'), 'https://shop.blob.core.windows.net/c?sv=2022&sig='),
    within(
      'SQL connection string',
      'Tr0ub4dor',
      'Server=tcp:db,1433;Database=shop;User Id=app;Password=',
      ';Encrypt=true',
    ),
    plain('GitHub token', of('gh', 'p_', some(36))),
    plain('GitHub fine-grained token', of('github', '_pat_', some(22), '_', some(59))),
    plain('GitHub server token', of('gh', 's_', some(36))),
    plain('GitLab token', of('gl', 'pat-', some(20))),
    plain('GitLab runner token', of('gl', 'rt-', some(20))),
    plain('Bitbucket app password', of('AT', 'BB', some(32))),
    plain('Atlassian token', of('AT', 'ATT3xFfGF0', some(120), '=', some(8, hex))),
    plain('Slack bot token', of('xo', 'xb-', some(12, digits), '-', some(12, digits), '-', some(24))),
    plain('Slack user token', of('xo', 'xp-', some(12, digits), '-', some(12, digits), '-', some(32, hex))),
    within(
      'Slack webhook',
      of('T', some(10), '/B', some(10), '/', some(24)),
      'https://hooks.slack.com/services/',
    ),
    plain('Stripe key', of('sk', '_live_', some(24))),
    plain('Stripe restricted key', of('rk', '_live_', some(24))),
    plain('Twilio key', of('S', 'K', some(32, hex))),
    within('Twilio auth token', some(32, hex), 'TWILIO_AUTH_TOKEN='),
    plain('SendGrid key', of('S', 'G.', some(22), '.', some(43))),
    plain('npm token', of('np', 'm_', some(36))),
    within('npm registry auth', some(36), '//registry.example.com/:_authToken='),
    plain('PyPI token', of('py', 'pi-AgEIcHlwaS5vcmc', some(80))),
    plain('Docker token', of('dckr', '_pat_', some(27))),
    within('Docker auth', some(40), '{"auths": {"registry.example.com": {"auth": "', '"}}}'),
    plain(
      'JWT',
      [base64url({ alg: 'HS256' }), base64url({ sub: 'somebody', role: 'admin' }), some(43)].join('.'),
    ),
    privateKey('RSA PRIVATE KEY'),
    privateKey('OPENSSH PRIVATE KEY'),
    privateKey('EC PRIVATE KEY'),
    privateKey('PGP PRIVATE KEY BLOCK'),
    within('password in an address', 'hunter-2-goes', 'postgres://app:', '@db.example.com:5432/shop'),
    within('bearer header', some(40), 'Authorization: Bearer '),
    within('basic header', of(some(30), '=='), 'Authorization: Basic '),
    within('password assignment', 'correct7Horse', 'password = "', '"'),
    within('password in an environment', 'correct7Horse!', 'DB_PASSWORD='),
    within('password in YAML', 'correct7Horse', 'db:\n  password: '),
    within('key in a header', some(32), 'X-Api-Key: '),
    plain('Telegram token', of(some(10, digits), ':A', 'A', some(33))),
    plain('Discord token', of('M', some(25), '.', some(6), '.', some(38))),
    within('Discord webhook', of(some(18, digits), '/', some(68)), 'https://discord.com/api/webhooks/'),
    plain('OpenAI key', of('s', 'k-', some(20), 'T3Blbk', 'FJ', some(20))),
    plain('OpenAI project key', of('s', 'k-proj-', some(80))),
    plain('Anthropic key', of('s', 'k-ant-api03-', some(93), 'AA')),
    plain('Hugging Face token', of('h', 'f_', some(34))),
    plain('Databricks token', of('da', 'pi', some(32, hex))),
    plain('DigitalOcean token', of('dop', '_v1_', some(64, hex))),
    within('Heroku key', uuid(), 'HEROKU_API_KEY='),
    plain('Heroku platform key', of('HR', 'KU-', uuid())),
    plain('Mailgun key', of('ke', 'y-', some(32, hex))),
    plain('Mailchimp key', of(some(32, hex), '-us', '21')),
    plain('Shopify token', of('shp', 'at_', some(32, hex))),
    plain('Square token', of('sq', '0atp-', some(22))),
    plain('Square access token', of('EA', 'AA', some(60))),
    within('Okta token', of('00', some(40)), 'Authorization: SSWS '),
    plain('Vault token', of('hv', 's.', some(90))),
    plain('Terraform token', of(some(14), '.atlas', 'v1.', some(67))),
    plain('Artifactory key', of('AK', 'Cp', some(69))),
    plain('Sentry token', of('sntr', 'ys_', some(80))),
    plain('New Relic key', of('NR', 'AK-', some(27))),
    within('Datadog key', some(32, hex), 'DD_API_KEY: '),
    within('Cloudflare token', some(40), 'CLOUDFLARE_API_TOKEN='),
    plain('Linear key', of('lin', '_api_', some(40))),
    plain('Figma token', of('fi', 'gd_', some(40))),
    plain('age key', of('AGE-', 'SECRET-KEY-1', some(58, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'))),
    within(
      'Kubernetes bootstrap token',
      of(some(6, lower + digits), '.', some(16, lower + digits)),
      'kubeadm join --token ',
    ),
    plain('Grafana token', of('gl', 'sa_', some(32), '_', some(8, hex))),
    plain('Postman key', of('PM', 'AK-', some(24, hex), '-', some(34, hex))),
    plain('NuGet key', of('oy', '2', some(43, lower + digits))),
    plain('RubyGems key', of('rubygems', '_', some(48, hex))),
    plain('SonarQube token', of('sq', 'p_', some(40, hex))),
    plain('Notion token', of('nt', 'n_', some(43))),
    plain('Pulumi token', of('pu', 'l-', some(40, hex))),
    plain('Doppler token', of('dp', '.pt.', some(43))),
    within('Snyk token', uuid(), 'SNYK_TOKEN='),
    within(
      'Teams webhook',
      of(uuid(), '@', uuid(), '/IncomingWebhook/', some(32, hex), '/', uuid()),
      'https://shop.webhook.office.com/webhookb2/',
    ),
  ];
}
