namespace CallRouting.PhoneNetwork.Engine;

/// <summary>One complaint of the network about what the product sent or failed to send.</summary>
/// <param name="At">UTC, on the network's clock.</param>
/// <param name="Code">The provider's code (contract §1.4), 11xxx to 14xxx; 20001 is a REST parameter that this network refuses.</param>
/// <param name="CallSid">The call that it happened in, where there is one.</param>
/// <param name="Url">The address that was asked, without its fragment, where there is one.</param>
public sealed record DebuggerEntry(DateTimeOffset At, int Code, string Message, string? CallSid, string? Url);

/// <summary>What the provider would show in its debugger. A scenario fails on any entry.</summary>
internal sealed class Debugger(TimeProvider clock, ILogger<Debugger> log)
{
    private const int Kept = 5_000;
    private readonly Queue<DebuggerEntry> entries = new();

    public void Complain(int code, string message, string? callSid = null, string? url = null)
    {
        log.LogWarning("{Code} {Message} ({CallSid} {Url})", code, message, callSid, url);
        entries.Enqueue(new DebuggerEntry(clock.GetUtcNow(), code, message, callSid, url));
        if (entries.Count > Kept)
            entries.Dequeue();
    }

    public IReadOnlyList<DebuggerEntry> Entries() => entries.ToArray();
}
