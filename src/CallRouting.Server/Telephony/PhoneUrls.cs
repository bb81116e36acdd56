using Microsoft.Extensions.Options;

namespace CallRouting.Server.Telephony;

/// <summary>Every address that we give the provider. They carry ids and step numbers: never state, never anything personal.</summary>
public sealed class PhoneUrls(IOptions<ProviderOptions> options)
{
    // One quick retry on anything (contract §3.6); two tries fit well within the provider's 15 s.
    private const string Patience = "#ct=1000&rt=3000&tt=8000&rc=1&rp=all";

    private readonly string root = options.Value.PublicUrl.GetLeftPart(UriPartial.Authority) + "/phone";

    /// <summary>Without a fragment: it is we who ask.</summary>
    public string SelfCheck => $"{root}/self-check";

    /// <summary>What our own end of a test call listens to.</summary>
    public string TestCall => $"{root}/test-call{Patience}";

    public string Inbound => $"{root}/inbound{Patience}";

    public string InboundStatus => $"{root}/inbound/status{Patience}";

    /// <summary>Where a text to one of our numbers comes to.</summary>
    public string Sms => $"{root}/sms{Patience}";

    public string Next(string leg) => $"{root}/legs/{leg}/next{Patience}";

    public string Next(string leg, long step) => $"{root}/legs/{leg}/next/{step}{Patience}";

    public string Keys(string leg, long step) => $"{root}/legs/{leg}/keys/{step}{Patience}";

    public string Forwarded(string leg, long step) => $"{root}/legs/{leg}/forwarded/{step}{Patience}";

    /// <summary>Where a leg comes to that left a room by its own key; one that we moved comes to <see cref="Next(string)"/>.</summary>
    public string Left(string leg, long step) => $"{root}/legs/{leg}/left/{step}{Patience}";

    public string Status(string leg) => $"{root}/legs/{leg}/status{Patience}";

    public string Hold(string leg) => $"{root}/legs/{leg}/hold{Patience}";

    public string Wait(string leg) => $"{root}/legs/{leg}/wait{Patience}";

    public string RoomKeys(string action) => $"{root}/room-keys/{action}{Patience}";

    /// <summary>The same door as a request came through.</summary>
    public string Again(string path) => $"{root[..^"/phone".Length]}{path}{Patience}";

    public string Room(string room) => $"{root}/rooms/{room}/status{Patience}";
}
