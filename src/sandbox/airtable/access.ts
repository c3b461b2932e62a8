import { authenticationRequired, notAllowedOrNotFound } from "./errors.ts";
import { ROLES, type Base, type Database, type Role, type Scope, type Token } from "./model.ts";

/** Finds whose token it is. @throws {Refusal} 401, the same for missing, malformed and unknown tokens. */
export function authenticate(db: Database, authorization: string | undefined): Token {
  const secret = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
  const token = secret === undefined ? undefined : db.tokens.get(secret);
  if (token === undefined) throw authenticationRequired();
  return token;
}

/** @throws {Refusal} 403 */
export function requireScope(token: Token, scope: Scope | null): void {
  if (scope !== null && !token.scopes.has(scope)) throw notAllowedOrNotFound();
}

/**
 * A token reaches a base when the base exists, is on the token's list and its user has the role there.
 * @throws {Refusal} 403, the same whichever of them is missing
 */
export function requireBase(db: Database, token: Token, baseId: string, role: Role): Base {
  const base = db.bases.get(baseId);
  if (base === undefined || !token.bases.has(baseId) || !hasRole(base, token, role))
    throw notAllowedOrNotFound();
  return base;
}

/** Whether the token acts with at least this role. */
export function hasRole(base: Base, token: Token, role: Role): boolean {
  return ROLES.indexOf(roleOf(base, token)) >= ROLES.indexOf(role);
}

/** The role of the token in the base; "none" for who does not take part. */
export function roleOf(base: Base, token: Token): Role {
  return base.roles.get(token.userId) ?? "none";
}
