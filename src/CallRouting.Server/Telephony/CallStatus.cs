using CallRouting.Core.Transfers;

namespace CallRouting.Server.Telephony;

/// <summary>A call's status as the provider reports it (contract §3.3), in our words.</summary>
/// <param name="Rank">How far the call has come; it never goes back.</param>
/// <param name="Ending">How it ended, when this is the end.</param>
public sealed record CallStatus(string Sid, int Rank, LegEnding? Ending)
{
    public const int Over = 4;

    private const int Initiated = 1;
    private const int Ringing = 2;
    private const int InProgress = 3;

    // 404 unknown, 410 gone, 484 incomplete, 604 nowhere: the number itself is bad (SIP, RFC 3261).
    private static readonly string[] BadNumbers = ["404", "410", "484", "604"];

    /// <summary>Null for a status that we do not know.</summary>
    public static CallStatus? Of(string sid, string? status, string? sipCode) =>
        status switch
        {
            "initiated" or "queued" => new(sid, Initiated, null),
            "ringing" => new(sid, Ringing, null),
            "in-progress" or "answered" => new(sid, InProgress, null),
            "completed" => new(sid, Over, LegEnding.Completed),
            "no-answer" => new(sid, Over, LegEnding.NoAnswer),
            "busy" => new(sid, Over, LegEnding.Busy),
            "canceled" => new(sid, Over, LegEnding.Cancelled),
            "failed" => new(sid, Over, BadNumbers.Contains(sipCode) ? LegEnding.BadNumber : LegEnding.CarrierFailure),
            _ => null,
        };

    /// <summary>What it means to a transfer's attempt while the call lives.</summary>
    public TransferEvent? Event(int attempt) =>
        Rank switch
        {
            Initiated => new AttemptSent(attempt),
            Ringing => new AttemptRinging(attempt),
            InProgress => new AttemptAnswered(attempt),
            _ => null,
        };
}

/// <summary>What happened in a room (contract §3.5).</summary>
public sealed record RoomEvent(string Room, string? ConferenceSid, string? CallSid, string Kind)
{
    public const string Start = "conference-start";
    public const string End = "conference-end";
    public const string Join = "participant-join";
    public const string Leave = "participant-leave";
    public const string Hold = "participant-hold";
    public const string Unhold = "participant-unhold";
}
