/** Keys of clouds and of what runs in them. */
import { behind, type Pattern, token } from './detector';

export const clouds: readonly Pattern[] = [
  token('aws-key', 'ABSK[A-Za-z0-9+/]{100,280}={0,2}'),
  token('aws-key', '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}'),
  token('google-key', 'AIza[\\w-]{35}', 'GOCSPX-[\\w-]{28}', 'ya29\\.[\\w-]{20,400}'),
  {
    name: 'google-key',
    regex: /(?<![A-Za-z0-9])1\/\/0[\w-]{40,120}/g,
  },
  {
    name: 'azure-key',
    regex: /(?:AccountKey|SharedAccessKey|SharedAccessSignature)=([^\s;"'&<>\0]{16,400})/gi,
  },
  token('azure-key', '[\\w~.-]{3}[78]Q~[\\w~.-]{31,34}'),
  { name: 'azure-key', regex: /[?&;]sig=([A-Za-z0-9%/+=_-]{20,200})/g },
  token('alibaba-key', 'LTAI[A-Za-z0-9]{12,24}', 'AKID[A-Za-z0-9]{32,36}'),
  token('digitalocean-token', 'do[opr]_v1_[a-f0-9]{64}'),
  token('heroku-key', 'HRKU-[\\w-]{36,80}'),
  token('cloudflare-token', 'v1\\.0-[a-f0-9]{24}-[a-f0-9]{146}', 'cf(?:ut|at|k)_[A-Za-z0-9_-]{40,60}'),
  token('fly-token', 'FlyV1 fm[12]_[A-Za-z0-9+/=,_-]{20,800}', 'fm[12]_[A-Za-z0-9+/=_-]{60,800}'),
  {
    name: 'kubernetes-token',
    regex: /\btoken\b["'`]?[ \t:=]{1,4}["'`]?([a-z0-9]{6}\.[a-z0-9]{16})(?![a-z0-9.])/gi,
  },
  token('vault-token', 'hv[bsr]\\.[\\w-]{20,400}', 's\\.(?=[A-Za-z]{0,23}\\d)[A-Za-z0-9]{24}(?=[^.\\w]|$)'),
  behind('terraform-token', '[A-Za-z0-9]{14}', '\\.atlasv1\\.[\\w-]{60,90}'),
  token('pulumi-token', 'pul-[a-f0-9]{40}'),
  token('doppler-token', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w.-]{40,80}'),
  token('databricks-token', 'dapi[a-f0-9]{32}(?:-\\d)?', 'dkea[a-f0-9]{32}'),
  token(
    'database-token',
    'pscale_(?:tkn|oauth|pw)_[\\w.=-]{32,64}',
    'sbp_[a-f0-9]{40}',
    'sb_secret_[\\w-]{20,60}',
  ),
  token('database-token', 'aiv[nx]?_[A-Za-z0-9+/=]{40,400}', 'AVNS_[\\w-]{18,40}'),
];
