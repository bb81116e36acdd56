using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>A call as it is stored.</summary>
public sealed class CallRow
{
    public string Id { get; set; } = "";

    public string Sid { get; set; } = "";

    public string NumberCalled { get; set; } = "";

    public byte[]? Caller { get; set; }

    public string? CallerHash { get; set; }

    public string FlowHash { get; set; } = "";

    public byte[] Visit { get; set; } = [];

    public string Language { get; set; } = "";

    public string Urgency { get; set; } = "";

    public string? AreaCode { get; set; }

    public string? UnitNumber { get; set; }

    public string State { get; set; } = "";

    public Instant? WaitingSince { get; set; }

    public bool GoesFirst { get; set; }

    public string? AgentId { get; set; }

    public string? AgentPlace { get; set; }

    public string? TransferId { get; set; }

    public int Rooms { get; set; }

    public bool KeepsPlace { get; set; }

    public bool Away { get; set; }

    public Instant? CallerRungUntil { get; set; }

    public bool Served { get; set; }

    /// <summary>The place in the queue that the caller was told last.</summary>
    public int? ToldPosition { get; set; }

    /// <summary>What an agent wrote for the office, sealed.</summary>
    public byte[]? Note { get; set; }

    /// <summary>Where the menu ended, it said something that the caller has not heard yet.</summary>
    public bool Unsaid { get; set; }

    public Instant StartedAt { get; set; }

    public Instant? EndedAt { get; set; }

    public string? EndedBecause { get; set; }

    /// <summary>When it first came into the queue, when it was last out of it, and when it first had an agent: what is counted of a wait.</summary>
    public Instant? QueuedAt { get; set; }

    public Instant? LeftQueueAt { get; set; }

    public Instant? AgentAt { get; set; }

    public int Version { get; set; }

    public Call Call() =>
        new()
        {
            Id = new(Id),
            State = Enum.Parse<CallState>(State),
            WaitingSince = WaitingSince,
            First = GoesFirst,
            KeepsPlace = KeepsPlace,
            Away = Away,
            CallerRungUntil = CallerRungUntil,
            Served = Served,
            Agent = AgentId is null ? null : new(AgentId, Enum.Parse<AgentPlace>(AgentPlace!)),
            Transfer = TransferId is null ? null : new TransferId(TransferId),
            Rooms = Rooms,
            EndedBecause = EndedBecause,
        };

    public void Take(Call call, Instant now)
    {
        TakeQueue(call.State, now);
        State = call.State.ToString();
        WaitingSince = call.WaitingSince;
        GoesFirst = call.First;
        KeepsPlace = call.KeepsPlace;
        Away = call.Away;
        CallerRungUntil = call.CallerRungUntil;
        Served = call.Served;
        AgentId = call.Agent?.AgentId;
        AgentPlace = call.Agent?.Place.ToString();
        TransferId = call.Transfer?.Value;
        Rooms = call.Rooms;
        EndedBecause = call.EndedBecause;
        EndedAt ??= call.State == CallState.Ended ? now : null;
    }

    private void TakeQueue(CallState next, Instant now)
    {
        QueuedAt ??= next == CallState.Waiting ? now : null;
        AgentAt ??= next == CallState.WithAgent ? now : null;
        LeftQueueAt = State == nameof(CallState.Waiting) && next != CallState.Waiting ? now : LeftQueueAt;
    }
}
