/** Who may do what: whoever may more may also do what those below may. */
import type { AdminId, Role } from "@znatoki/ports/admin-accounts"

/** What a route asks for; `anyone`: no sign-in. */
export type Needed = Role | "anyone"

const rank: { readonly [Name in Needed]: number } = { anyone: 0, viewer: 1, editor: 2, owner: 3 }

export const mayDo = (role: Role, needed: Needed): boolean => rank[role] >= rank[needed]

/** Who sends a request. */
export interface Who {
  /** As the audit log names them: an admin, `token …`, or `ADMIN_TOKEN`. */
  readonly name: string
  readonly role: Role
  /** Of an admin who is signed in; null: a program, by a token. */
  readonly session: { readonly admin: AdminId; readonly hash: string } | null
  /** The beginning of a token that was made here; null: another way. */
  readonly token: string | null
}
