using System.Security.Cryptography;
using System.Text;

namespace CallRouting.Server.Telephony;

/// <summary>The provider's signature over URL and form (contract §4). Nothing here rebuilds a URL: re-encoding breaks signatures.</summary>
public static class Signature
{
    /// <summary>Every signature is an HMAC-SHA1 in base64.</summary>
    public const int Length = 28;

    /// <param name="form">The fields one by one, as they were sent: names that differ only in case are different names.</param>
    public static string Of(string url, IEnumerable<KeyValuePair<string, string>> form, string token)
    {
        var signed = new StringBuilder(url);
        // A name that comes twice with the same value is signed once.
        foreach (
            var (name, value) in form.Distinct()
                .OrderBy(field => field.Key, StringComparer.Ordinal)
                .ThenBy(field => field.Value, StringComparer.Ordinal)
        )
        {
            signed.Append(name).Append(value);
        }
#pragma warning disable CA5350 // HMAC-SHA1 is what the provider's protocol prescribes.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }

    /// <summary>Whether one of the tokens signed this. The provider is not consistent about ports, so each way of writing them is tried.</summary>
    public static bool IsValid(string given, string url, IReadOnlyCollection<KeyValuePair<string, string>> form, IEnumerable<string> tokens)
    {
        var signature = Encoding.ASCII.GetBytes(given);
        return tokens
            .Where(token => token.Length > 0)
            .Any(token =>
                WaysToWrite(url)
                    .Any(way => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(way, form, token)), signature))
            );
    }

    private static IEnumerable<string> WaysToWrite(string url)
    {
        yield return url;
        var host = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = url.IndexOf('/', host) is var slash and >= 0 ? slash : url.Length;
        var port = url.LastIndexOf(':', path - 1, path - host);
        if (port >= 0)
        {
            // Only https drops its port; what came to another port over http was signed with it.
            if (url.StartsWith("https:", StringComparison.Ordinal))
            {
                yield return url[..port] + url[path..];
            }
        }
        else
        {
            yield return $"{url[..path]}:{(url.StartsWith("https:", StringComparison.Ordinal) ? 443 : 80)}{url[path..]}";
        }
    }
}
