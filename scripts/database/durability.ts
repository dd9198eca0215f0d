import { Complaint } from "../process/complaint";
import { withClient } from "./connection";

/** What a database says of itself to the server's role. */
export type DatabaseFacts = {
  readonly settings: Readonly<Record<string, string>>;
  readonly role: {
    readonly name: string;
    readonly isSuperuser: boolean;
    readonly bypassesRowSecurity: boolean;
    readonly ownsTables: boolean;
    /** Of tables to which rows are only ever added, those that it may change all the same. */
    readonly mayRewrite: readonly string[];
  };
};

/** A loss of power may take what was acknowledged under anything else; `synchronous_commit` may also ask for more than on. */
const needed: Readonly<Record<string, readonly string[]>> = {
  fsync: ["on"],
  full_page_writes: ["on"],
  synchronous_commit: ["on", "local", "remote_write", "remote_apply"],
};

/** What would lose what is acknowledged, a sentence each. */
export function durabilityFaults({ settings }: DatabaseFacts): readonly string[] {
  return Object.entries(needed).flatMap(([name, allowed]) => {
    const value = settings[name] ?? "unknown";
    return allowed.includes(value) ? [] : [`${name} is ${value}; it has to be ${allowed[0] ?? ""}.`];
  });
}

/** What the server's role could do beyond its work, a sentence each. */
export function roleFaults({ role }: DatabaseFacts): readonly string[] {
  const faults: string[] = [];
  if (role.isSuperuser) faults.push(`${role.name} is a superuser.`);
  if (role.bypassesRowSecurity) faults.push(`${role.name} may pass by row security.`);
  if (role.ownsTables) faults.push(`${role.name} owns the tables.`);
  if (role.mayRewrite.length > 0)
    faults.push(`${role.name} may rewrite what is only ever added to: ${role.mayRewrite.join(", ")}.`);
  return faults;
}

export async function readFacts(appUrl: string): Promise<DatabaseFacts> {
  return withClient(appUrl, async (client) => {
    const settings = await client.query<{ name: string; setting: string }>(
      "select name, setting from pg_settings where name = any($1)",
      [Object.keys(needed)],
    );
    const role = await client.query<DatabaseFacts["role"]>(`
      select rolname as name, rolsuper as "isSuperuser", rolbypassrls as "bypassesRowSecurity",
        exists (select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          and pg_has_role(current_user, relowner, 'member')) as "ownsTables",
        array(select t from unnest(array['event', 'history_seal']) t
          where to_regclass(t) is not null
            and (has_table_privilege(t, 'update') or has_table_privilege(t, 'delete'))) as "mayRewrite"
      from pg_roles where rolname = current_user`);
    const [found] = role.rows;
    if (!found) throw new Complaint("The database does not know the role that it is used by.");
    return {
      settings: Object.fromEntries(settings.rows.map(({ name, setting }) => [name, setting])),
      role: found,
    };
  });
}

const howToPart = `Give the server a role of its own that owns nothing, and keep the tables' owner for migrations:
  create role assay_app login password '…' nosuperuser nobypassrls;
  DATABASE_URL=postgresql://assay_app:…   DATABASE_OWNER_URL=postgresql://<owner>:…   npm start
The next start gives that role its rights and takes from it what it does not need.`;

/** Reads what the database says to the server's role, and judges it. @throws Complaint as `judgeDatabase` does */
export async function checkDatabase(appUrl: string, ownerUrl: string): Promise<string | null> {
  return judgeDatabase(await readFacts(appUrl), ownerUrl !== appUrl);
}

/**
 * Refuses a database that may forget what it has acknowledged, and a server's role that can do more than it needs where
 * there is another one for that: then it is a mistake. Where there is one role for all, what it could do too much is
 * answered, to be told.
 * @throws Complaint naming each setting and right
 */
export function judgeDatabase(facts: DatabaseFacts, hasOwner: boolean): string | null {
  const faults = durabilityFaults(facts);
  if (faults.length > 0) {
    throw new Complaint(
      `This database may lose what people were told is saved:\n  ${faults.join("\n  ")}\n` +
        "Set that in postgresql.conf, or for this database and role (alter database … set, alter role … set).",
    );
  }
  const tooMuch = roleFaults(facts);
  if (tooMuch.length === 0) return null;
  const told = `The server's role can do more than it needs:\n  ${tooMuch.join("\n  ")}\n${howToPart}`;
  if (hasOwner) throw new Complaint(told);
  return told;
}
