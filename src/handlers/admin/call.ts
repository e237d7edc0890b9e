/** What a call of the admin page is to the server. */
import type { AdminCall, AdminOutputs, AdminParsed, ApiError } from '../../contract/api';
import type { Ports } from '../../flows/ports';

export interface Admin {
  readonly ports: Ports;
  readonly accountId: string;
}
export type Refusal = { readonly error: ApiError };
/** By name; the caller is known to administer Jira, and the input is validated. */
export type Calls = {
  readonly [Name in AdminCall]?: (
    input: AdminParsed<Name>,
    admin: Admin,
  ) => Promise<AdminOutputs[Name] | Refusal>;
};
