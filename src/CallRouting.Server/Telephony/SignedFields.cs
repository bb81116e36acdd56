using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CallRouting.Server.Telephony;

/// <summary>
/// The fields that a request of the provider brings, one by one and as they were sent. The framework's own form merges names that
/// differ only in case, and then no signature over them is right.
/// </summary>
public static class SignedFields
{
    // The largest of the provider's forms has a few thousand bytes.
    private const int MostBytes = 64 * 1024;
    private const int MostFields = 1000;

    private const string HashInAddress = "bodySHA256";

    /// <summary>Null for a body that no signature covers, or that is larger than any that the provider sends; that is not read to its end.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>?> Read(HttpRequest request, CancellationToken cancel)
    {
        if (await ReadBody(request, cancel) is not { } body)
        {
            return null;
        }
        return IsForm(request) ? Pairs(Encoding.UTF8.GetString(body))
            : body.Length == 0 || IsHashedInAddress(request, body) ? []
            : null;
    }

    /// <summary>The same for those who look a field up by its name, which is exact.</summary>
    public static IFormCollection AsForm(IEnumerable<KeyValuePair<string, string>> fields) =>
        new FormCollection(
            fields
                .GroupBy(field => field.Key, StringComparer.Ordinal)
                .ToDictionary(field => field.Key, field => new StringValues([.. field.Select(each => each.Value)]), StringComparer.Ordinal)
        );

    /// <summary>Fields in an address, for a request that brings no body: its address is signed as it stands.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> InQuery(HttpRequest request) => Pairs(request.QueryString.Value ?? "") ?? [];

    private static List<KeyValuePair<string, string>>? Pairs(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(text))
        {
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
            if (pairs.Count > MostFields)
            {
                return null;
            }
        }
        return pairs;
    }

    private static async Task<byte[]?> ReadBody(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }
        var buffer = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return length > MostBytes ? null : buffer[..length];
    }

    // The provider's only form; one in several parts is a body that nobody signed.
    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    // Contract §4.1: the address is signed and carries the body's hash; the body must then be the one with that hash.
    private static bool IsHashedInAddress(HttpRequest request, byte[] body) =>
        InQuery(request).Where(field => field.Key == HashInAddress).ToList() is [var given]
        && given.Value == Convert.ToHexStringLower(SHA256.HashData(body));
}
