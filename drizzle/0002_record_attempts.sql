-- The statement that decides what an attempt leads to (decisions 3, 4, 6, 7, 8). One call takes the
-- attempts of many requests. Every statement inside sees what was committed before it, so whatever is
-- read after the employee's row is locked is the present state. Names carry a version: instances of two
-- releases run side by side (R119), so a changed rule gets a new function.

CREATE FUNCTION attempt_milliseconds_left_v1(until timestamptz) RETURNS bigint LANGUAGE sql AS $$
  SELECT coalesce(greatest(0, ceil(extract(epoch FROM until - clock_timestamp()) * 1000)), 0)::bigint
$$;
--> statement-breakpoint
CREATE FUNCTION attempt_approval_v1(approved attempts) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('kind', 'approved', 'approval', jsonb_build_object(
    'challengeId', approved.challenge_id, 'clientId', approved.client_id,
    'companyId', approved.company_id, 'userId', approved.user_id, 'purpose', approved.purpose,
    'action', approved.action,
    'channels', to_jsonb(approved.channels),
    'approvedAt', floor(extract(epoch FROM approved.created_at))::bigint,
    'tokenTtlSeconds', approved.token_ttl_seconds, 'epoch', approved.epoch))
$$;
--> statement-breakpoint
-- Whether the token of this approval is still good: so long is it issued again (decision 16).
CREATE FUNCTION attempt_is_current_v1(approved attempts) RETURNS boolean LANGUAGE sql AS $$
  SELECT approved.created_at + interval '1 second' * approved.token_ttl_seconds > clock_timestamp()
$$;
--> statement-breakpoint
-- The row of a wrong code. Another code is another failure, also under the same Idempotency-Key.
CREATE FUNCTION attempt_failure_id_v1(item jsonb) RETURNS text LANGUAGE sql AS $$
  SELECT (item->>'challengeId') || '.f.' ||
    coalesce((item->>'idempotencyKey') || '.' || (item->>'fingerprint'), item->>'attemptId')
$$;
--> statement-breakpoint
-- A row of the item with this id and outcome; answers whether it is new.
CREATE FUNCTION attempt_insert_v1(row_id text, row_outcome text, item jsonb, row_epoch integer)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO attempts (id, challenge_id, outcome, attempt_id, client_id, company_id, user_id, purpose,
    factor_id, factor_version, channels, idempotency_key, fingerprint, token_ttl_seconds, epoch,
    action, nonce_digest, return_code_hash)
  VALUES (row_id, item->>'challengeId', row_outcome, item->>'attemptId', item->>'clientId',
    item->>'companyId', item->>'userId', item->>'purpose', item->>'factorId',
    (item->>'factorVersion')::integer,
    ARRAY(SELECT jsonb_array_elements_text(item->'channels')),
    item->>'idempotencyKey', item->>'fingerprint', (item->>'tokenTtlSeconds')::integer, row_epoch,
    item->>'action', item->>'nonceDigest', item->>'returnCodeHash')
  ON CONFLICT (id) DO NOTHING;
  RETURN FOUND;
