using System.Collections.Immutable;
using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using NodaTime;

namespace CallRouting.Server.Transfers;

/// <summary>A transfer as it is stored; its attempts are rows of their own.</summary>
public sealed class TransferRow
{
    public string Id { get; set; } = "";

    public string CallId { get; set; } = "";

    public string? CallbackId { get; set; }

    public string? LineId { get; set; }

    public string UnitNumber { get; set; } = "";

    /// <summary>direct, warm or callback.</summary>
    public string Kind { get; set; } = "";

    public string Ladder { get; set; } = "";

    public string State { get; set; } = "";

    public int? Step { get; set; }

    public int? Attempt { get; set; }

    public Instant? StateUntil { get; set; }

    public bool OfficerIsIn { get; set; }

    public bool Urgent { get; set; }

    public bool HasAgent { get; set; }

    public bool CallerIsOnLine { get; set; }

    public bool CallerIsInRoom { get; set; }

    public bool CallerIsHeld { get; set; }

    public bool SkipConsult { get; set; }

    public bool AgentIsLeaving { get; set; }

    public int Room { get; set; }

    /// <summary>What an officer who passes on is being asked, as text.</summary>
    public string? PassOn { get; set; }

    public string? PassedOnFrom { get; set; }

    public bool Misrouted { get; set; }

    public int ClimbFrom { get; set; }

    public Instant ClimbSince { get; set; }

    public Instant? WakeAt { get; set; }

    public Instant StartedAt { get; set; }

    public Instant? EndedAt { get; set; }

    public int Version { get; set; }

    public Transfer Transfer(IEnumerable<AttemptRow> attempts) =>
        new()
        {
            Id = new(Id),
            Call = new CallId(CallId),
            Ladder = LadderText.Read(Ladder),
            State = ReadState(),
            StartedAt = StartedAt,
            Urgent = Urgent,
            IsCallback = Kind == nameof(TransferKind.Callback),
            HasAgent = HasAgent,
            CallerIsOnLine = CallerIsOnLine,
            CallerIsInRoom = CallerIsInRoom,
            CallerIsHeld = CallerIsHeld,
            SkipConsult = SkipConsult,
            AgentIsLeaving = AgentIsLeaving,
            Room = Room,
            PassedOnFrom = PassedOnFrom is null ? null : new TransferId(PassedOnFrom),
            Misrouted = Misrouted,
            ClimbFrom = ClimbFrom,
            ClimbSince = ClimbSince,
            Attempts = attempts.OrderBy(attempt => attempt.Number).Select(attempt => attempt.Attempt()).ToImmutableList(),
        };

    public void Take(Transfer transfer, Instant now)
    {
        Urgent = transfer.Urgent;
        HasAgent = transfer.HasAgent;
        CallerIsOnLine = transfer.CallerIsOnLine;
        CallerIsInRoom = transfer.CallerIsInRoom;
        CallerIsHeld = transfer.CallerIsHeld;
        SkipConsult = transfer.SkipConsult;
        AgentIsLeaving = transfer.AgentIsLeaving;
        Room = transfer.Room;
        PassedOnFrom = transfer.PassedOnFrom?.Value;
        Misrouted = transfer.Misrouted;
        ClimbFrom = transfer.ClimbFrom;
        ClimbSince = transfer.ClimbSince;
        WakeAt = transfer.WakeAt;
        EndedAt ??= transfer.IsOver ? now : null;
        WriteState(transfer.State);
    }

