-- Call-backs as work: who is to ring, when next, how far the warnings have come, and what became of it.
alter table callbacks add adviser_id {id} null;
alter table callbacks add adviser_name {text} null;
-- When it was last promised; null: when it was made.
alter table callbacks add promised_at {instant} null;
alter table callbacks add next_try_at {instant} null;
alter table callbacks add outcome {text} null;
alter table callbacks add outcome_by {text} null;
alter table callbacks add outcome_at {instant} null;
-- The caller has said yes to an SMS.
alter table callbacks add may_text {flag} not null default {no};
-- How often the caller was rung, by us or by other means.
alter table callbacks add tries {number} not null default 0;
-- A number of CallbackWarning, and when the next one is given; null: no more.
alter table callbacks add warned {number} not null default 0;
alter table callbacks add warn_at {instant} null;
create index callbacks_by_warning on callbacks (state, warn_at);
create index callbacks_by_unit on callbacks (unit_number, state, due_at);

-- Each time that a caller was rung for a call-back, and each that an officer told of.
create table callback_attempts (
  callback_id {id} not null,
  number {number} not null,
  -- Null: made by other means, and told of afterwards.
  transfer_id {id} null,
  officer_id {id} null,
  officer_name {text} not null,
  began_at {instant} not null,
  ended_at {instant} null,
  -- reached, not reached, or given up by the officer.
  result {text} null,
  primary key (callback_id, number)
);
create index callback_attempts_of_transfer on callback_attempts (transfer_id);
