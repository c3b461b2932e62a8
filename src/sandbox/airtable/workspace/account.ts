import { tokenSecret } from "../ids.ts";
import type { Base, Role, Scope, User } from "../model.ts";
import type { State } from "../state.ts";

/** People, bases and tokens. */
export interface AccountEdits {
  /** `name` null: invited, not signed up. */
  addUser(user: { readonly name: string | null; readonly email: string }): User;
  /** Bases of one workspace share the monthly calls. Default workspace: "wspDefault". */
  addBase(base: { readonly name: string; readonly workspaceId?: string }): Base;
  /** Gives a person a role in a base; "none" takes it away. */
  share(baseId: string, userId: string, role: Role): void;
  /** Default scopes: what the job needs. Default bases: all that exist now. */
  issueToken(token: {
    readonly userId: string;
    readonly scopes?: readonly Scope[];
    readonly bases?: readonly string[];
  }): string;
  revokeToken(secret: string): void;
}

const JOB_SCOPES: readonly Scope[] = ["data.records:read", "data.records:write", "schema.bases:read"];

/** The verbs over one state. */
export function accountEdits({ store, settings }: State): AccountEdits {
  const { db, newId } = store;
  let issued = 0;
  return {
    addUser: ({ name, email }) => {
      const user: User = { id: newId("usr"), email, name };
      db.users.set(user.id, user);
      return user;
    },
    addBase: ({ name, workspaceId = "wspDefault" }) => {
      const base: Base = { id: newId("app"), name, workspaceId, tables: [], roles: new Map() };
      db.bases.set(base.id, base);
      return base;
    },
    share: (baseId, userId, role) => {
      if (role === "none") db.bases.get(baseId)?.roles.delete(userId);
      else db.bases.get(baseId)?.roles.set(userId, role);
    },
    issueToken: ({ userId, scopes = JOB_SCOPES, bases = [...db.bases.keys()] }) => {
      issued += 1;
      const secret = tokenSecret(`${settings.seed}/token/${issued}`);
      db.tokens.set(secret, { secret, userId, scopes: new Set(scopes), bases: new Set(bases) });
      return secret;
    },
    revokeToken: (secret) => {
      db.tokens.delete(secret);
    },
  };
}
