-- Who waits for a phone is looked for whenever one becomes free.
create index transfers_by_state on transfers (state);

-- What an officer is being asked who passes a caller on.
alter table transfers add pass_on {text} null;

-- The transfer whose officer sent this caller on.
alter table transfers add passed_on_from {id} null;

-- The officer said that the caller had come to the wrong office. Null in what is older than the question.
alter table transfers add misrouted {flag} null;
