-- Everything that happens, in order. Append-only; the number is drawn under the timeline's lock.
create table timeline (
  sequence {sequence},
  happened_at {instant} not null,
  kind {text} not null,
  call_id {id} null,
  transfer_id {id} null,
  callback_id {id} null,
  unit_number {text} null,
  body {longtext} not null
);
create index timeline_of_call on timeline (call_id, sequence);
