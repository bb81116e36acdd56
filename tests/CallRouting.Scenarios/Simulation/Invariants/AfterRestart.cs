using CallRouting.Scenarios.Day;
using CallRouting.Server.Database;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>
/// 7. After a restart what was written down and not sent is begun within five seconds, and what may have been sent is settled within fifteen; its
/// number is not rung again before (<see cref="OnePhone"/> sees that). A process that dies again starts the time anew, and so does a database that
/// takes nothing: nobody can begin what they cannot write down.
/// </summary>
internal sealed class AfterRestart(Pump pump, Agenda agenda)
{
    private const string UnsentNow =
        "select id, call_id, tries, sent_at, done_at from actions where done_at is null and sent_at is null and wake_at <= @now";
    private const string UnknownNow =
        "select id, call_id, tries, sent_at, done_at from actions where done_at is null and sent_at is not null";
    private const string ById = "select id, call_id, tries, sent_at, done_at from actions where id = @id";

    // A second beyond the limits: the worker looks when the clock is moved, and tries again after an error.
    private static readonly TimeSpan ToBegin = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan ToSettle = TimeSpan.FromSeconds(16);

    public List<Breach> Breaches { get; } = [];

    /// <summary>A process has just started, and has done nothing yet.</summary>
    public async Task Begins()
    {
        var now = agenda.Now.ToInstant();
        var unsent = await pump.World.Read(unit => unit.Query<Row>(UnsentNow, new { now }));
        var unknown = await pump.World.Read(unit => unit.Query<Row>(UnknownNow));
        Later(
            ToBegin,
            unsent,
            "was not begun within 5 s",
            (then, row) => row.DoneAt is null && row.SentAt is null && row.Tries == then.Tries
        );
        Later(ToSettle, unknown, "was not settled within 15 s", (then, row) => row.DoneAt is null && row.SentAt == then.SentAt);
    }

    private void Later(TimeSpan wait, IReadOnlyList<Row> rows, string what, Func<Row, Row, bool> isStill)
    {
        if (rows.Count > 0)
        {
            LookAfter(wait, pump.Restarts, agenda.Now, () => Look(rows, what, isStill));
        }
    }

    private void LookAfter(TimeSpan wait, int restarts, DateTimeOffset from, Func<Task> look) =>
        agenda.After(
            from + wait - agenda.Now,
            () =>
            {
                if (restarts != pump.Restarts || !pump.Lives)
                {
                    return Task.CompletedTask;
                }
                if (pump.TroublePasses <= from)
                {
                    return look();
                }
                LookAfter(wait, restarts, pump.TroublePasses, look);
                return Task.CompletedTask;
            }
        );

    private async Task Look(IReadOnlyList<Row> rows, string what, Func<Row, Row, bool> isStill)
    {
        foreach (var then in rows)
        {
            if (await pump.World.Read(unit => unit.Find<Row>(ById, new { id = then.Id })) is { } row && isStill(then, row))
            {
                Breaches.Add(new(7, $"after a restart an action {what}", then.CallId, agenda.Now));
            }
        }
    }

    private sealed class Row
    {
        public string Id { get; set; } = "";

        public string CallId { get; set; } = "";

        public long Tries { get; set; }

        public Instant? SentAt { get; set; }

        public Instant? DoneAt { get; set; }
    }
}
