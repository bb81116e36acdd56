using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>Where a call goes after a verb.</summary>
internal abstract record Next
{
    /// <summary>To the next verb of the same document.</summary>
    public sealed record Verb : Next
    {
        public static readonly Verb Instance = new();
    }

    /// <summary>To another document; what is left of this one is never reached.</summary>
    public sealed record To(Instruction Instruction) : Next;

    /// <summary>Nowhere: it ends with this status.</summary>
    public sealed record End(CallStatus Status) : Next;

    public static readonly Next Stop = new End(CallStatus.Completed);

    /// <summary>To the address that a document names; empty means the document's own.</summary>
    public static To At(TwimlDocument document, string url, string method, Parameters? extra = null) =>
        Address.Resolve(document.Url, url) is { } resolved
            ? new To(new Instruction.Fetch(resolved, method, extra))
            : throw new TwimlFault(11100, $"\"{url}\" is no address here; a document that came inside a request needs absolute ones.");
}
