using System.Security.Cryptography;
using System.Text;

namespace CallRouting.PhoneNetwork.Webhooks;

/// <summary>X-Twilio-Signature (contract §4.1).</summary>
public static class Signature
{
    /// <summary>Signs a webhook.</summary>
    /// <param name="authToken">The account's primary token.</param>
    /// <param name="url">Exactly as configured, query included; a fragment and user:password are left out of what is signed.</param>
    /// <param name="form">The decoded fields of a form post; none for GET and JSON.</param>
    public static string Sign(string authToken, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var signed = new StringBuilder(Signable(url));
        // A repeated name counts once per different value, values in ordinal order (contract §4.1, point 2).
        foreach (
            var (name, value) in form.Distinct().OrderBy(f => f.Key, StringComparer.Ordinal).ThenBy(f => f.Value, StringComparer.Ordinal)
        )
            signed.Append(name).Append(value);

        // The provider's protocol prescribes SHA-1 here.
#pragma warning disable CA5350
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }

    /// <summary>An https address without its port: the provider signs TwiML fetches so (contract §4.2).</summary>
    public static string WithoutHttpsPort(string url)
    {
        if (!url.StartsWith("https://", StringComparison.Ordinal))
            return url;
        var end = url.IndexOfAny(['/', '?', '#'], "https://".Length);
        var authority = end < 0 ? url : url[..end];
        var colon = authority.LastIndexOf(':');
        return colon > "https:".Length && authority[(colon + 1)..].All(char.IsAsciiDigit)
            ? authority[..colon] + url[authority.Length..]
            : url;
    }

    private static string Signable(string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var bare = hash < 0 ? url : url[..hash];
        var start = bare.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = bare.IndexOf('/', start);
        var at = bare.IndexOf('@', start);
        return at > 0 && (path < 0 || at < path) ? bare[..start] + bare[(at + 1)..] : bare;
    }
}
