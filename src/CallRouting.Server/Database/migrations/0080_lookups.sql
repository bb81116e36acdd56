-- Looked for at every step of every call, and found by reading whole tables until a simulated day of 12,000 calls showed it.
create index legs_by_transfer on legs (transfer_id, attempt);
create index callbacks_by_number on callbacks (number_hash, state);
