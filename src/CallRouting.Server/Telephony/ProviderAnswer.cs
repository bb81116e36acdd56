using NodaTime;

namespace CallRouting.Server.Telephony;

/// <summary>What came of a request to the provider.</summary>
public abstract record ProviderAnswer
{
    /// <summary>When the provider asked to be asked again, or null: it seldom says so.</summary>
    public Duration? RetryAfter { get; init; }

    /// <param name="Sid">The provider's name for what was made or changed.</param>
    public sealed record Done(string Sid) : ProviderAnswer
    {
        /// <summary>How long the provider expects to keep a new call in its queue.</summary>
        public Duration Queued { get; init; }
    }

    /// <summary>It was not done and never will be: asking again gives the same.</summary>
    /// <param name="Code">The provider's error code (contract §1.4), or 0.</param>
    public sealed record Refused(int Code, string Why) : ProviderAnswer;

    /// <summary>It surely did not happen; it may be asked again.</summary>
    public sealed record NotDone(string Why) : ProviderAnswer;

    /// <summary>Time-out, reset or 5xx: it may have happened. A create counts as done until its deadline (contract §7).</summary>
    public sealed record Unknown(string Why) : ProviderAnswer;
}

/// <summary>What the provider says when it is asked how something is.</summary>
public abstract record ProviderFact<T>
{
    public sealed record Known(T Value) : ProviderFact<T>;

    /// <summary>It knows no such thing: gone, or so fresh that not all of the provider knows of it yet.</summary>
    public sealed record Unheard : ProviderFact<T>;

    /// <summary>It did not answer; nothing follows from that.</summary>
    public sealed record NoAnswer(string Why) : ProviderFact<T>;
}

/// <summary>A call as the provider has it.</summary>
/// <param name="Status">In the provider's word (contract §1.5).</param>
public sealed record ProviderCall(string Sid, string Status, Instant Created);

/// <summary>A leg in a room as the provider has it.</summary>
public sealed record ProviderParticipant(string CallSid, bool Hold);

/// <summary>A room as the provider has it, with everybody who is in it.</summary>
public sealed record ProviderRoom(string ConferenceSid, bool HasBegun, IReadOnlyList<ProviderParticipant> Participants);
