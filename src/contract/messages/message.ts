/** A sentence as data: a code and its parameters. Each language says it in its own words; see `say`. */
import { z } from 'zod';
import { checks } from './checks';
import { invalid } from './invalid';
import { reasons } from './reasons';

/** Messages by their code; the names of parameters and their shapes. */
type Table = Readonly<Record<string, z.ZodRawShape>>;
type Params<Shape extends z.ZodRawShape> = Readonly<z.output<z.ZodObject<Shape>>>;
type MessageOf<Of extends Table> = {
  [Code in keyof Of & string]: Params<{ code: z.ZodLiteral<Code> } & Of[Code]>;
}[keyof Of & string];

/** Every message there is. */
export const messages = { ...reasons, ...checks, ...invalid };
export type Message = MessageOf<typeof messages>;

/** How a language says the messages of a table; it does not compile unless it says them all. */
export type Sayings<Of extends Table> = {
  readonly [Code in keyof Of]: keyof Of[Code] extends never ? string : (params: Params<Of[Code]>) => string;
};
/** One language, complete. */
export type Words = Sayings<typeof messages>;

/** A message as it is stored. What another version of the app stored must never make a record unreadable. */
export const Reason = z
  .discriminatedUnion('code', options(reasons))
  .catch({ code: 'anotherVersion' }) as unknown as z.ZodType<MessageOf<typeof reasons>>;
export type Reason = z.infer<typeof Reason>;

type Option = z.ZodObject<{ code: z.ZodLiteral<string> }>;

function options(table: Table): [Option, ...Option[]] {
  const all = Object.entries(table).map(([code, shape]): Option =>
    z.object({ code: z.literal(code), ...shape }),
  );
  return all as [Option, ...Option[]];
}
