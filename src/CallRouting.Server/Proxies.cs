using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace CallRouting.Server;

/// <summary>
/// Section "Proxies" of the configuration: addresses of our own proxies, whose word on who asks is taken; nobody else's is. A
/// signature never depends on it: that is made over Provider:PublicUrl.
/// </summary>
public static class Proxies
{
    public static void UseNamedProxies(this WebApplication app)
    {
        var named = app.Configuration.GetSection("Proxies").Get<string[]>() ?? [];
        if (named.Length == 0)
        {
            return;
        }
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var name in named)
        {
            options.KnownProxies.Add(Address(name));
        }
        app.UseForwardedHeaders(options);
    }

    private static IPAddress Address(string text) =>
        IPAddress.TryParse(text, out var address)
            ? address
            : throw new InvalidOperationException($"Proxies holds \"{text}\". It may hold IP addresses, such as 10.0.0.7.");
}
