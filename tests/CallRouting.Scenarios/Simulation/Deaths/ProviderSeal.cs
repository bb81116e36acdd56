using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace CallRouting.Scenarios.Simulation.Deaths;

/// <summary>The provider's signature by its own document (contract §4.1), written a third time so that nobody's mistake is taken over.</summary>
internal static class ProviderSeal
{
    private const string Header = "X-Twilio-Signature";

    public static bool IsOn(HttpRequestMessage request, string form) =>
        request.Headers.TryGetValues(Header, out var given) && given.SequenceEqual([Of(request.RequestUri!.OriginalString, form)]);

    private static string Of(string url, string form)
    {
        var fields = form.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('='))
            .Select(pair => (Name: WebUtility.UrlDecode(pair[0]), Value: WebUtility.UrlDecode(pair[1])))
            .Distinct()
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .ThenBy(field => field.Value, StringComparer.Ordinal)
            .Select(field => field.Name + field.Value);
        var text = url + string.Concat(fields);
#pragma warning disable CA5350 // The provider's choice.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(World.Token), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
