/** Where the database is, for what has connections of its own to it. */
import { Context, type Redacted } from "effect"

export class DatabaseAddress extends Context.Service<DatabaseAddress, { readonly url: Redacted.Redacted }>()(
  "@znatoki/cli/DatabaseAddress"
) {}
