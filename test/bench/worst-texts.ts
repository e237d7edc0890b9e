/** Inputs that cost as much as their sender can make them cost. */

function fill(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** Markdown of a finding's size by what is hostile about it. */
export const worstTexts: Readonly<Record<string, string>> = {
  prose: fill('The parameter of the query reaches the database unescaped. ', 100_000),
  'processing instructions': fill('a <? ', 100_000),
  declarations: fill('a <!A ', 100_000),
  comments: fill('a <!-- ', 100_000),
  'setext lines': fill('a\n=\n', 100_000),
  'lazy quotes': `> a\n${fill('a\n', 100_000)}`,
  'lazy list': `- a\n${fill('a\n', 100_000)}`,
  'quotes in quotes': fill('> ', 100_000),
  'numbers in numbers': fill('1. ', 100_000),
  emphasis: fill('*a**b ', 100_000),
  brackets: fill('[', 100_000),
  references: fill('[a]: b\n\n[a] ', 100_000),
  'an address without an end': `www.a.example/${fill('&a;', 100_000)}`,
  'a wide table': `${fill('|a', 6_000)}|\n${fill('|-', 6_000)}|\n${fill('|\n', 80_000)}`,
  'a tall table': `|a|b|\n|-|-|\n${fill('|a|b|\n', 100_000)}`,
  'blank lines': fill('a\n\n', 100_000),
  'carriage returns': fill('a\r', 100_000),
};

const bodyBytes = 3_999_000;
const results = (one: object, count = 10_000) => Array.from({ length: count }, () => one);
const log = (run: object) =>
  JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'T' } }, ...run }] });
const ruled = (rule: object) =>
  log({
    tool: { driver: { name: 'T', rules: [{ id: 'R', ...rule }] } },
    results: results({ ruleId: 'R', message: { text: 'm' } }),
  });
const million = fill('Words of a rule [a](https://a.example/) `b` *c* & <d>. ', 1_000_000);

/** Reports of a tool of up to 4 MB; each is made when it is asked for. */
export const worstReports: Readonly<Record<string, () => string>> = {
  'many small results': () => log({ results: results({ message: { text: 'm' } }) }),
  'a page of help for each of 10,000 results': () => ruled({ help: { text: million } }),
  'a description for each': () => ruled({ fullDescription: { text: million, markdown: million } }),
  'a short description for each': () => ruled({ shortDescription: { text: million } }),
  'tags for each': () =>
    ruled({
      properties: { tags: Array.from({ length: 100_000 }, () => 'external/cwe/cwe-79') },
    }),
  'a message for each': () =>
    log({
      tool: { driver: { name: 'T', rules: [{ id: 'R', messageStrings: { m: { text: million } } }] } },
      results: results({ ruleId: 'R', message: { id: 'm' } }),
    }),
  'an argument many times': () =>
    log({
      tool: {
        driver: { name: 'T', rules: [{ id: 'R', messageStrings: { m: { text: fill('{0}', 100_000) } } }] },
      },
      results: results({ ruleId: 'R', message: { id: 'm', arguments: [fill('x', 200)] } }),
    }),
  'an address for each': () =>
    log({
      artifacts: [{ location: { uri: fill('a/../', 1_000_000) } }],
      results: results({
        message: { text: 'm' },
        locations: [{ physicalLocation: { artifactLocation: { index: 0 } } }],
      }),
    }),
  'many places of one result': () =>
    log({
      results: [
        { message: { text: 'm' }, locations: results({ logicalLocations: [{ name: 'a' }] }, 80_000) },
      ],
    }),
  'many runs': () =>
    JSON.stringify({
      version: '2.1.0',
      runs: results({ tool: { driver: { name: 'T' } } }, 100_000),
    }),
  'runs that are none': () => `{"version":"2.1.0","runs":[${fill('0,', bodyBytes - 100)}0]}`,
  'artifacts that are none': () =>
    log({ artifacts: [] }).replace('"artifacts":[]', `"artifacts":[${fill('0,', bodyBytes - 200)}0]`),
  'rules that are none': () =>
    log({ tool: { driver: { name: 'T', rules: 1 } } }).replace(
      '"rules":1',
      `"rules":[${fill('0,', bodyBytes - 200)}0]`,
    ),
  'results that are none': () => log({ results: results({}) }),
  'values of the wrong type': () =>
    log({
      results: results({
        message: { text: 'm', id: 0, arguments: 0 },
        ...Object.fromEntries(
          ['ruleId', 'ruleIndex', 'kind', 'level', 'locations', 'fixes', 'taxa', 'properties'].map((name) => [
            name,
            true,
          ]),
        ),
      }),
    }),
  'links of its own in each': () =>
    log({
      results: results({ message: { text: fill('[a](http:b)', 340) } }),
    }),
  'escaped brackets': () => log({ results: results({ message: { text: fill('\\[', 19_000) } }, 100) }),
  'places by a template': () =>
    log({
      tool: {
        driver: {
          name: 'T',
          rules: [{ id: 'R', messageStrings: { m: { text: million.slice(0, 400_000) } } }],
        },
      },
      results: results({
        ruleId: 'R',
        message: { text: 'm' },
        relatedLocations: results({ message: { id: 'm' } }, 11),
      }),
    }),
  'files below long folders': () =>
    log({
      originalUriBaseIds: { b: { uri: `https://a.example/${fill('a/', 2_000)}` } },
      results: Array.from({ length: 10_000 }, (_, index) => ({
        message: { text: 'm' },
        locations: Array.from({ length: 3 }, (__, place) => ({
          physicalLocation: {
            artifactLocation: { uri: `/jenkinsjenkins${String(index)}-${String(place)}`, uriBaseId: 'b' },
          },
        })),
      })),
    }),
  'folders of a build service': () =>
    log({
      results: Array.from({ length: 1_800 }, (_, index) => ({
        message: { text: 'm' },
        locations: [
          { physicalLocation: { artifactLocation: { uri: `/${fill('jenkins', 2_000)}/${String(index)}` } } },
        ],
      })),
    }),
  'fingerprints of one result': () =>
    log({
      results: [
        {
          message: { text: 'm' },
          fingerprints: Object.fromEntries(
            Array.from({ length: 240_000 }, (_, index) => [`a${String(index)}`, '1']),
          ),
        },
      ],
    }),
  'tags and texts of one rule': () =>
    ruled({
      shortDescription: { text: million.slice(0, 20_000) },
      fullDescription: { text: million.slice(100, 20_100) },
      help: { text: million.slice(200, 20_200) },
      helpUri: 'https://a.example/',
      deprecatedIds: results({}, 100).map((_, index) => fill(String(index), 500)),
      properties: { tags: results({}, 100).map((_, index) => `${String(index)} ${fill('tag ', 240)}`) },
    }),
  'extensions for each': () =>
    log({
      tool: { driver: { name: 'T' }, extensions: results({ name: 'e' }, 50_000) },
      results: results({ ruleId: 'a/b/c/d', rule: { toolComponent: { name: 'x' } }, message: { text: 'm' } }),
    }),
};

