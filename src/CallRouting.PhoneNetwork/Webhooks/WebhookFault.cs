using System.Net.Sockets;
using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Webhooks;

/// <summary>A webhook that brought nothing usable back, in the provider's own words (contract §1.4: 11200–11251).</summary>
/// <param name="policy">The retry policy that covers it: ct, rt, 4xx, 5xx, or none.</param>
internal sealed class WebhookFault(int code, string message, string? policy) : ProviderFault(code, message)
{
    public string? Policy => policy;

    /// <summary>The HTTP status, where there was one.</summary>
    public int? Status { get; private init; }

    /// <summary>True for a fault of the network's own making, which the product cannot help: the debugger does not have it.</summary>
    public bool Injected { get; private init; }

    public WebhookFault AsInjected() => new(Code, Message, Policy) { Status = Status, Injected = true };

    public static WebhookFault Answered(int status) =>
        new(11200, $"The server answered HTTP {status}.", status < 500 ? "4xx" : "5xx") { Status = status };

    public static WebhookFault ConnectTimeout(TimeSpan limit) => new(11201, $"No connection within {limit.TotalMilliseconds:0} ms.", "ct");

    public static WebhookFault ReadTimeout(TimeSpan limit) => new(11200, $"Nothing was read for {limit.TotalMilliseconds:0} ms.", "rt");

    public static WebhookFault TotalTimeout(TimeSpan limit) =>
        new(11203, $"No complete answer within {limit.TotalMilliseconds:0} ms.", null);

    public static WebhookFault Of(HttpRequestException fault) =>
        (fault.HttpRequestError, fault.InnerException) switch
        {
            (HttpRequestError.NameResolutionError, _) => new(11210, $"The host is not known: {fault.Message}", "ct"),
            (_, SocketException { SocketErrorCode: SocketError.ConnectionRefused }) => new(11202, "The connection was refused.", "ct"),
            (HttpRequestError.SecureConnectionError, _) => new(11220, $"The TLS handshake failed: {fault.Message}", "ct"),
            (HttpRequestError.ConnectionError, _) => new(11205, $"The connection failed: {fault.Message}", "ct"),
            _ => new(11206, $"The answer broke off or broke the HTTP protocol: {fault.InnerException?.Message ?? fault.Message}", null),
        };
}
