-- For how long nothing need be heard of a leg, and what it does meanwhile; null: nothing is known, as of legs from before.
alter table legs add doing {text} null;
alter table legs add heard_at {instant} null;
alter table legs add expected_at {instant} null;
-- The last of its room's reports that was taken, so that an older one that comes after it changes nothing.
alter table legs add room_sequence {number} null;
create index legs_by_expected on legs (ended_at, expected_at);

-- Between what the provider has queued and what rings there is now what it dials.
update legs set rank = rank + 1 where rank >= 2;

-- When the provider took the request, and how long it kept it queued, in milliseconds.
alter table attempts add sent_at {instant} null;
alter table attempts add queued {number} null;

create index actions_by_leg on actions (leg_id, done_at);
