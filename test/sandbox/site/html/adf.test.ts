import { adfOf, renderAdf } from './adf';

function drawn(node: object): string {
  return renderAdf({ type: 'doc', content: [node as never] }).text;
}

describe('renderAdf', () => {
  it('draws marks and links to the web', () => {
    const node = {
      type: 'text',
      text: 'here',
      marks: [{ type: 'strong' }, { type: 'link', attrs: { href: 'https://example.com/?a="b"' } }],
    };
    expect(drawn({ type: 'paragraph', content: [node] })).toContain(
      '<p><a href="https://example.com/?a=&quot;b&quot;" rel="noopener noreferrer" target="_blank"><strong>here</strong></a></p>',
    );
  });

  it('draws a link that leads anywhere else as its text', () => {
    const node = {
      type: 'text',
      text: 'here',
      marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    };
    expect(drawn({ type: 'paragraph', content: [node] })).toBe('<div class="adf"><p>here</p></div>');
  });

  it('names a node that it cannot draw', () => {
    expect(drawn({ type: 'mediaSingle' })).toContain('[mediaSingle]');
  });
});

describe('adfOf', () => {
  it('makes paragraphs of blocks and breaks of lines', () => {
    expect(adfOf('one\ntwo\n\nthree').content).toEqual([
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'one' }, { type: 'hardBreak' }, { type: 'text', text: 'two' }],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'three' }] },
    ]);
  });
});
