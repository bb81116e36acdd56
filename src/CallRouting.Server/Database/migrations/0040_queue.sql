-- The queue for an agent, and the agents.
alter table calls add keeps_place {flag} not null default {no};
alter table calls add away {flag} not null default {no};
alter table calls add caller_rung_until {instant} null;
alter table calls add served {flag} not null default {no};
-- The place in the queue that the caller was told last; told again when it has changed.
alter table calls add told_position {number} null;
-- What an agent wrote for the office, sealed.
alter table calls add note {bytes} null;
create index calls_by_agent on calls (agent_id, state);

-- What the caller needs prepared and what an agent wrote for the office, sealed.
alter table callbacks add note {bytes} null;

-- Which question the leg's last document asked; null: none, as in a queue or while a ladder rings.
alter table legs add asked {text} null;

create table presences (
  agent_id {id} not null primary key,
  state {text} not null,
  since {instant} not null,
  offered {flag} not null,
  code {text} null,
  alive_until {instant} not null,
  idle_since {instant} not null,
  -- Where the agent's calls ring; null: the desk phone of the roster.
  station_kind {text} null,
  station_number {text} null,
  version {number} not null
);

-- One agent's part in one call, from the ring at the station until the agent was done with it.
create table talks (
  id {id} not null primary key,
  call_id {id} not null,
  agent_id {id} not null,
  rung_at {instant} not null,
  entered_at {instant} null,
  ended_at {instant} null,
  done_at {instant} null
);
create index talks_by_agent on talks (agent_id, rung_at);
create index talks_by_end on talks (ended_at);
