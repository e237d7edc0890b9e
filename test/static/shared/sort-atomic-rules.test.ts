import { sortAtomicRules } from '../../../static/shared/build/atomic-css';

describe('the order of atomic CSS', () => {
  test('puts shorthands before what refines them, whatever order the files came in', () => {
    const css = '._k48pwu06{font-weight:700}._11c8fhey{font:inherit}';
    expect(sortAtomicRules(css)).toBe('._11c8fhey{font:inherit}._k48pwu06{font-weight:700}');
  });

  test('puts states after the resting look, and at-rules last', () => {
    const media = '@media (forced-colors:active){._1hdqglyw{outline:none}}';
    const css = `${media}._9h8h1r31:active{color:red}._irr31dpa:hover{color:blue}._syazi7uo{color:inherit}`;
    expect(sortAtomicRules(css)).toBe(
      `._syazi7uo{color:inherit}._irr31dpa:hover{color:blue}._9h8h1r31:active{color:red}${media}`,
    );
  });

  test('keeps each rule once', () => {
    expect(sortAtomicRules('._4cvr1h6o{align-items:center}._4cvr1h6o{align-items:center}')).toBe(
      '._4cvr1h6o{align-items:center}',
    );
  });

  test('leaves other rules, at-rules included, in their own order before them', () => {
    const own =
      '@charset "utf-8";body{margin:0}@keyframes k{0%{opacity:0}to{opacity:1}}.sf-card{padding:1px}';
    expect(sortAtomicRules(`._4cvr1h6o{align-items:center}${own}`)).toBe(
      `${own}._4cvr1h6o{align-items:center}`,
    );
  });
});
