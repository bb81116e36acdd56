using CallRouting.Core.Calls;
using CallRouting.Core.Queue;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Queue;

/// <summary>The places in the queue, in no order: that is the rules'.</summary>
public sealed class QueueStore
{
    private const string Open = """
        select id, waiting_since, urgency, goes_first, away
        from   calls
        where  state = @waiting and agent_id is null
        """;

    /// <summary>Who waits and for whom no agent is being rung.</summary>
    public async Task<IReadOnlyList<QueuePlace>> Waiting(UnitOfWork unit) =>
        [.. (await unit.Query<PlaceRow>(Open, new { waiting = nameof(CallState.Waiting) })).Select(row => row.Place())];

    private sealed class PlaceRow
    {
        public string Id { get; set; } = "";

        public Instant WaitingSince { get; set; }

        public string Urgency { get; set; } = "";

        public bool GoesFirst { get; set; }

        public bool Away { get; set; }

        public QueuePlace Place() => new(new CallId(Id), WaitingSince, Urgency == nameof(Core.Calls.Urgency.Urgent), GoesFirst, Away);
    }
}
