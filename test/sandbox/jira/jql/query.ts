/** What a clause compares with. */
export type Operand =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly Operand[] };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not';

/** A field as JQL names it; a property carries its key and path. */
export type FieldName =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'property'; readonly key: string; readonly path: string };

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'text'; readonly words: string }
  | {
      readonly kind: 'clause';
      readonly field: FieldName;
      readonly operator: Operator;
      readonly operand: Operand;
    };

export interface Sort {
  readonly field: FieldName;
  readonly descending: boolean;
}

export interface Query {
  readonly where: Condition | undefined;
  readonly orderBy: readonly Sort[];
}
