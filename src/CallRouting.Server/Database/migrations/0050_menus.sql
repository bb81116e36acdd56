-- What every caller is told while it is on. One row each time it is switched on; the latest counts until it is switched off.
create table announcements (
  id {id} not null primary key,
  texts {longtext} not null,
  switched_on_at {instant} not null,
  switched_on_by {text} not null,
  until_at {instant} null,
  switched_off_at {instant} null,
  switched_off_by {text} null
);

-- Who has heard it, and in answer to which step of which leg: a request that comes twice hears the same.
create table announcements_heard (
  call_id {id} not null,
  announcement_id {id} not null,
  leg_id {id} not null,
  step {number} not null,
  primary key (call_id, announcement_id)
);
