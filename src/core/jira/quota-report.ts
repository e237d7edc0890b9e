/**
 * What the headers of an answer say of the hourly quota, by https://developer.atlassian.com/cloud/jira/platform/rate-limiting/:
 * `RateLimit-Policy: "global-app-quota";q=65000;w=3600` and `RateLimit: "global-app-quota";r=11000;t=600`, both with
 * `Beta-` before them until they are enforced; `r` only comes when little is left. The `X-RateLimit-` headers speak of
 * the quota or of the burst limit of one endpoint, so they count only where they name the quota's size.
 */
import type { QuotaReport } from './budget';

type Header = (name: string) => string | null;

/** Below this part of the quota Jira warns with a header that tells no number. */
const nearPart = 0.2;

/** The report of the quota that is nearest to its end; empty when Jira says nothing. */
export function readQuota(header: Header): QuotaReport {
  const policies = itemsOf(header, 'ratelimit-policy');
  const states = itemsOf(header, 'ratelimit');
  const names = new Set([...policies.keys(), ...states.keys()]);
  const reports = [...names].map((name): QuotaReport => {
    const quota = policies.get(name)?.get('q');
    const state = states.get(name);
    return present({ quota, remaining: state?.get('r'), resetsIn: state?.get('t') });
  });
  const [nearest = {}] = reports.sort((a, b) => leftOf(a) - leftOf(b));
  return withPlainHeaders(nearest, header);
}

function leftOf({ quota, remaining }: QuotaReport): number {
  return remaining ?? quota ?? Infinity;
}

/** Quotas of the app by name; other items are about single endpoints. */
function itemsOf(header: Header, name: string): Map<string, Map<string, number>> {
  const text = header(name) ?? header(`beta-${name}`) ?? '';
  const items = new Map<string, Map<string, number>>();
  for (const [, item = '', parameters = ''] of text.matchAll(/"([^"]*-app-quota)"((?:\s*;\s*\w+=\d+)*)/g)) {
    const pairs = [...parameters.matchAll(/(\w+)=(\d+)/g)];
    items.set(item, new Map(pairs.map(([, key = '', value]) => [key, Number(value)])));
  }
  return items;
}

function withPlainHeaders(report: QuotaReport, header: Header): QuotaReport {
  const { quota } = report;
  if (quota === undefined) return report;
  const aboutQuota = numberOf(header('x-ratelimit-limit')) === quota;
  const told = aboutQuota ? numberOf(header('x-ratelimit-remaining')) : undefined;
  const isNear =
    (aboutQuota && header('x-ratelimit-nearlimit') === 'true') ||
    header('x-beta-ratelimit-nearlimit') === 'true';
  const left = [report.remaining, told, isNear ? quota * nearPart : undefined].filter(
    (one) => one !== undefined,
  );
  return left.length === 0 ? report : { ...report, remaining: Math.min(...left) };
}

function numberOf(text: string | null): number | undefined {
  return text?.match(/^\d+$/) ? Number(text) : undefined;
}

function present(report: Readonly<Record<keyof QuotaReport, number | undefined>>): QuotaReport {
  return Object.fromEntries(Object.entries(report).filter(([, value]) => value !== undefined));
}
