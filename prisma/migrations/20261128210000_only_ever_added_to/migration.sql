-- The audit log is only ever added to: the database itself refuses to change, remove or empty it. Its lines are asked for by
-- statement, so that even a statement which would meet none is refused.
-- The semicolon in the body is written \x3b, because Prisma cuts a script at every one it finds, within quotes as well.
CREATE FUNCTION "keep_audit_event"() RETURNS trigger LANGUAGE plpgsql
    AS E'BEGIN RAISE EXCEPTION ''The audit log is only ever added to.''\x3b END';

-- CreateTrigger
CREATE TRIGGER "keep_audit_event" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event"
    FOR EACH STATEMENT EXECUTE FUNCTION "keep_audit_event"();
