using System.Diagnostics.CodeAnalysis;
using CallRouting.PhoneNetwork.Conferences;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.PhoneNetwork.Twiml;

namespace CallRouting.PhoneNetwork.Calls;

/// <summary>One leg: a telephone and the provider, from the request or the ringing until its final status. Lives on the loop.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to free, and the call stays in the book.")]
internal sealed class Call(string sid, Direction direction, string from, string to, DateTimeOffset createdAt)
{
    private readonly CancellationTokenSource over = new();
    private readonly List<CallMoment> moments = [new(createdAt, CallStatus.Queued, null, null, null)];
    private CancellationTokenSource? segment;
    private Instruction? redirect;

    public string Sid => sid;
    public Direction Direction => direction;
    public string From => from;
    public string To => to;
    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>The PN of ours that was dialled, for an inbound call.</summary>
    public string? NumberSid { get; init; }

    /// <summary>The call whose document dialled this one.</summary>
    public string? ParentSid { get; init; }

    /// <summary>The telephone at the other end; null when the number leads to none.</summary>
    public Phone? Phone { get; init; }

    /// <summary>The other half of a call to a number of the account's own: what this one dials, that one answers.</summary>
    public Call? Far { get; set; }

    /// <summary>Keys to be pressed into the line when it is answered, with w and W for pauses.</summary>
    public string? SendDigits { get; init; }

    /// <summary>How long it may ring, without the provider's buffer.</summary>
    public TimeSpan RingTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest duration once answered (contract §2.5: four hours unless told otherwise).</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromHours(4);

    public StatusCallback? Reports { get; set; }
    public Fallback? Fallback { get; set; }

    /// <summary>Where it is now.</summary>
    public CallMoment Now => moments[^1];

    public CallStatus Status => Now.Status;
    public DateTimeOffset? AnsweredAt => Now.AnsweredAt;

    /// <summary>True when a REST request ended it, not a hand on a telephone: the room's report says which (contract §3.5).</summary>
    public bool EndedByApi { get; private set; }

    public bool HasEnded => Status.IsFinal();

    /// <summary>Cancelled when the call ends.</summary>
    public CancellationToken Over => over.Token;

    /// <summary>The Gather that listens now; keys pressed while there is none are lost.</summary>
    public Keypad? Listening { get; set; }

    /// <summary>Completed by a * while the call is in a room whose Dial says hangupOnStar.</summary>
    public TaskCompletionSource? Star { get; set; }

    /// <summary>The place in a room, while it has one.</summary>
    public Participant? Seat { get; set; }

    /// <summary>The other half, while a document has put two calls together without a room.</summary>
    public Call? Bridge { get; set; }

    /// <summary>What the telephone does about the ringing.</summary>
    public TaskCompletionSource<RingResult> Rung { get; } = new();

    /// <summary>Completed when a Gather first listens; a scripted officer waits for it before pressing.</summary>
    public TaskCompletionSource FirstPrompt { get; } = new();

    /// <summary>Counts this call's reports from 0, sent or not (contract §3.3).</summary>
    public int NextReport { get; set; }

    /// <summary>Whole seconds from answer to end; null for a call that was not answered or goes on.</summary>
    public int? Seconds => Now.Seconds;

    /// <summary>Where it was; null when it did not exist yet.</summary>
    public CallMoment? AsOf(DateTimeOffset then) => moments.FindLast(moment => moment.At <= then);

    public void Become(CallStatus status, DateTimeOffset now) => moments.Add(Now.Become(status, now));

    public void End(CallStatus status, bool byApi, DateTimeOffset now)
    {
        Become(status, now);
        (EndedByApi, Listening) = (byApi, null);
        over.Cancel();
    }

    /// <summary>Stops whatever the call is doing and makes it go on at <paramref name="next"/>.</summary>
    public void RedirectTo(Instruction next)
    {
        redirect = next;
        segment?.Cancel();
    }

    /// <summary>What a redirect asked for since the last time this was called.</summary>
    public Instruction? TakeRedirect()
    {
        var taken = redirect;
        redirect = null;
        return taken;
    }

    /// <summary>One document's run; its token is cancelled by a redirect and by the call's end.</summary>
    public CancellationTokenSource BeginSegment()
    {
        segment?.Dispose();
        return segment = CancellationTokenSource.CreateLinkedTokenSource(over.Token);
    }
}

/// <summary>Where a call was from one moment on, until the next.</summary>
internal sealed record CallMoment(
    DateTimeOffset At,
    CallStatus Status,
    DateTimeOffset? StartedAt,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? EndedAt
)
{
    /// <summary>Whole seconds from answer to end; null for a call that was not answered or goes on.</summary>
    public int? Seconds => AnsweredAt is { } answered && EndedAt is { } ended ? (int)Math.Round((ended - answered).TotalSeconds) : null;

    public CallMoment Become(CallStatus status, DateTimeOffset now) =>
        new(
            now,
            status,
            StartedAt ?? (status == CallStatus.Queued ? null : now),
            status == CallStatus.InProgress ? now : AnsweredAt,
            status.IsFinal() ? now : EndedAt
        );
}

/// <summary>What became of the ringing, and the SIP code that the report carries.</summary>
internal sealed record RingResult(CallStatus Status, int SipCode)
{
    public static readonly RingResult Answered = new(CallStatus.InProgress, 200);
    public static readonly RingResult Declined = new(CallStatus.Busy, 603);
    public static readonly RingResult Busy = new(CallStatus.Busy, 486);
    public static readonly RingResult NoAnswer = new(CallStatus.NoAnswer, 487);
    public static readonly RingResult Unreachable = new(CallStatus.Failed, 404);
}
