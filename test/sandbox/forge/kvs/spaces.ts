import type { EntityDefinition } from '../manifest';
import { indexesOf } from './limits';
import { badRequest } from './refusal';
import { BY_KEY, Space, type StoredRecord } from './space';

/** Everything stored, as plain JSON. */
export interface StorageSnapshot {
  readonly values: readonly StoredRecord[];
  readonly secrets: readonly StoredRecord[];
  readonly entities: Readonly<Record<string, readonly StoredRecord[]>>;
}

/** The storage of one installation: values, secrets and the records of each entity. */
export class Spaces {
  readonly values: Space;
  readonly secrets: Space;
  private readonly entities = new Map<string, { definition: EntityDefinition; space: Space }>();

  /** `lagMs`: how far queries are behind. */
  constructor(definitions: readonly EntityDefinition[], lagMs: () => number, restored?: StorageSnapshot) {
    this.values = new Space([BY_KEY], lagMs);
    this.secrets = new Space([], lagMs);
    for (const definition of definitions) {
      this.entities.set(definition.name, {
        definition,
        space: new Space([BY_KEY, ...indexesOf(definition)], lagMs),
      });
    }
    for (const record of restored?.values ?? []) this.values.put(record, 0);
    for (const record of restored?.secrets ?? []) this.secrets.put(record, 0);
    for (const [name, records] of Object.entries(restored?.entities ?? {})) {
      for (const record of records) this.entities.get(name)?.space.put(record, 0);
    }
  }

  /** @throws Refusal for an entity that the manifest does not declare. */
  definition(name: string): EntityDefinition {
    return this.entity(name).definition;
  }

  /** The space of an entity, or that of plain values without a name. @throws Refusal for an unknown entity. */
  of(entityName: string | undefined): Space {
    return entityName === undefined ? this.values : this.entity(entityName).space;
  }

  removeExpired(now: number): void {
    for (const space of this.all()) space.removeExpired(now);
  }

  rewrite(change: (key: string, value: unknown) => unknown, now: number): void {
    for (const space of this.all()) space.rewrite(change, now);
  }

  snapshot(): StorageSnapshot {
    const entities = [...this.entities].map(([name, { space }]) => [name, space.all()] as const);
    return { values: this.values.all(), secrets: this.secrets.all(), entities: Object.fromEntries(entities) };
  }

  private all(): Space[] {
    return [this.values, this.secrets, ...[...this.entities.values()].map(({ space }) => space)];
  }

  private entity(name: string): { definition: EntityDefinition; space: Space } {
    const found = this.entities.get(name);
    if (!found) throw badRequest('INVALID_ENTITY_TYPE', `The manifest declares no entity ${name}.`);
    return found;
  }
}
