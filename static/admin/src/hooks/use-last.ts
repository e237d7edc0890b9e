import { useEffect, useState } from 'react';

/** While something is asked again, what was last told stays: nothing jumps. */
export function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState<T>();
  useEffect(() => {
    if (value !== undefined) setLast(value);
  }, [value]);
  return value ?? last;
}
