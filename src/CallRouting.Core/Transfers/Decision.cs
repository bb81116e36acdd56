using System.Collections.Immutable;
using NodaTime;

namespace CallRouting.Core.Transfers;

/// <summary>What the rules answered: the transfer as it is now, what is to be done, and what the timeline says.</summary>
public sealed record Decision(Transfer Transfer, ImmutableList<TransferAction> Actions, ImmutableList<Told> Story)
{
    /// <summary>Nothing changed, nothing to do, nothing to tell.</summary>
    public bool IsNothing { get; private init; }

    public static Decision Nothing(Transfer transfer) => new(transfer, [], []) { IsNothing = true };

    internal static Decision Of(Transfer transfer) => new(transfer, [], []);

    internal Decision With(Transfer transfer) => this with { Transfer = transfer };

    internal Decision In(TransferState state) => With(Transfer with { State = state });

    /// <summary>What is asked for twice in one decision is done once: a caller told twice would hear the beginning twice.</summary>
    internal Decision Do(params TransferAction[] actions) => this with { Actions = [.. Actions.Union(actions)] };

    internal Decision Tell(string kind, string? who = null, string? detail = null) =>
        this with
        {
            Story = Story.Add(new(kind, who, detail)),
        };
}

/// <summary>One line of the timeline, before it has a time and a number.</summary>
/// <param name="Kind">One of <see cref="Stories"/>.</param>
/// <param name="Who">An officer's name or an agent's; never a caller's.</param>
public sealed record Told(string Kind, string? Who = null, string? Detail = null);

/// <summary>What the rules need to know of the world at this moment.</summary>
/// <param name="BusyPhones">Numbers that another call of ours is ringing or talking to (E.164).</param>
public sealed record Moment(Instant Now, IReadOnlySet<string> BusyPhones)
{
    /// <summary>Numbers that we asked to be rung without having learnt what came of it (E.164), also for this transfer.</summary>
    public IReadOnlySet<string> UnsettledPhones { get; init; } = ImmutableHashSet<string>.Empty;

    public Timings Timings { get; init; } = Timings.Default;
}

/// <summary>The words of the timeline. Stored for years: add, never change.</summary>
public static class Stories
{
    public const string Started = "transfer started";
    public const string Ringing = "ringing";
    public const string Queued = "waited in the provider's queue";
    public const string AwaitingPhone = "waiting for a phone to be free";
    public const string Answered = "answered";
    public const string FindingRoom = "a minute to find a room";
    public const string Accepted = "accepted";
    public const string Consulting = "consulting";
    public const string Connected = "connected";
    public const string RingingCaller = "ringing the caller";
    public const string CallerLeft = "caller left";
    public const string AgentLost = "agent lost";
    public const string AgentLeft = "agent left";
    public const string OfficerLost = "officer's call ended";
    public const string SteppedOut = "stepped out to pass the call on";
    public const string PassedOn = "passed on";
    public const string WrongOffice = "wrong office";
    public const string Completed = "completed";
    public const string Returned = "returned to the agent";
    public const string Unanswered = "unanswered";
    public const string Cancelled = "cancelled";
    public const string Abandoned = "abandoned";

    public static string Of(Outcome outcome) =>
        outcome switch
        {
            Outcome.Accepted => Accepted,
            Outcome.Declined => "declined",
            Outcome.NoAnswer => "no answer",
            Outcome.Busy => "busy",
            Outcome.AnsweredNotAccepted => "answered, not accepted",
            Outcome.BadNumber => "bad number",
            Outcome.CarrierFailure => "carrier failure",
            Outcome.OurFailure => "our failure",
            Outcome.Withdrawn => "withdrawn",
            _ => "skipped",
        };
}