    private TransferState ReadState() =>
        State switch
        {
            nameof(Core.Transfers.Ringing) => new Ringing(Step!.Value),
            nameof(Core.Transfers.AwaitingPhone) => new AwaitingPhone(StateUntil!.Value),
            nameof(Core.Transfers.Joining) => new Joining(Attempt!.Value, StateUntil!.Value, OfficerIsIn),
            nameof(Core.Transfers.Consulting) => new Consulting(Attempt!.Value, StateUntil),
            nameof(Core.Transfers.RingingCaller) => new RingingCaller(Attempt!.Value, StateUntil!.Value),
            nameof(Core.Transfers.Connected) => new Connected(Attempt!.Value),
            nameof(Core.Transfers.PassingOn) => new PassingOn(Attempt!.Value, StateUntil!.Value, PassOnText.Read(PassOn!)),
            nameof(Core.Transfers.Rejoining) => new Rejoining(Attempt!.Value, StateUntil!.Value, OfficerIsIn),
            nameof(Core.Transfers.PassedOn) => new PassedOn(),
            nameof(Core.Transfers.Interrupted) => new Interrupted(Attempt!.Value, StateUntil!.Value),
            nameof(Core.Transfers.Completed) => new Completed(),
            nameof(Core.Transfers.Returned) => new Returned(),
            nameof(Core.Transfers.Unanswered) => new Unanswered(),
            nameof(Core.Transfers.Cancelled) => new Cancelled(),
            nameof(Core.Transfers.Abandoned) => new Abandoned(),
            _ => throw new InvalidOperationException($"Transfer {Id} is in the unknown state \"{State}\"."),
        };

    private void WriteState(TransferState state)
    {
        State = state.GetType().Name;
        Step = (state as Ringing)?.Step;
        OfficerIsIn = state is Joining { OfficerIsIn: true } or Rejoining { OfficerIsIn: true };
        PassOn = state is PassingOn passing ? PassOnText.Write(passing.Question) : null;
        (Attempt, StateUntil) = state switch
        {
            AwaitingPhone at => (null, at.Until),
            Joining at => (at.Attempt, at.Until),
            Consulting at => (at.Attempt, at.Until),
            RingingCaller at => (at.Attempt, at.Until),
            Connected at => (at.Attempt, null),
            Interrupted at => (at.Attempt, at.Until),
            PassingOn at => (at.Attempt, at.Until),
            Rejoining at => (at.Attempt, at.Until),
            _ => ((int?)null, (Instant?)null),
        };
    }
}

/// <summary>An attempt as it is stored.</summary>
public sealed class AttemptRow
{
    public string TransferId { get; set; } = "";

    public int Number { get; set; }

    public int Step { get; set; }

    public string OfficerId { get; set; } = "";

    public string OfficerName { get; set; } = "";

    public string Phone { get; set; } = "";

    public bool Paused { get; set; }

    public string Phase { get; set; } = "";

    public Instant? UntilAt { get; set; }

    public string? Outcome { get; set; }

    public string? Why { get; set; }

    public Instant StartedAt { get; set; }

    public Instant? RangAt { get; set; }

    public Instant? AnsweredAt { get; set; }

    public Instant? EndedAt { get; set; }

    public Instant? SentAt { get; set; }

    public long? Queued { get; set; }

    public Attempt Attempt() =>
        new(
            Number,
            Step,
            new Reachable(OfficerId, OfficerName, new PhoneNumber(Phone), Paused),
            Enum.Parse<AttemptPhase>(Phase),
            StartedAt,
            UntilAt,
            Outcome is null ? null : Enum.Parse<Outcome>(Outcome),
            Why,
            RangAt,
            AnsweredAt,
            EndedAt
        )
        {
            SentAt = SentAt,
            Queued = Duration.FromMilliseconds(Queued ?? 0),
        };

    public static AttemptRow Of(TransferId transfer, Attempt attempt) =>
        new()
        {
            TransferId = transfer.Value,
            Number = attempt.Number,
            Step = attempt.Step,
            OfficerId = attempt.Who.OfficerId,
            OfficerName = attempt.Who.Name,
            Phone = attempt.Who.Phone.E164,
            Paused = attempt.Who.Paused,
            Phase = attempt.Phase.ToString(),
            UntilAt = attempt.Until,
            Outcome = attempt.Outcome?.ToString(),
            Why = attempt.Why,
            StartedAt = attempt.StartedAt,
            RangAt = attempt.RangAt,
            AnsweredAt = attempt.AnsweredAt,
            EndedAt = attempt.EndedAt,
            SentAt = attempt.SentAt,
            Queued = (long)attempt.Queued.TotalMilliseconds,
        };
}
