import fc from 'fast-check';
import { pack, packRecord, unpack, unpackRecord } from '../../src/gateways/store/packed';

/** A record that lies in somebody's storage: whatever changes here, it must still be readable. */
const stored =
  'pdPBDcIwDAXQXbiD3Nix4ysSM/Rs18kCsL+gAiHSBi54AX/p/T8Yz3Akz7Sn2/XftWzHMSWkNfeX6n7+fXU49S39qauuiMbKpfPCyFBLNI+NHFNSJCGxvSFVp4ZTaosHlTCHJrlK0izVcLGdMRdiYVhvzA0A+CafL+cjHXrAEeED7Q4=';
const record = {
  facts: {
    title: 'SQL injection in src/search.ts',
    severity: 'high',
    status: 'verified',
    kind: 'vulnerability',
    cve: ['CVE-2026-1234'],
    location: { file: 'src/search.ts', line: 12 },
  },
  issues: {
    product: {
      sent: { summary: '9b933a6968', _status: '3d50e8dfbd', _identity: '642934747a' },
      claim: { id: '4eb4f312fcbd48dab0f75e72957ea3ca-product', at: 1768467600000, searches: 0 },
      id: '10003',
      key: 'WEB-4',
      status: '10000',
      category: 'new',
    },
  },
};

test('records that were stored earlier can still be read', () => {
  expect(unpackRecord(stored)).toEqual(record);
});

test('a record takes at most half the room of its JSON', () => {
  expect(packRecord(record).length).toBeLessThanOrEqual(JSON.stringify(record).length / 2);
});

test('whatever is packed comes out as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(unpack(pack(plain))).toEqual(plain);
      expect(unpackRecord(packRecord(plain))).toEqual(plain);
    }),
  );
});

test('a record with a long text comes out as it was', () => {
  const long = { held: { description: 'Ä long text. '.repeat(12_000) } };
  expect(unpackRecord(packRecord(long))).toEqual(long);
});
