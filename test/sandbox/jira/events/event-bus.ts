import type { ProductEvent } from '../../types';

/** Hands product events to whoever listens; the Forge host filters and delivers them. */
export interface EventBus {
  subscribe(listener: (event: ProductEvent) => void): void;
  emit(event: ProductEvent): void;
}

/** An event bus without listeners. */
export function createEventBus(): EventBus {
  const listeners: ((event: ProductEvent) => void)[] = [];
  return {
    subscribe(listener) {
      listeners.push(listener);
    },
    emit(event) {
      for (const listener of listeners) listener(event);
    },
  };
}
