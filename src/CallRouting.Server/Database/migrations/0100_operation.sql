-- A call has at most one flag of each reason that concerns it alone.
create index flags_by_call on flags (call_id);

-- Written now and then, to know that it can be.
create table proofs (
  name {id} not null primary key,
  shown_at {instant} not null
);

-- A check before the lines open, and what it found.
create table morning_checks (
  id {id} not null primary key,
  started_at {instant} not null,
  refused {text} null,
  set_up {text} null,
  call_id {id} null,
  concluded_at {instant} null,
  hinders {flag} not null,
  report {longtext} null
);
create index morning_checks_by_time on morning_checks (started_at, id);
