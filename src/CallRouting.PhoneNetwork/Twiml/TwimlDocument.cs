using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>A document ready to run.</summary>
/// <param name="Url">As the product gave it, fragment included; null for a document that came inside a request.</param>
internal sealed record TwimlDocument(string? Url, IReadOnlyList<Verb> Verbs);

/// <summary>Something in a document that the provider would show in its debugger, and go on.</summary>
internal sealed record Warning(int Code, string Message);

/// <summary>A document that cannot be run: the fallback is asked, or the call ends with an apology.</summary>
internal sealed class TwimlFault(int code, string message) : ProviderFault(code, message);
