-- A call has at most one flag of each reason that concerns it alone.
create index flags_by_call on flags (call_id);

-- Written now and then, to know that it can be.
create table proofs (
  name {id} not null primary key,
  shown_at {instant} not null
);
