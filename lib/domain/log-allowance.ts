/**
 * Rows reach Log Analytics up to a day late, and the log is read in whole days: silence that is newer than this proves
 * nothing yet, and a call that is older has arrived or never will.
 * https://learn.microsoft.com/azure/azure-monitor/logs/data-ingestion-time
 */
export const logDelayDays = 2

/**
 * Days without a row do not count as days without a read, so the log is looked at for so much longer than a threshold asks
 * for. Nothing is said of the time before.
 */
export const logSlackDays = 30
