/** Values that look like any other, and that only the name of their setting gives away. */
import type { Detector } from '../../contract/masking';
import type { Pattern } from './detector';
import { isReference } from './values';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Kind, what the name of the setting holds, what its value looks like. */
const table: readonly (readonly [Detector, string, string])[] = [
  ['aws-key', 'aws|amazon|secret_?access', '[a-z0-9/+]{40}|[a-z0-9/+=]{80,}'],
  ['azure-key', 'azure|storage|cosmos', '[a-z0-9/+]{86}==|[a-z0-9/+]{43}='],
  ['heroku-key', 'heroku', uuid],
  ['cloudflare-token', 'cloudflare|cf_api|x-auth', '[\\w-]{37,40}'],
  ['kubernetes-token', 'client-(?:key|certificate)', '[a-z0-9+/]{60,}={0,2}'],
  ['atlassian-token', 'bitbucket|atlassian|jira|confluence', '[\\w-]{24,64}'],
  ['artifactory-token', 'artifactory|jfrog', '[a-z0-9]{64,73}'],
  ['sonar-token', 'sonar', '[a-f0-9]{40}'],
  ['build-token', 'circle|travis|snyk|codecov|jenkins', '[0-9a-f-]{32,40}'],
  ['discord-token', 'discord', '[\\w-]{32}'],
  ['twilio-key', 'twilio', '[0-9a-f]{32}'],
  ['mail-key', 'mailgun|mailchimp|postmark', '[0-9a-f-]{32,50}'],
  ['ai-key', 'cohere|mistral|deepseek|groq|together', '[a-z0-9]{32,64}'],
  ['okta-token', 'okta', '00[\\w-]{38,42}'],
  ['sentry-token', 'sentry', '[0-9a-f]{64}'],
  ['datadog-key', 'datadog|dd[_ -]?(?:api|app)', '[0-9a-f]{32,40}'],
  ['monitoring-token', 'pagerduty|opsgenie|honeycomb|logdna|splunk', `${uuid}|[\\w+-]{20,40}`],
  ['figma-token', 'figma', uuid],
];

const kinds = table.map(([name, context, value]) => ({
  name,
  context: new RegExp(`^(?:${context})`, 'i'),
  value: new RegExp(`^(?:${value})$`, 'i'),
}));

/** One look for all of them: the name, up to the sign that gives it its value, and the value. */
export const named: Pattern = {
  name: 'password',
  regex: new RegExp(
    `(?<![A-Za-z0-9])(?:${table.map(([, context]) => context).join('|')})[\\w .-]{0,24}\\\\{0,8}["'\`]?\\]?[ \\t]{0,3}(?:=>|:=|[=:])[ \\t]{0,3}\\\\{0,8}["'\`]?([\\w+/=-]{20,4000})`,
    'gi',
  ),
  judge: ([whole, value = '']) => {
    if (!/\d/.test(value) || !/[a-z]/i.test(value) || isReference(value)) return false;
    return kinds.find((kind) => kind.context.test(whole) && kind.value.test(value))?.name ?? false;
  },
};
