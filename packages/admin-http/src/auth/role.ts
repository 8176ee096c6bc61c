/** Who may do what: whoever may more may also do what those below may. */
import { Schema } from "effect"

export const Role = Schema.Literals(["viewer", "editor", "owner"])
export type Role = typeof Role.Type

/** What a route asks for; `anyone`: no sign-in. */
export type Needed = Role | "anyone"

const rank: { readonly [Name in Needed]: number } = { anyone: 0, viewer: 1, editor: 2, owner: 3 }

export const mayDo = (role: Role, needed: Needed): boolean => rank[role] >= rank[needed]

/** Who sends a request. */
export interface Who {
  /** As the audit log names them. */
  readonly name: string
  readonly role: Role
}
