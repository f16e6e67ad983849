-- Whoever goes on with a snapshot has the next number. What an older run still wants to write is refused by it.
ALTER TABLE "snapshot" ADD COLUMN "attempt" INTEGER NOT NULL DEFAULT 1;

-- Of runs that were never resumed only the latest could still be: there is one at most.
UPDATE "snapshot" SET "status" = 'failed', "phase" = NULL, "finished_at" = "heartbeat_at",
    "failure" = 'the run was interrupted and never resumed'
WHERE "status" = 'running' AND "id" < (SELECT max("id") FROM "snapshot" WHERE "status" = 'running');

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_one_running" ON "snapshot"("status") WHERE "status" = 'running';
