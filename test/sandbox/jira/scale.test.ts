import { performance } from 'node:perf_hooks';
import { testSite } from './test-site';
import type { JsonObject } from './json';

const ISSUES = 10_000;

describe('a site with 10,000 issues', () => {
  const propertyIndex = [
    { propertyKey: 'f', values: [{ path: 'id', type: 'string', searchAlias: 'fid' }] },
  ] as const;
  const site = testSite({ propertyIndex });
  const figures: string[] = [];

  function measure<T>(what: string, times: number, act: (at: number) => T): T[] {
    const start = performance.now();
    const results = Array.from({ length: times }, (_, at) => act(at));
    figures.push(`${what}: ${((performance.now() - start) / times).toFixed(2)} ms each`);
    return results;
  }

  beforeAll(() => {
    measure('bulk create of 50', ISSUES / 50, (batch) => {
      const issueUpdates = Array.from({ length: 50 }, (_, at) => ({
        fields: {
          project: { key: at % 2 === 0 ? 'WEB' : 'SEC' },
          issuetype: { name: 'Task' },
          summary: `Finding ${batch * 50 + at}`,
          labels: ['appsec'],
        },
        properties: [{ key: 'f', value: { id: `F-${batch * 50 + at}` } }],
      }));
      return site.app('POST', 'issue/bulk', { issueUpdates }).status;
    });
  });

  afterAll(() => {
    process.stdout.write(
      `10,000 issues, ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB heap\n  ${figures.join('\n  ')}\n`,
    );
  });

  test('finds an issue by its property without looking at the others', () => {
    const looked = jest.spyOn(site.site.world.index, 'find');
    const found = measure('search by property', 200, (at) =>
      site.find(`project in (WEB, SEC) AND fid = "F-${at * 7}"`),
    );
    expect(found.every((keys) => keys.length === 1)).toBe(true);
    expect(looked.mock.calls.length).toBe(200);
    looked.mockRestore();
  });

  test('looks only at the issues of a project that a query names', () => {
    const looked = jest.spyOn(site.site.world.index, 'find');
    measure('search by project and label', 5, () =>
      site.find('project = SEC AND labels = appsec ORDER BY created DESC'),
    );
    expect(looked.mock.calls.length).toBe((5 * ISSUES) / 2);
    looked.mockRestore();
  });

  test('transitions and bulk fetches as ever', () => {
    const moved = measure('transition', 500, (at) =>
      site.app('POST', `issue/WEB-${at + 1}/transitions`, { transition: { id: '41' } }),
    );
    expect(moved.every(({ status }) => status === 204)).toBe(true);
    const names = Array.from({ length: 100 }, (_, at) => `WEB-${at + 1}`);
    const [fetched] = measure('bulk fetch of 100', 20, () =>
      site.app('POST', 'issue/bulkfetch', { issueIdsOrKeys: names, fields: ['status'] }),
    );
    expect((fetched?.data['issues'] as JsonObject[]).length).toBe(100);
  });
});
