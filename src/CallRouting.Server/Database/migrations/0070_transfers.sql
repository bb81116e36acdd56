-- Who waits for a phone is looked for whenever one becomes free.
create index transfers_by_state on transfers (state);

-- What an officer is being asked who passes a caller on.
alter table transfers add pass_on {text} null;
-- The transfer whose officer sent this caller on.
alter table transfers add passed_on_from {id} null;
-- The officer said that the caller had come to the wrong office.
alter table transfers add misrouted {flag} not null default {no};

-- Who was asked into a call: an interpreter, a lead.
alter table legs add name {text} null;
-- What the agent wants: their own voice off, the caller on hold. Over when the leg leaves the room.
alter table legs add muted {flag} not null default {no};
alter table legs add held {flag} not null default {no};

-- Keys to be pressed into a room, sealed: they may open somebody's door.
alter table actions add room_keys {bytes} null;
