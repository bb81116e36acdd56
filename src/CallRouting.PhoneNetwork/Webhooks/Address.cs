using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace CallRouting.PhoneNetwork.Webhooks;

/// <summary>Addresses as text: what the product configured is signed to the letter, so no Uri may rewrite it (contract §4.2).</summary>
internal static class Address
{
    public static string WithoutFragment(string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? url : url[..hash];
    }

    /// <summary>The address that <paramref name="reference"/> means in a document from <paramref name="document"/>; null when there is none.</summary>
    public static string? Resolve(string? document, string reference)
    {
        if (IsAbsolute(reference))
            return reference;
        if (document is null || !Uri.TryCreate(WithoutFragment(document), UriKind.Absolute, out var origin))
            return null;
        return reference.Length == 0 ? document
            : Uri.TryCreate(origin, reference, out var resolved) ? resolved.OriginalString
            : null;
    }

    public static bool IsAbsolute([NotNullWhen(true)] string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.Host.Length > 0;

    /// <summary>Whether the provider could reach it from the internet, as far as the name tells.</summary>
    public static bool IsPublic(string url)
    {
        var host = new Uri(url).Host.Trim('[', ']');
        if (!IPAddress.TryParse(host, out var ip))
            return host.Contains('.', StringComparison.Ordinal) && !host.EndsWith(".local", StringComparison.OrdinalIgnoreCase);
        var bytes = ip.GetAddressBytes();
        var own =
            bytes.Length == 4 && (bytes[0] is 0 or 10 or 127 || bytes is [192, 168, ..] or [172, >= 16 and <= 31, ..] or [169, 254, ..]);
        return !own && !IPAddress.IsLoopback(ip) && !ip.Equals(IPAddress.IPv6Any);
    }
}