const known = { id: 'F', product: 'p', title: 't', severity: 'high' };
const odd = (inside: string) =>
  `{"findings":[{"id":"F","product":"p","title":"t","severity":"high",${inside}}]}`;

/** Bodies of findings of up to 4 MB. */
export const worstBodies: Readonly<Record<string, () => string>> = {
  'findings that are empty': () => `{"findings":[${fill('{},', bodyBytes - 51)}{}]}`,
  '10,000 empty findings': () => JSON.stringify({ findings: results({}) }),
  '10,000 small findings': () =>
    JSON.stringify({
      findings: Array.from({ length: 10_000 }, (_, index) => ({ ...known, id: `F-${String(index)}` })),
    }),
  '40 findings of 95 kB': () =>
    JSON.stringify({
      findings: Array.from({ length: 40 }, (_, index) => ({
        ...known,
        id: `F-${String(index)}`,
        description: fill('[a](b) *c* ', 95_000),
      })),
    }),
  'attributes that do not fit': () =>
    odd(
      `"attributes":{${Array.from({ length: 250_000 }, (_, index) => `"a${String(index)}":{}`).join(',')}}`,
    ),
  'attributes of 600 findings': () =>
    JSON.stringify({
      findings: results(
        {
          ...known,
          attributes: Object.fromEntries(
            Array.from({ length: 500 }, (_, index) => [`a${String(index)}`, {}]),
          ),
        },
        600,
      ),
    }),
  'attributes that fit': () =>
    odd(`"attributes":{${Array.from({ length: 250_000 }, (_, index) => `"a${String(index)}":1`).join(',')}}`),
  'tags that are none': () => odd(`"tags":[${fill('0,', bodyBytes - 200)}0]`),
  'tags in lists': () => odd(`"attributes":{"a":[${fill('0,', bodyBytes - 200)}0]}`),
  'lists in lists': () => odd(`"description":${'['.repeat(1_900_000)}${']'.repeat(1_900_000)}`),
  'objects in objects': () => `{"findings":[${'{"a":'.repeat(600_000)}1${'}'.repeat(600_000)}]}`,
  'no JSON': () => fill('[', bodyBytes),
};

/** Ids to look up or to delete. */
export const worstIds = `{"ids":[${fill('0,', bodyBytes - 50)}0]}`;
