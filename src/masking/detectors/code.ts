/** Tokens of places where code lives and is built. */
import { type Pattern, token } from './detector';

export const code: readonly Pattern[] = [
  token('github-token', 'gh[pousr]_[A-Za-z0-9_]{36,255}', 'github_pat_[A-Za-z0-9_]{22,255}'),
  token('github-token', 'v1\\.[a-f0-9]{40}'),
  token(
    'gitlab-token',
    'gl(?:pat|dt|rt|ptt|ft|imt|agent|oas|soat|cbt|ffct|wt)-[\\w.-]{20,300}',
    'GR1348941[\\w-]{20,30}',
  ),
  token('gitlab-token', '_gitlab_session=[a-f0-9]{32}'),
  token('atlassian-token', 'AT(?:ATT|BB|CTT|STT)[A-Za-z0-9+/=_-]{20,400}'),
  token('npm-token', 'npm_[A-Za-z0-9]{36}'),
  { name: 'npm-token', regex: /:_(?:authToken|auth|password)[ \t]{0,3}=[ \t]{0,3}"?([^\s"$\0]{10,400})/g },
  token('pypi-token', 'pypi-[\\w-]{40,400}'),
  token('nuget-key', 'oy2[a-z0-9]{43}'),
  token('rubygems-key', 'rubygems_[a-f0-9]{48}', 'CLOJARS_[a-z0-9]{60}', 'cio[A-Za-z0-9]{32}'),
  token('docker-token', 'dckr_(?:pat|oat)_[\\w-]{20,60}'),
  {
    name: 'docker-token',
    regex: /"auth\\{0,8}"[ \t]{0,3}:[ \t\r\n]{0,20}\\{0,8}"([A-Za-z0-9+/]{12,2000}={0,2})(?=\\{0,8}")/g,
  },
  token(
    'artifactory-token',
    'AKC[a-zA-Z0-9]{50,80}',
    'AP[0-9A-Fa-f][A-Za-z0-9]{30,70}(?=[^\\w]|$)',
    'cmVmdGtu[A-Za-z0-9+/=]{40,80}',
  ),
  token('sonar-token', 'sq[apu]_[a-f0-9]{40}'),
  token(
    'build-token',
    'CCIPAT_[A-Za-z0-9]{22}_[a-f0-9]{40}',
    'bk(?:ua|at)_[a-f0-9]{40}',
    'travis_[\\w-]{22,40}',
  ),
  token(
    'private-key',
    'PuTTY-User-Key-File-[23]:(?:(?!P(?:rivate-MAC|uTTY-User))[^\\0]){0,12000}Private-MAC: ?[a-f0-9]{40,64}',
  ),
  {
    name: 'private-key',
    regex:
      /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----)[^\0]){8,20000}-----END (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----/g,
  },
  {
    // Cut off: the lines of the key, as far as they look like lines of a key.
    name: 'private-key',
    regex:
      /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:(?:\\{1,2}[rn]|[\s>|+"',]){1,20}[A-Za-z0-9+/=]{16,}){1,400}/g,
  },
  token('age-key', 'AGE-SECRET-KEY-(?:PQ-)?1[A-Z0-9]{58,80}'),
];
