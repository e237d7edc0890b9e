import { z } from 'zod';
import type { Named } from './types';
import { readAll, readAs, withQuery } from './paging';

const Page = z.object({
  values: z.array(z.object({ id: z.string(), name: z.string() })),
  total: z.number().optional(),
});

/** All resolutions of the site. */
export function readResolutions(): Promise<Named[]> {
  return readAll(async (startAt, maxResults) => {
    const { values, total } = await readAs(
      Page,
      withQuery('/rest/api/3/resolution/search', { startAt, maxResults }),
    );
    return { items: values, total };
  });
}
