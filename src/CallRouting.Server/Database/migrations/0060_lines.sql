-- A line that somebody took out of service, and until when; past its time it means nothing. Outlives a replaced roster.
create table line_outages (
  line_id {id} not null primary key,
  until_at {instant} not null,
  since {instant} not null,
  set_by {text} not null
);

-- Rung only for callers whom an agent has spoken with.
alter table duty_lines add transfers_only {flag} not null default {no};

create index transfers_by_line on transfers (line_id, started_at);
