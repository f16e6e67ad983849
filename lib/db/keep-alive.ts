// How long a connection may be dead before either side hears of it. Left to the system, Linux asks after two hours.
// See docs/decisions/0027-a-run-writes-while-the-snapshot-is-its-own.md.

/**
 * For every connection of ours: asks after ten seconds of silence, and Node gives up after ten questions, a second apart.
 * https://nodejs.org/api/net.html#socketsetkeepaliveenable-initialdelay
 */
export const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/**
 * For connections that people wait for. A statement that was sent into nothing, as on a connection from before a failover, is
 * otherwise repeated by the system for a quarter of an hour, and its connection is not to be had as long.
 */
export const patienceMs = 60_000

/**
 * The same in the server, for a session that holds a lock: of a machine that is gone it is let go within a minute.
 * https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-TCP-KEEPALIVES-IDLE
 */
export const serverKeepsAlive =
  'set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 6'
