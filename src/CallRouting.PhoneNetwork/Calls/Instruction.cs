using CallRouting.PhoneNetwork.Twiml;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Calls;

/// <summary>Where a call's next document comes from.</summary>
internal abstract record Instruction
{
    /// <summary>A document to fetch, with what the request carries beyond the standard fields.</summary>
    public sealed record Fetch(string Url, string Method, Parameters? Extra = null) : Instruction;

    /// <summary>A document that came with the REST request itself.</summary>
    public sealed record Inline(string Twiml) : Instruction;

    /// <summary>A document that the network made itself: a participant created by REST is a call that dials its room.</summary>
    public sealed record Ready(TwimlDocument Document) : Instruction;
}

/// <summary>Where a call's progress is reported, and which of initiated, ringing, answered and completed.</summary>
internal sealed record StatusCallback(string Url, string Method, IReadOnlySet<string> Events);

/// <summary>Where to go when a document cannot be fetched or understood.</summary>
internal sealed record Fallback(string Url, string Method);
