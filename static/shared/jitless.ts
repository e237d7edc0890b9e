/**
 * Forge's Content Security Policy forbids building functions from text, which zod tries for speed. Imported first:
 * schemas look at this setting when they are made.
 */
import { config } from 'zod';

config({ jitless: true });
