-- Who waits for a phone is looked for whenever one becomes free.
create index transfers_by_state on transfers (state);
