/** Secrets that are masked before anything is stored: the kinds that the app knows, and the settings over them. */
import { z } from 'zod';

/** Every kind by the name that stands in its place: `[masked: github-token]`. The order is that of the page. */
export const detectors = [
  'aws-key',
  'google-key',
  'azure-key',
  'alibaba-key',
  'digitalocean-token',
  'heroku-key',
  'cloudflare-token',
  'fly-token',
  'kubernetes-token',
  'vault-token',
  'terraform-token',
  'pulumi-token',
  'doppler-token',
  'databricks-token',
  'database-token',
  'github-token',
  'gitlab-token',
  'atlassian-token',
  'npm-token',
  'pypi-token',
  'nuget-key',
  'rubygems-key',
  'docker-token',
  'artifactory-token',
  'sonar-token',
  'build-token',
  'slack-token',
  'webhook-url',
  'telegram-token',
  'discord-token',
  'twilio-key',
  'sendgrid-key',
  'mail-key',
  'stripe-key',
  'square-token',
  'shopify-token',
  'openai-key',
  'anthropic-key',
  'huggingface-token',
  'ai-key',
  'okta-token',
  'onepassword-token',
  'sentry-token',
  'newrelic-key',
  'datadog-key',
  'monitoring-token',
  'linear-key',
  'figma-token',
  'office-token',
  'jwt',
  'private-key',
  'age-key',
  'authorization',
  'session-cookie',
  'url-password',
  'url-token',
  'connection-string',
  'password',
] as const;
export const Detector = z.enum(detectors);
export type Detector = z.infer<typeof Detector>;

export const maskingLimits = { own: 20, name: 40, pattern: 200, sample: 20_000 } as const;

/** A pattern of an admin's own. What it finds is replaced by its name. */
export const OwnPattern = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(maskingLimits.name)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u),
  pattern: z.string().min(1).max(maskingLimits.pattern),
});
export type OwnPattern = z.infer<typeof OwnPattern>;

export const Masking = z.object({
  enabled: z.boolean().default(true),
  /** Detectors that are switched off. */
  off: z.array(Detector).default([]),
  own: z.array(OwnPattern).max(maskingLimits.own).default([]),
});
export type Masking = z.infer<typeof Masking>;

/** How often each kind was masked, by its detector's or own pattern's name. */
export const MaskedCounts = z.record(z.string(), z.number().int());
export type MaskedCounts = z.infer<typeof MaskedCounts>;

/** How often each name comes. */
export function countEach(names: readonly string[]): MaskedCounts {
  const counts: MaskedCounts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** All counts together; undefined: there is nothing to tell. */
export function totalCounts(all: readonly MaskedCounts[]): MaskedCounts | undefined {
  const names = all.flatMap((counts) =>
    Object.entries(counts).flatMap(([name, times]) => Array.from({ length: times }, () => name)),
  );
  return names.length > 0 ? countEach(names) : undefined;
}
