-- The audit is append-only through every interface (R064). Privileges keep the service's role out; this
-- trigger keeps out those whom privileges do not bind: the owner, and everybody on PGlite.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_events is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_events_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
-- Also where triggers are switched off for replication.
ALTER TABLE audit_events ENABLE ALWAYS TRIGGER audit_events_append_only;
