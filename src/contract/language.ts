/** The languages in which the app writes into issues: built-in templates and its own comments. */
import { z } from 'zod';

export const languages = ['en', 'de', 'ru'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;
