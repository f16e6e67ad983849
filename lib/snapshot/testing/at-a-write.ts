// Lets something happen at exactly the n-th statement by which the job writes, inside the database itself: triggers that this
// test installs, in a schema of their own. What is said of a run while it runs (its heartbeat) is not counted: that goes by time.
import pg from 'pg'

/** `wait`: until it is let go. `full`: as PostgreSQL says it when the disk is. `away`: every connection of the job is cut. */
export type Happening = 'wait' | 'full' | 'away'

const install = `
  create schema trial;
  create sequence trial.written minvalue 0 start 0;
  select nextval('trial.written');
  create table trial.happening (at_write bigint, kind text, lasting boolean);
  create function trial.on_write() returns trigger language plpgsql as $$
  declare
    n bigint := nextval('trial.written');
    due record;
  begin
    select * into due from trial.happening where n = at_write or (lasting and n > at_write);
    if due.kind = 'wait' then
      perform pg_advisory_xact_lock_shared(77);
    elsif due.kind = 'full' then
      raise exception 'could not extend file "base/1/1": No space left on device' using errcode = '53100';
    elsif due.kind = 'away' then
      perform pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name <> 'trial' and pid <> pg_backend_pid();
      perform pg_terminate_backend(pg_backend_pid());
    end if;
    return null;
  end $$;`

export type Trial = {
  happensAt(write: number, kind: Happening, more?: { lasting: boolean }): Promise<void>
  /** Statements so far. */
  written(): Promise<number>
  /** Whether the job has come to a write that waits. */
  isWaiting(): Promise<boolean>
  /** Nothing happens any more, and what waits goes on. */
  letGo(): Promise<void>
  close(): Promise<void>
}

/** Whoever opens it closes it. */
export async function openTrial(databaseUrl: string): Promise<Trial> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'trial' })
  // Where the server itself goes, this connection goes too.
  client.on('error', () => {})
  await client.connect()
  await client.query(install)
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  for (const { name } of rows) {
    const events = name === 'snapshot' ? 'insert' : 'insert or update or delete'
    await client.query(
      `create trigger trial before ${events} on "${name}" for each statement execute function trial.on_write()`,
    )
  }
  await client.query('select pg_advisory_lock(77)')
  return {
    async happensAt(write, kind, { lasting } = { lasting: false }) {
      await client.query('insert into trial.happening values ($1, $2, $3)', [write, kind, lasting])
    },
    async written() {
      const { rows } = await client.query<{ n: number }>('select last_value::int as n from trial.written')
      return rows[0]?.n ?? 0
    },
    async isWaiting() {
      const waiting = await client.query(
        `select from pg_locks join pg_database d on d.oid = database
         where locktype = 'advisory' and objid = 77 and not granted and d.datname = current_database()`,
      )
      return waiting.rowCount !== 0
    },
    async letGo() {
      await client.query('delete from trial.happening')
      await client.query('select pg_advisory_unlock(77)')
    },
    close: () => client.end(),
  }
}
