using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Server.Telephony;

/// <summary>A call's status as the provider reports it (contract §3.3), in our words.</summary>
/// <param name="Rank">How far the call has come; it never goes back. Stored: never change.</param>
/// <param name="Ending">How it ended, when this is the end.</param>
public sealed record CallStatus(string Sid, int Rank, LegEnding? Ending)
{
    public const int InProgress = 4;
    public const int Over = 5;

    private const int Queued = 1;
    private const int Initiated = 2;
    private const int Ringing = 3;

    // 404 unknown, 410 gone, 484 incomplete, 604 nowhere: the number itself is bad (SIP, RFC 3261).
    private static readonly string[] BadNumbers = ["404", "410", "484", "604"];

    /// <summary>The provider's own estimate of its queue.</summary>
    public Duration InQueue { get; init; }

    /// <summary>The provider took our request.</summary>
    public static CallStatus Taken(string sid, Duration inQueue) => new(sid, Queued, null) { InQueue = inQueue };

    /// <summary>It asked what to hear, so it has been answered.</summary>
    public static CallStatus Answered(string sid) => new(sid, InProgress, null);

    /// <summary>Null for a status that we do not know.</summary>
    public static CallStatus? Of(string sid, string? status, string? sipCode) =>
        status switch
        {
            "queued" => new(sid, Queued, null),
            "initiated" => new(sid, Initiated, null),
            "ringing" => new(sid, Ringing, null),
            "in-progress" or "answered" => new(sid, InProgress, null),
            "completed" => new(sid, Over, LegEnding.Completed),
            "no-answer" => new(sid, Over, LegEnding.NoAnswer),
            "busy" => new(sid, Over, LegEnding.Busy),
            "canceled" => new(sid, Over, LegEnding.Cancelled),
            "failed" => new(sid, Over, BadNumbers.Contains(sipCode) ? LegEnding.BadNumber : LegEnding.CarrierFailure),
            _ => null,
        };

    /// <summary>What the provider's answer to a question comes down to.</summary>
    public ProviderView View =>
        Ending is not null ? ProviderView.Ended
        : Rank < InProgress ? ProviderView.NotAnswered
        : ProviderView.Alive;

    /// <summary>What it means to a transfer's attempt while the call lives.</summary>
    public TransferEvent? Event(int attempt) =>
        Rank switch
        {
            Queued => new AttemptSent(attempt) { Queued = InQueue },
            Initiated => new AttemptDialled(attempt),
            Ringing => new AttemptRinging(attempt),
            InProgress => new AttemptAnswered(attempt),
            _ => null,
        };
}

/// <summary>What happened in a room (contract §3.5).</summary>
/// <param name="Sequence">The provider's number of it within the conference; null where it was not reported but found out.</param>
public sealed record RoomEvent(string Room, string? ConferenceSid, string? CallSid, string Kind, long? Sequence = null)
{
    public const string Start = "conference-start";
    public const string End = "conference-end";
    public const string Join = "participant-join";
    public const string Leave = "participant-leave";
    public const string Hold = "participant-hold";
    public const string Unhold = "participant-unhold";
}
