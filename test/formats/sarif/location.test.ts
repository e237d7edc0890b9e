import { at, findingOf } from './support';

const place = (uri: string, uriBaseId?: string) => ({
  locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId }, region: { startLine: 7 } } }],
});
const bases = {
  originalUriBaseIds: {
    ROOT: { uri: 'file:///build/shop/' },
    SRC: { uri: 'src/', uriBaseId: 'ROOT' },
    LOOP: { uri: 'loop/', uriBaseId: 'LOOP' },
    SITE: { uri: 'https://code.example/shop' },
  },
};

describe('the file of a result', () => {
  const table: [string, Record<string, unknown>, Record<string, unknown>, Record<string, unknown>][] = [
    ['relative', place('src/a.js'), {}, { file: 'src/a.js', line: 7 }],
    ['percent-encoded', place('my%20files/%C3%A4.js'), {}, { file: 'my files/ä.js' }],
    ['with a bare percent sign', place('100%/a.js'), {}, { file: '100%/a.js' }],
    ['with dots and backslashes', place('.\\src\\x\\..\\a.js'), {}, { file: 'src/a.js' }],
    ['above its base', place('../lib/a.js'), {}, { file: '../lib/a.js' }],
    ['below an absolute base', place('a.js', 'ROOT'), bases, { file: 'a.js' }],
    ['below a base below a base', place('a.js', 'SRC'), bases, { file: 'src/a.js' }],
    ['below an unknown base', place('a.js', '%SRCROOT%'), bases, { file: 'a.js' }],
    [
      'below a base on the web',
      place('a.js', 'SITE'),
      bases,
      { file: 'a.js', url: 'https://code.example/shop/a.js' },
    ],
    ['absolute below a known base', place('file:///build/shop/src/a.js'), bases, { file: 'src/a.js' }],
    ['absolute elsewhere', place('file:///elsewhere/a.js'), bases, { file: '/elsewhere/a.js' }],
    ['absolute on Windows', place('file:///C:/shop/a.js'), {}, { file: 'C:/shop/a.js' }],
    ['absolute without a scheme', place('/shop/a.js'), {}, { file: '/shop/a.js' }],
    ['in a build service’s folder', place('file:///builds/team/shop/src/a.js'), {}, { file: 'src/a.js' }],
    ['in a container’s folder', place('/github/workspace/src/a.js'), {}, { file: 'src/a.js' }],
    ['in a build service’s folder on Windows', place('D:\\a\\shop\\shop\\a.js'), {}, { file: 'a.js' }],
  ];
  test.each(table)('%s', (_, result, run, location) => {
    expect(findingOf(result, run).location).toEqual({ line: 7, ...location });
  });

  test('a loop of bases ends', () => {
    expect(findingOf(place('a.js', 'LOOP'), bases).location?.file).toMatch(/^(?:loop\/){8}a\.js$/);
  });

  test('is read from the list of artifacts', () => {
    const byIndex = { locations: [{ physicalLocation: { artifactLocation: { index: 1 } } }] };
    const artifacts = [{ location: { uri: 'a.js' } }, { location: { uri: 'b.js', uriBaseId: 'SRC' } }];
    expect(findingOf(byIndex, { ...bases, artifacts }).location).toEqual({ file: 'src/b.js' });
  });

  test('the relative form in the list of artifacts is taken before an absolute one', () => {
    const both = {
      locations: [{ physicalLocation: { artifactLocation: { uri: 'file:///machine/a.js', index: 0 } } }],
    };
    expect(findingOf(both, { artifacts: [{ location: { uri: 'src/a.js' } }] }).location).toEqual({
      file: 'src/a.js',
    });
  });
});

test('a web address is an address, without a line', () => {
  expect(findingOf(at('https://shop.example/login?x=1', 3)).location).toEqual({
    url: 'https://shop.example/login?x=1',
  });
});

test('a package address is a component', () => {
  expect(findingOf(at('pkg:npm/left-pad@1.0.0')).location).toEqual({ component: 'pkg:npm/left-pad@1.0.0' });
});

test('a logical location is a component, by itself or by its place in the list', () => {
  expect(
    findingOf({ locations: [{ logicalLocations: [{ fullyQualifiedName: 'shop.Login.check' }] }] }).location,
  ).toEqual({ component: 'shop.Login.check' });
  const run = { logicalLocations: [{ name: 'other' }, { name: 'check' }] };
  expect(findingOf({ locations: [{ logicalLocations: [{ index: 1 }] }] }, run).location).toEqual({
    component: 'check',
  });
});

test('the first location that names a place counts', () => {
  const locations = [
    {},
    { physicalLocation: { region: { startLine: 2 } } },
    { physicalLocation: { artifactLocation: { uri: 'a.js' } } },
  ];
  expect(findingOf({ locations }).location).toEqual({ file: 'a.js' });
});

test('branch and image of the run belong to the place', () => {
  const run = {
    versionControlProvenance: [{ repositoryUri: 'https://code.example', branch: 'refs/heads/main' }],
    properties: { imageName: 'shop:1' },
  };
  expect(findingOf(at('a.js'), run).location).toEqual({
    file: 'a.js',
    line: 1,
    branch: 'main',
    image: 'shop:1',
  });
});

test('a result without a place has no location', () => {
  expect(findingOf({}).location).toBeUndefined();
});