END
$$;
--> statement-breakpoint
-- A code that was submitted again after its approval; the row carries what the approval was about.
CREATE FUNCTION attempt_replay_v1(item jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO attempts (id, challenge_id, outcome, attempt_id, client_id, company_id, user_id, purpose,
    action, factor_id, factor_version, channels)
  SELECT a.id || '.n.' || (item->>'attemptId'), a.id, 'replayed', item->>'attemptId', a.client_id,
      a.company_id, a.user_id, a.purpose, a.action, a.factor_id, a.factor_version, a.channels
    FROM attempts a WHERE a.id = item->>'challengeId' AND a.outcome = 'approved'
      AND a.client_id = item->>'clientId'
  ON CONFLICT (id) DO NOTHING;
  RETURN jsonb_build_object('kind', 'noted');
END
$$;
--> statement-breakpoint
-- What an attempt is told whose challenge has ended: its own approval, one it takes over under the same
-- Idempotency-Key until the token has expired, or that somebody else was first, which is noted.
CREATE FUNCTION attempt_ended_v1(ending attempts, item jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  approved attempts;
BEGIN
  IF ending.outcome <> 'approved' THEN
    RETURN jsonb_build_object('kind', 'canceled');
  END IF;
  IF ending.client_id = item->>'clientId' AND ending.attempt_id = item->>'attemptId' THEN
    RETURN attempt_approval_v1(ending);
  END IF;
  UPDATE attempts a SET attempt_id = item->>'attemptId', is_taken_over = true
    WHERE a.id = ending.id AND a.outcome = 'approved' AND (item->>'matched')::boolean
      AND a.client_id = item->>'clientId' AND a.idempotency_key = item->>'idempotencyKey'
      AND a.fingerprint = item->>'fingerprint' AND attempt_is_current_v1(a)
    RETURNING * INTO approved;
  IF FOUND THEN
    RETURN attempt_approval_v1(approved);
  END IF;
  PERFORM attempt_replay_v1(item);
  RETURN jsonb_build_object('kind', 'already_approved');
END
$$;
--> statement-breakpoint
CREATE FUNCTION attempt_audit_v1(item jsonb, event_kind text, facts jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO audit_events (kind, company_id, user_id, client_id, correlation_id, facts)
  VALUES (event_kind, item->>'companyId', item->>'userId', item->>'clientId', item->>'attemptId', facts)
$$;
--> statement-breakpoint
-- Counts a wrong code: on the employee, or on a pending factor alone (decision 7). Once per attempt or
-- Idempotency-Key, however often it is run again. The employee's row is locked.
CREATE FUNCTION attempt_wrong_v1(item jsonb, limits jsonb, phone factors, failed_before bigint)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  who employees;
  is_new boolean;
  failed bigint := failed_before;
  row_id text := attempt_failure_id_v1(item);
  lock_from integer := (limits->>'lockFrom')::integer;
  counter jsonb;
BEGIN
  is_new := attempt_insert_v1(row_id, 'failed', item, NULL);
  IF is_new THEN
    failed := failed + 1;
  END IF;
  IF phone.state = 'pending' THEN
    UPDATE factors f SET failures = f.failures + is_new::integer
      WHERE f.factor_id = phone.factor_id RETURNING * INTO phone;
    IF phone.failures >= (limits->>'discardPendingAt')::integer THEN
      DELETE FROM factors f WHERE f.factor_id = phone.factor_id;
      RETURN jsonb_build_object('kind', 'exhausted');
    END IF;
    counter := jsonb_build_object('epoch', 0, 'failures', phone.failures, 'lockedForMs', 0);
  ELSE
    UPDATE employees e SET failures = e.failures + 1,
        locked_until = CASE WHEN e.failures + 1 < lock_from THEN e.locked_until
          ELSE clock_timestamp() + interval '1 millisecond' * least(
            (limits->>'lockBaseMs')::float8 * 2 ^ least(e.failures + 1 - lock_from, 30),
            (limits->>'lockMaxMs')::float8) END,
        disabled_at = CASE WHEN e.failures + 1 < (limits->>'disableAt')::integer THEN e.disabled_at
          ELSE coalesce(e.disabled_at, clock_timestamp()) END
      WHERE e.company_id = item->>'companyId' AND e.user_id = item->>'userId' AND is_new;
    SELECT * INTO who FROM employees e
      WHERE e.company_id = item->>'companyId' AND e.user_id = item->>'userId';
    IF is_new AND who.failures = (limits->>'disableAt')::integer THEN
      PERFORM attempt_audit_v1(item, 'factor.disabled',
        jsonb_build_object('factorId', phone.factor_id, 'failures', who.failures));
    END IF;
    counter := jsonb_build_object('epoch', who.failure_epoch, 'failures', who.failures,
      'lockedForMs', attempt_milliseconds_left_v1(who.locked_until));
  END IF;
  IF who.disabled_at IS NOT NULL THEN
    RETURN jsonb_build_object('kind', 'disabled');
  END IF;
  IF failed > (limits->>'attemptsPerChallenge')::integer THEN
    RETURN jsonb_build_object('kind', 'exhausted');
  END IF;
  RETURN jsonb_build_object('kind', 'failed', 'counter', counter);
END
$$;
--> statement-breakpoint
-- Whether a step-up was used up to open this challenge: without it no number takes another's place
-- (decision 22). Asked when a number is given, and again when it is proven.
CREATE FUNCTION attempt_may_replace_v1(challenge text) RETURNS boolean LANGUAGE sql AS $$
  SELECT EXISTS (SELECT 1 FROM messages m JOIN step_up_uses u ON u.message_id = m.message_id
    WHERE m.challenge_id = challenge)
$$;
--> statement-breakpoint
-- Uses up one grant: the first to expire of those that were open when the code was sent (decision 21).
CREATE FUNCTION attempt_use_grant_v1(item jsonb, phone factors) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  sent_at timestamptz;
BEGIN
  SELECT min(m.created_at) INTO sent_at FROM messages m
    WHERE m.challenge_id = item->>'challengeId' AND m.factor_id = phone.factor_id;
  UPDATE grants g SET consumed_at = clock_timestamp() WHERE g.grant_id = (
    SELECT o.grant_id FROM grants o
      WHERE o.company_id = phone.company_id AND o.user_id = phone.user_id
        AND o.consumed_at IS NULL AND o.closed_at IS NULL
        AND o.expires_at > coalesce(sent_at, clock_timestamp())
      ORDER BY o.expires_at, o.grant_id LIMIT 1);
END
$$;
--> statement-breakpoint
-- Makes a proven number the person's only factor: the first, by a grant, or in place of `replaced`, by a
-- step-up. The employee's row is locked.
CREATE FUNCTION attempt_activate_v1(item jsonb, phone factors, replaced text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF replaced IS NULL THEN
    PERFORM attempt_use_grant_v1(item, phone);
  END IF;
  DELETE FROM factors f WHERE f.company_id = phone.company_id AND f.user_id = phone.user_id
    AND f.factor_id <> phone.factor_id;
  UPDATE factors f SET state = 'active', is_imported = false, failures = 0,
      activated_at = clock_timestamp(), activated_by = item->>'challengeId'
    WHERE f.factor_id = phone.factor_id;
  UPDATE employees e SET reset_at = NULL, disabled_at = NULL
    WHERE e.company_id = phone.company_id AND e.user_id = phone.user_id;
  PERFORM attempt_audit_v1(item,
    CASE WHEN replaced IS NULL THEN 'factor.enrolled' ELSE 'factor.changed' END,
    jsonb_strip_nulls(jsonb_build_object(
      'factorId', phone.factor_id, 'replacedFactorId', replaced,
      'challengeId', item->>'challengeId', 'method', 'sms')) || jsonb_build_object(
      'noticeVersion', phone.notice_version, 'noticeLocale', phone.notice_locale));
END
$$;
--> statement-breakpoint
-- Approves a right code, or says what stands against it. The employee's row is locked.
CREATE FUNCTION attempt_right_v1(item jsonb, limits jsonb, who employees, phone factors)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  challenge text := item->>'challengeId';
  ending attempts;
  replaced text;
BEGIN
  IF phone.state = 'pending' THEN
    SELECT f.factor_id INTO replaced FROM factors f
      WHERE f.company_id = phone.company_id AND f.user_id = phone.user_id AND f.state = 'active';
    -- A number that was proven meanwhile is not replaced without proving it once more; and a change
    -- binds no first number.
    IF (replaced IS NOT NULL) <> (item->>'purpose' = 'change_phone')
      OR (replaced IS NOT NULL AND NOT attempt_may_replace_v1(challenge)) THEN
      RETURN jsonb_build_object('kind', 'factor_gone');
    END IF;
  ELSIF who.disabled_at IS NOT NULL THEN
    RETURN jsonb_build_object('kind', 'disabled');
  ELSIF who.locked_until > clock_timestamp() THEN
    RETURN jsonb_build_object('kind', 'locked',
      'retryAfterMs', greatest(1, attempt_milliseconds_left_v1(who.locked_until)));
  END IF;
  IF NOT attempt_insert_v1(challenge, 'approved', item, who.failure_epoch + 1) THEN
    SELECT * INTO ending FROM attempts a WHERE a.id = challenge;
    RETURN attempt_ended_v1(ending, item);
  END IF;
  -- Read after the insert, which waits for a withdrawal that is under way.
  PERFORM 1 FROM attempts a WHERE a.id = challenge || '.w.' || (item->>'attemptId');
  IF FOUND THEN
    DELETE FROM attempts a WHERE a.id = challenge;
    RETURN jsonb_build_object('kind', 'withdrawn');
  END IF;
  UPDATE employees e SET failures = 0, failure_epoch = e.failure_epoch + 1, locked_until = NULL
    WHERE e.company_id = who.company_id AND e.user_id = who.user_id;
  IF phone.state = 'pending' THEN
    PERFORM attempt_activate_v1(item, phone, replaced);
  END IF;
  UPDATE factors f SET last_used_at = clock_timestamp() WHERE f.factor_id = phone.factor_id;
  SELECT * INTO ending FROM attempts a WHERE a.id = challenge;
  RETURN attempt_approval_v1(ending);
END
$$;
--> statement-breakpoint
-- What an attempt is told whose phone is not there. A wrong code may come before the number of its
-- enrolment is on record: it counts on the challenge. Or it is the failure that discarded the number.
CREATE FUNCTION attempt_gone_v1(item jsonb, limits jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  failed bigint;
BEGIN
  IF (item->>'matched')::boolean THEN
    RETURN jsonb_build_object('kind', 'factor_gone');
  END IF;
  IF item->>'factorState' = 'pending' AND (item->>'isSending')::boolean THEN
    PERFORM attempt_insert_v1(attempt_failure_id_v1(item), 'failed', item, NULL);
    SELECT count(*) INTO failed FROM attempts a
      WHERE a.challenge_id = item->>'challengeId' AND a.outcome = 'failed';
    IF failed > (limits->>'attemptsPerChallenge')::integer THEN
      RETURN jsonb_build_object('kind', 'exhausted');
    END IF;
    RETURN jsonb_build_object('kind', 'failed',
      'counter', jsonb_build_object('epoch', 0, 'failures', 0, 'lockedForMs', 0));
  END IF;
  PERFORM 1 FROM attempts a WHERE a.id = attempt_failure_id_v1(item);
  RETURN jsonb_build_object('kind', CASE WHEN FOUND THEN 'exhausted' ELSE 'factor_gone' END);
END
$$;
--> statement-breakpoint
CREATE FUNCTION attempt_record_v1(item jsonb, limits jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  challenge text := item->>'challengeId';
  who employees;
  phone factors;
  ending attempts;
  failed bigint;
BEGIN
  SELECT * INTO who FROM employees e
    WHERE e.company_id = item->>'companyId' AND e.user_id = item->>'userId' FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN attempt_gone_v1(item, limits);
  END IF;
  SELECT * INTO ending FROM attempts a WHERE a.id = challenge;
  IF FOUND THEN
    RETURN attempt_ended_v1(ending, item);
  END IF;
  IF item->>'factorState' = 'active' THEN
    SELECT * INTO phone FROM factors f
      WHERE f.factor_id = item->>'factorId' AND f.version = (item->>'factorVersion')::integer
        AND f.company_id = who.company_id AND f.user_id = who.user_id AND f.state = 'active' FOR SHARE;
  ELSE
    -- Already active through this very challenge: run again after a lost or withdrawn answer.
    SELECT * INTO phone FROM factors f
      WHERE f.factor_id = item->>'factorId' AND f.version = (item->>'factorVersion')::integer
        AND f.company_id = who.company_id AND f.user_id = who.user_id
        AND (f.state = 'pending' OR f.activated_by = challenge) FOR NO KEY UPDATE;
  END IF;
  IF phone.factor_id IS NULL THEN
    RETURN attempt_gone_v1(item, limits);
  END IF;
  SELECT count(*) INTO failed FROM attempts a WHERE a.challenge_id = challenge AND a.outcome = 'failed';
  IF NOT (item->>'matched')::boolean THEN
    RETURN attempt_wrong_v1(item, limits, phone, failed);
  END IF;
  IF failed >= (limits->>'attemptsPerChallenge')::integer THEN
    RETURN jsonb_build_object('kind', 'exhausted');
  END IF;
  RETURN attempt_right_v1(item, limits, who, phone);
END
$$;
--> statement-breakpoint
CREATE FUNCTION attempt_cancel_v1(item jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  ended_as text;
BEGIN
  -- In the same order as an approval: the person first, then the row that both would write.
  PERFORM 1 FROM employees e
    WHERE e.company_id = item->>'companyId' AND e.user_id = item->>'userId' FOR NO KEY UPDATE;
  PERFORM attempt_insert_v1(item->>'challengeId', item->>'reason', item, NULL);
  SELECT a.outcome INTO ended_as FROM attempts a WHERE a.id = item->>'challengeId';
  RETURN jsonb_build_object('kind', CASE ended_as WHEN 'approved' THEN 'approved' ELSE 'canceled' END);
END
$$;
--> statement-breakpoint
CREATE FUNCTION attempt_note_v1(item jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM attempt_insert_v1((item->>'challengeId') || '.n.' || (item->>'attemptId'), 'locked', item, NULL);
  RETURN jsonb_build_object('kind', 'noted');
END
$$;
--> statement-breakpoint
-- Always in the order of the people, so that two instances never wait for each other.
CREATE FUNCTION record_attempts_v1(items jsonb, limits jsonb)
RETURNS TABLE (ord integer, result jsonb) LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
BEGIN
  FOR item IN SELECT i.value FROM jsonb_array_elements(items) AS i
    ORDER BY i.value->>'companyId' COLLATE "C", i.value->>'userId' COLLATE "C", (i.value->>'ord')::integer
  LOOP
    ord := (item->>'ord')::integer;
    result := CASE item->>'op'
      WHEN 'attempt' THEN attempt_record_v1(item, limits)
      WHEN 'cancel' THEN attempt_cancel_v1(item)
      WHEN 'locked' THEN attempt_note_v1(item)
      WHEN 'replay' THEN attempt_replay_v1(item)
    END;
    RETURN NEXT;
  END LOOP;
END
$$;
