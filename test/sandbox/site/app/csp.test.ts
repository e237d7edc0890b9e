import { contentSecurityPolicy } from './csp';

function directive(policy: string, name: string): string[] {
  const found = policy.split('; ').find((one) => one.startsWith(`${name} `));
  return found?.split(' ').slice(1) ?? [];
}

describe('contentSecurityPolicy', () => {
  const strict = contentSecurityPolicy({}, 'http://localhost:1234');

  it('lets a page be framed by the site and nobody else', () => {
    expect(directive(strict, 'frame-ancestors')).toEqual(['http://localhost:1234']);
  });

  it('allows inline styles only where the manifest asks for them', () => {
    expect(directive(strict, 'style-src')).not.toContain("'unsafe-inline'");
    const open = contentSecurityPolicy({ content: { styles: ['unsafe-inline'] } }, 'http://localhost:1234');
    expect(directive(open, 'style-src')).toContain("'unsafe-inline'");
  });

  it('runs no inline and no evaluated scripts', () => {
    expect(directive(strict, 'script-src')).not.toContain("'unsafe-inline'");
    expect(directive(strict, 'script-src')).not.toContain("'unsafe-eval'");
  });

  it('lets a page talk to addresses of the manifest and to no others outside Atlassian', () => {
    const external = {
      fetch: { client: ['https://portal.example'] },
      images: [{ address: 'https://images.example' }],
    };
    const policy = contentSecurityPolicy({ external }, 'http://localhost:1234');
    expect(directive(policy, 'connect-src')).toContain('https://portal.example');
    expect(directive(policy, 'img-src')).toContain('https://images.example');
    const strangers = directive(strict, 'connect-src').filter(
      (source) => source !== "'self'" && !/\.atlassian(-dev)?\.(com|net)/.test(source),
    );
    expect(strangers).toEqual([]);
  });
});
