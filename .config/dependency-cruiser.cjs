/** Imports go one way: contract <- core <- mappings, formats <- flows <- handlers; gateways implement flows/ports. */
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const inSrc = (room) => `^src/${room}/`;
/** Rooms from the ground up: each may import those before it, none after it. */
const order = (base, rooms) =>
  rooms
    .slice(0, -1)
    .map((room, index) =>
      forbid(
        `order-in-${base.replace('/', '-')}-${room}`,
        { path: `^${base}/${room}/` },
        { path: `^${base}/(${rooms.slice(index + 1).join('|')})/` },
        `The order of the rooms is ${rooms.join(', ')}: a room imports only those before it.`,
      ),
    );
const forge = '^@forge/|node_modules/@forge/';

module.exports = {
  forbidden: [
    ...order('src/core', [
      'data',
      'jira',
      'settings',
      'sync',
      'groups',
      'comments',
      'tasks',
      'sla',
      'checks',
      'portal',
      'activity',
    ]),
    ...order('src/flows', [
      'records',
      'activity',
      'move',
      'close',
      'groups',
      'comments',
      'apply',
      'due',
      'rename',
      'intake',
      'tasks',
      'sla',
      'watch',
      'settings',
      'connections',
      'tell',
      'preview',
      'jobs',
      'panel',
    ]),
    forbid(
      'rooms-have-no-loose-files',
      { path: '^src/' },
      { path: '^src/(core/[^/]+|flows/(?!ports)[^/]+)\\.ts$' },
      'Every file of core and flows lies in a room; only the ports lie beside them.',
    ),
    forbid('no-cycles', {}, { circular: true }, 'A cycle means two files are one thing.'),
    forbid(
      'contract-stands-alone',
      { path: inSrc('contract') },
      { path: '^src/', pathNot: inSrc('contract') },
      'contract imports nothing of src.',
    ),
    forbid(
      'core-decides',
      { path: inSrc('core') },
      { path: '^src/', pathNot: '^src/(contract|core)/' },
      'core imports contract only.',
    ),
    forbid(
      'mappings-and-formats',
      { path: '^src/(mappings|formats)/' },
      { path: '^src/', pathNot: '^src/(contract|core|mappings|formats)/' },
      'They know neither flows nor doors.',
    ),
    forbid(
      'masking-looks-at-texts',
      { path: inSrc('masking') },
      { path: '^src/', pathNot: '^src/(contract|core|masking)/' },
      'masking knows neither formats nor flows: texts and settings in, texts out.',
    ),
    forbid(
      'masking-has-its-libraries',
      { path: '^src/', pathNot: inSrc('masking') },
      { path: '@secretlint/|re2js' },
      'Only masking knows how secrets and patterns are found.',
    ),
    forbid(
      'mappings-and-formats-apart',
      { path: inSrc('mappings') },
      { path: inSrc('formats') },
      'They do not know each other.',
    ),
    forbid(
      'formats-and-mappings-apart',
      { path: inSrc('formats') },
      { path: inSrc('mappings') },
      'They do not know each other.',
    ),
    forbid(
      'flows-use-ports',
      { path: inSrc('flows') },
      { path: '^src/(gateways|handlers)/' },
      'flows know the world only through ports.',
    ),
    forbid(
      'gateways-implement-ports',
      { path: inSrc('gateways') },
      { path: '^src/(flows|handlers|mappings|formats)/', pathNot: '^src/flows/ports' },
      'gateways import contract, core and flows/ports.',
    ),
    forbid(
      'index-names-handlers',
      { path: '^src/index' },
      { path: '^src/', pathNot: inSrc('handlers') },
      'index.ts only re-exports handlers.',
    ),
    forbid(
      'pure-rooms-are-pure',
      { path: '^src/(contract|core)/' },
      { path: 'node_modules|^@|^node:', pathNot: 'node_modules/zod/|^(node:)?crypto$' },
      'contract and core take zod and hashing only.',
    ),
    forbid(
      'forge-in-gateways-and-doors',
      { path: '^src/', pathNot: '^src/(gateways|handlers)/' },
      { path: forge },
      'Backend @forge packages only in gateways and handlers.',
    ),
    forbid(
      'no-page-packages-in-src',
      { path: '^src/' },
      { path: '@forge/(bridge|react)|@atlaskit/' },
      'Page packages belong to static.',
    ),
    forbid(
      'static-reads-contract',
      { path: '^static/' },
      { path: '^src/', pathNot: inSrc('contract') },
      'Pages import only src/contract.',
    ),
    forbid(
      'no-backend-packages-in-static',
      { path: '^static/' },
      { path: '@forge/(api|kvs|events|resolver)' },
      'Backend packages do not belong to pages.',
    ),
    forbid(
      'app-does-not-know-tests',
      { path: '^(src|static)/' },
      { path: '^test/' },
      'Nothing in src or static imports test.',
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
